package dev.pm2console.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pm2console.accounts.Role;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.process.ExecMode;
import dev.pm2console.process.Signal;

/// Makes commands of what callers send: JSON objects under the contract's parameter names.
///
/// What has the wrong type and what is unknown is noted in the [Request]; [CommandService] refuses it together with the
/// values that are not acceptable.
public final class Requests {

    private static final List<Role> ROLES = List.of(Role.values());
    private static final List<AuditEntry.Outcome> OUTCOMES = List.of(AuditEntry.Outcome.values());

    private Requests() {
    }

    public static Request<Results.Affected> startProcess(JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new Command.StartProcess(appOptions(fields)));
    }

    public static Request<Results.EcosystemPlan> startEcosystem(JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new Command.StartEcosystem(
                fields.objects("apps", Requests::appOptions),
                fields.texts("only"),
                fields.bool("preview").orElse(false),
                fields.text("onExisting").orElse("restart")));
    }

    public static Request<Results.Affected> restartProcess(String nameOrId, JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new Command.RestartProcess(nameOrId, fields.textMap("updateEnv")));
    }

    public static Request<Results.Affected> scaleProcess(String nameOrId, JsonNode body) {
        var fields = Fields.of(body);
        var instances = fields.require("instances", fields.instances("instances"));
        return fields.request(new Command.ScaleProcess(nameOrId, instances.orElse(Instances.MAX)));
    }

    public static Request<Results.Affected> sendSignal(String nameOrId, JsonNode body) {
        var fields = Fields.of(body);
        var signal = fields.require("signal", fields.choice("signal", List.of(Signal.values())));
        return fields.request(new Command.SendSignal(nameOrId, signal.orElse(Signal.SIGTERM)));
    }

    public static Request<Results.Affected> sendLine(String nameOrId, JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new Command.SendLine(nameOrId, fields.requiredText("line")));
    }

    public static Request<Results.ActionReply> triggerAction(String nameOrId, String action, JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new Command.TriggerAction(nameOrId, action, fields.text("params")));
    }

    public static Request<Results.Affected> saveProcessList(JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new Command.SaveProcessList(fields.bool("force").orElse(false)));
    }

    public static Request<Results.Affected> killPm2(JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new Command.KillPm2(fields.bool("confirm").orElse(false)));
    }

    public static Request<Results.StartupResult> startup(JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(
                new Command.Startup(fields.choice("platform", List.of(Platform.values())), fields.text("user")));
    }

    public static Request<Results.StartupScript> generateStartupScript(Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        return fields.request(new Command.GenerateStartupScript(
                fields.choice("platform", List.of(Platform.values())), fields.text("user")));
    }

    public static Request<Results.ProcessList> listProcesses(Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        return fields.request(new Command.ListProcesses(fields.bool("detailed").orElse(false), fields.text("status"),
                fields.text("namespace"), fields.text("q")));
    }

    public static Request<Results.Descriptions> describeProcess(String nameOrId, Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        return fields.request(new Command.DescribeProcess(nameOrId, fields.text("reveal")));
    }

    public static Request<Results.MonitorSample> monitor(Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        return fields.request(new Command.Monitor(fields.text("nameOrId")));
    }

    /// @param process the names that the query has under `process`, which may come more than once
    public static Request<Results.Logs> showLogs(Optional<String> nameOrId, List<String> process, Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        return fields
                .request(new Command.ShowLogs(nameOrId, process, lines(fields, 100), fields.text("type").orElse("combined"),
                        fields.bool("raw").orElse(false), fields.text("before"), fields.text("beforeKey")));
    }

    public static Request<Results.LogContext> logContext(Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        return fields.request(new Command.LogContext(fields.requiredText("line"), lines(fields, 50)));
    }

    private static int lines(Fields fields, long otherwise) {
        return (int) Math.min(Integer.MAX_VALUE, fields.whole("lines").orElse(otherwise));
    }

    public static Request<AccountResults.User> addUser(JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new AccountCommand.AddUser(fields.requiredText("name"), fields.requiredSecret("password"),
                role(fields)));
    }

    public static Request<AccountResults.User> changeUser(String name, JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new AccountCommand.ChangeUser(name, fields.choice("role", ROLES), fields.secret("password"),
                fields.bool("disabled"), fields.bool("signOut").orElse(false)));
    }

    /// @param session the one in which it is asked for, which goes on
    public static Request<AccountResults.User> changePassword(Optional<String> session, JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new AccountCommand.ChangePassword(fields.requiredSecret("current"),
                fields.requiredSecret("password"), session));
    }

    public static Request<AccountResults.IssuedToken> addToken(JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new AccountCommand.AddToken(fields.requiredText("name"), role(fields),
                fields.instant("expiresAt")));
    }

    public static Request<AccountResults.Token> revokeToken(String id, Map<String, String> query) {
        return Fields.ofQuery(query).request(new AccountCommand.RevokeToken(Scalars.number(id).orElse(0L)));
    }

    public static Request<Results.AuditEntries> listAudit(Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        return fields.request(new ListAudit(fields.text("actor"), fields.text("agent"), fields.text("session"),
                fields.text("process"), fields.choice("outcome", OUTCOMES), fields.instant("from"), fields.instant("to"),
                limit(fields, 100)));
    }

    public static Request<AuditExport> exportAudit(Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        return fields.request(new ExportAudit(fields.text("actor"), fields.text("agent"), fields.text("session"),
                fields.text("process"), fields.choice("outcome", OUTCOMES), fields.instant("from"), fields.instant("to"),
                limit(fields, ExportAudit.MOST)));
    }

    private static Role role(Fields fields) {
        return fields.require("role", fields.choice("role", ROLES)).orElse(Role.VIEWER);
    }

    private static int limit(Fields fields, long otherwise) {
        return (int) Math.min(Integer.MAX_VALUE, fields.whole("limit").orElse(otherwise));
    }

    /// A command that takes no parameters but those it has already.
    public static <R> Request<R> without(Map<String, String> query, Command<R> command) {
        return Fields.ofQuery(query).request(command);
    }

    /// A command that takes no parameters but those it has already.
    public static <R> Request<R> without(JsonNode body, Command<R> command) {
        return Fields.of(body).request(command);
    }

    private static AppOptions appOptions(Fields fields) {
        return new AppOptions(
                fields.requiredText("script"),
                fields.text("name"),
                fields.words("args"),
                fields.text("cwd"),
                fields.instances("instances"),
                fields.choice("exec_mode", List.of(ExecMode.values())),
                fields.bool("autorestart"),
                fields.bool("merge_logs"),
                fields.bool("wait_ready"),
                fields.bool("time"),
                fields.watch("watch"),
                fields.texts("ignore_watch"),
                fields.textOrWhole("max_memory_restart"),
                fields.textMap("env"),
                fields.text("log_file"),
                fields.text("out_file"),
                fields.text("error_file"),
                fields.texts("node_args"),
                fields.texts("interpreter_args"),
                fields.text("namespace"),
                fields.text("interpreter"),
                fields.textOrWhole("cron_restart"),
                fields.whole("restart_delay"),
                fields.whole("exp_backoff_restart_delay"),
                fields.whole("max_restarts"),
                fields.textOrWhole("min_uptime"),
                fields.whole("kill_timeout"),
                fields.whole("listen_timeout"),
                fields.text("log_date_format"),
                fields.wholes("stop_exit_codes"),
                fields.text("instance_var"),
                fields.text("increment_var"));
    }
}
