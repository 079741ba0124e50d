package dev.pm2console.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the audit tells of a command besides its target: enough to know what was done, and no value of an environment, no
/// argument and no line, which may be secrets.
final class AuditedParameters {

    private AuditedParameters() {
    }

    static Map<String, String> of(Command<?> command) {
        return switch (command) {
            case Command.StartProcess it -> start(it.app());
            case Command.StartEcosystem it -> Map.of("scripts", it.apps().stream().map(AppOptions::script).toList().toString(),
                    "onExisting", it.onExisting(), "preview", Boolean.toString(it.preview()));
            case Command.RestartProcess it -> names("updateEnv", it.updateEnv().keySet());
            case Command.ScaleProcess it -> Map.of("instances", it.instances().toString());
            case Command.SendSignal it -> Map.of("signal", it.signal().name());
            case Command.TriggerAction it -> Map.of("action", it.action());
            case Command.SaveProcessList it -> Map.of("force", Boolean.toString(it.force()));
            case Command.DescribeProcess it -> it.reveal().map(name -> Map.of("reveal", name)).orElse(Map.of());
            case Command.Startup it -> it.user().map(user -> Map.of("user", user)).orElse(Map.of());
            case Command.GenerateStartupScript it -> it.user().map(user -> Map.of("user", user)).orElse(Map.of());
            case Command.StopProcess _ -> Map.of();
            case Command.DeleteProcess _ -> Map.of();
            case Command.ListProcesses _ -> Map.of();
            case Command.ShowProcessInfo _ -> Map.of();
            case Command.GetPm2Status _ -> Map.of();
            case Command.ShowLogs _ -> Map.of();
            case Command.LogContext _ -> Map.of();
            case Command.LogUsage _ -> Map.of();
            case Command.FlushLogs _ -> Map.of();
            case Command.ReloadLogs _ -> Map.of();
            case Command.ReloadProcess _ -> Map.of();
            case Command.GracefulReload _ -> Map.of();
            case Command.ResetMetadata _ -> Map.of();
            case Command.ResurrectProcesses _ -> Map.of();
            case Command.KillPm2 _ -> Map.of();
            case Command.Monitor _ -> Map.of();
            case Command.GetPm2Version _ -> Map.of();
            case Command.StartStopped _ -> Map.of();
            case Command.SendLine _ -> Map.of();
            case Command.GetDrift _ -> Map.of();
            case ListAudit _ -> Map.of();
            case ExportAudit _ -> Map.of();
            case SearchLogs _ -> Map.of();
            case DownloadLog _ -> Map.of();
            case GetHistory _ -> Map.of();
            case RecentHistory _ -> Map.of();
            case ListEvents _ -> Map.of();
            case AccountCommand<?> it -> account(it);
            case AlertCommand<?> it -> alert(it);
            case FileCommand.ListDirectory it -> Map.of("directory", it.directory());
            case FileCommand.ReadEcosystem it -> Map.of("file", it.file());
        };
    }

    /// What an answer adds: a token is made by its name and revoked by its number, and here the two come together.
    static Map<String, String> told(Object answer) {
        return switch (answer) {
            case AccountResults.IssuedToken token -> Map.of("id", Long.toString(token.id()));
            case AccountResults.Token token -> Map.of("name", token.name());
            case AlertResults.Rule rule -> Map.of("id", Long.toString(rule.id()), "name", rule.name(), "rule", rule.words());
            case AlertResults.Channel channel ->
                Map.of("id", Long.toString(channel.id()), "name", channel.name(), "to", channel.to());
            case AlertResults.Tested tested -> Map.of("name", tested.channel(), "delivered",
                    Boolean.toString(tested.delivered()));
            default -> Map.of();
        };
    }

    private static Map<String, String> account(AccountCommand<?> command) {
        return switch (command) {
            case AccountCommand.AddUser it -> Map.of("role", it.role().toString());
            case AccountCommand.ChangeUser it -> change(it);
            case AccountCommand.AddToken it -> it.expiresAt()
                    .map(end -> Map.of("role", it.role().toString(), "expiresAt", end.toString()))
                    .orElse(Map.of("role", it.role().toString()));
            case AccountCommand.ListUsers _ -> Map.of();
            case AccountCommand.RemoveUser _ -> Map.of();
            case AccountCommand.ChangePassword _ -> Map.of();
            case AccountCommand.ListTokens _ -> Map.of();
            case AccountCommand.RevokeToken _ -> Map.of();
        };
    }

    /// What a rule or a channel is like, the answer tells.
    private static Map<String, String> alert(AlertCommand<?> command) {
        return switch (command) {
            case AlertCommand.ChangeRule(_, var rule) ->
                rule.enabled().map(enabled -> Map.of("enabled", enabled.toString())).orElse(Map.of());
            case AlertCommand.AddChannel(var kind, _) -> Map.of("kind", kind.toString());
            case AlertCommand.AddRule _ -> Map.of();
            case AlertCommand.RemoveRule _ -> Map.of();
            case AlertCommand.ChangeChannel _ -> Map.of();
            case AlertCommand.RemoveChannel _ -> Map.of();
            case AlertCommand.TestChannel _ -> Map.of();
            case AlertCommand.ListAlerts _ -> Map.of();
            case AlertCommand.ListRules _ -> Map.of();
            case AlertCommand.ListChannels _ -> Map.of();
        };
    }

    private static Map<String, String> change(AccountCommand.ChangeUser command) {
        var parameters = new LinkedHashMap<String, String>();
        command.role().ifPresent(role -> parameters.put("role", role.toString()));
        command.password().ifPresent(password -> parameters.put("password", password.toString()));
        command.disabled().ifPresent(disabled -> parameters.put("disabled", disabled.toString()));
        if (command.signOut()) {
            parameters.put("signOut", "true");
        }
        return parameters;
    }

    private static Map<String, String> start(AppOptions app) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("script", app.script());
        app.cwd().ifPresent(cwd -> parameters.put("cwd", cwd));
        app.interpreter().ifPresent(interpreter -> parameters.put("interpreter", interpreter));
        parameters.putAll(names("env", app.env().keySet()));
        return parameters;
    }

    private static Map<String, String> names(String parameter, Set<String> variables) {
        return variables.isEmpty() ? Map.of() : Map.of(parameter, String.join(",", new TreeSet<>(variables)));
    }
}
