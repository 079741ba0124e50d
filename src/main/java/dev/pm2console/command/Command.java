package dev.pm2console.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import dev.pm2console.process.Signal;

/// What a caller asks for: one record for each [Operation]. A record's component has the parameter's public name (in
/// camel case where that has underscores), and its annotations say what is accepted.
///
/// @param <R> what it answers
public sealed interface Command<R>
        permits AccountCommand, AlertCommand, FileCommand, Command.Targeted, Command.ListProcesses, Command.GetPm2Status,
        Command.GetPm2Version,
        Command.Monitor, Command.ShowLogs, Command.LogContext, Command.LogUsage, Command.GetDrift, Command.StartProcess,
        Command.StartEcosystem,
        Command.FlushLogs,
        Command.ReloadLogs, Command.SaveProcessList, Command.ResurrectProcesses, Command.KillPm2, Command.Startup,
        Command.GenerateStartupScript, ListAudit, ExportAudit, SearchLogs, DownloadLog, GetHistory,
        RecentHistory, ListEvents {

    /// Which operation this is.
    default Operation operation() {
        return switch (this) {
            case StartProcess _ -> Operation.START_PROCESS;
            case StopProcess _ -> Operation.STOP_PROCESS;
            case RestartProcess _ -> Operation.RESTART_PROCESS;
            case DeleteProcess _ -> Operation.DELETE_PROCESS;
            case ListProcesses _ -> Operation.LIST_PROCESSES;
            case ShowProcessInfo _ -> Operation.SHOW_PROCESS_INFO;
            case GetPm2Status _ -> Operation.GET_PM2_STATUS;
            case DescribeProcess _ -> Operation.DESCRIBE_PROCESS;
            case ShowLogs _ -> Operation.SHOW_LOGS;
            case LogContext _ -> Operation.LOG_CONTEXT;
            case LogUsage _ -> Operation.LOG_USAGE;
            case FlushLogs _ -> Operation.FLUSH_LOGS;
            case ReloadLogs _ -> Operation.RELOAD_LOGS;
            case ScaleProcess _ -> Operation.SCALE_PROCESS;
            case ReloadProcess _ -> Operation.RELOAD_PROCESS;
            case GracefulReload _ -> Operation.GRACEFUL_RELOAD;
            case ResetMetadata _ -> Operation.RESET_METADATA;
            case Startup _ -> Operation.STARTUP;
            case GenerateStartupScript _ -> Operation.GENERATE_STARTUP_SCRIPT;
            case SaveProcessList _ -> Operation.SAVE_PROCESS_LIST;
            case ResurrectProcesses _ -> Operation.RESURRECT_PROCESSES;
            case KillPm2 _ -> Operation.KILL_PM2;
            case Monitor _ -> Operation.MONITOR;
            case GetPm2Version _ -> Operation.GET_PM2_VERSION;
            case StartStopped _ -> Operation.START_STOPPED;
            case SendSignal _ -> Operation.SEND_SIGNAL;
            case SendLine _ -> Operation.SEND_LINE;
            case TriggerAction _ -> Operation.TRIGGER_ACTION;
            case StartEcosystem _ -> Operation.START_ECOSYSTEM;
            case GetDrift _ -> Operation.GET_DRIFT;
            case ListAudit _ -> Operation.LIST_AUDIT;
            case ExportAudit _ -> Operation.LIST_AUDIT;
            case SearchLogs _ -> Operation.SEARCH_LOGS;
            case DownloadLog _ -> Operation.DOWNLOAD_LOG;
            case GetHistory _ -> Operation.GET_HISTORY;
            case RecentHistory _ -> Operation.RECENT_HISTORY;
            case ListEvents _ -> Operation.LIST_EVENTS;
            case AccountCommand<R> it -> it.operation();
            case AlertCommand<R> it -> it.operation();
            case FileCommand<R> it -> it.operation();
        };
    }

    /// Whom it is for, where it is for processes: an id, a name, a namespace or `all`.
    default Optional<String> target() {
        return this instanceof Targeted<?> targeted ? Optional.of(targeted.nameOrId()) : Optional.empty();
    }

    /// A command for the processes that `nameOrId` selects.
    sealed interface Targeted<R> extends Command<R> {
        String nameOrId();
    }

    record ListProcesses(
            boolean detailed,
            Optional<@OneOf( {
                    "online", "stopping", "stopped", "launching", "errored", "waiting restart",
                    "one-launch-status" }) String> status,
            Optional<@Size(max = 200, message = "has at most 200 characters") String> namespace,
            Optional<@Size(max = 200, message = "has at most 200 characters") String> q)
            implements
                Command<Results.ProcessList>{
    }

    record ShowProcessInfo(@ValidTarget String nameOrId) implements Targeted<Results.Details> {
    }

    /// @param reveal a variable whose value is wanted as it is: for admins, and audited
    record DescribeProcess(
            @ValidTarget String nameOrId,
            Optional<@Size(min = 1, max = 256, message = "has 1 to 256 characters") String> reveal)
            implements
                Targeted<Results.Descriptions> {
    }

    record GetPm2Status() implements Command<Results.Pm2Status> {
    }

    record GetPm2Version() implements Command<Results.Pm2Version> {
    }

    /// @param nameOrId only these processes
    record Monitor(Optional<@ValidTarget String> nameOrId) implements Command<Results.MonitorSample> {
        @Override
        public Optional<String> target() {
            return nameOrId;
        }
    }

    /// @param nameOrId only the logs of these processes
    /// @param process   the same, where several are named
    /// @param lines     how many lines, of all together
    /// @param raw       as the applications wrote them
    /// @param before    the lines before an earlier answer, which had this
    /// @param beforeKey the lines before the one with this key
    record ShowLogs(
            Optional<@ValidTarget String> nameOrId,
            @Size(max = 64, message = "has at most 64 names") List<@ValidTarget String> process,
            @Min(value = 1, message = "is at least 1") @Max(value = 10_000, message = "is at most 10000") int lines,
            @OneOf( {
                    "combined", "out", "error" }) String type,
            boolean raw,
            Optional<String> before,
            Optional<String> beforeKey)
            implements
                Command<Results.Logs>{
        public ShowLogs {
            process = List.copyOf(process);
        }

        @Override
        public Optional<String> target() {
            return nameOrId;
        }
    }

    /// @param line  the key of a line
    /// @param lines how many before it, and how many behind it
    record LogContext(
            String line,
            @Min(value = 0, message = "is at least 0") @Max(value = 500, message = "is at most 500") int lines)
            implements
                Command<Results.LogContext> {
    }

    record LogUsage() implements Command<LogResults.LogUsage> {
    }

    record GetDrift() implements Command<Results.Drift> {
    }

    record StartProcess(@Valid AppOptions app) implements Command<Results.Affected> {
        @Override
        public Optional<String> target() {
            return app.name();
        }
    }

    /// @param apps       what to start
    /// @param only       the names of those that are meant; none means all
    /// @param preview    only say what would be done
    /// @param onExisting what to do with an application that PM2 has already: `restart`, `reload` or `refuse`
    record StartEcosystem(
            @NotEmpty(message = "names at least one application") @Size(max = 100, message = "has at most 100 applications") List<@Valid AppOptions> apps,
            @Size(max = 100, message = "has at most 100 names") List<String> only,
            boolean preview,
            @OneOf( {
                    "restart", "reload", "refuse" }) String onExisting)
            implements
                Command<Results.EcosystemPlan>{
        public StartEcosystem {
            apps = List.copyOf(apps);
            only = List.copyOf(only);
        }
    }

    record StartStopped(@ValidTarget String nameOrId) implements Targeted<Results.Affected> {
    }

    record StopProcess(@ValidTarget String nameOrId) implements Targeted<Results.Affected> {
    }

    /// @param updateEnv variables to merge into the environment; none keeps it as it is
    record RestartProcess(@ValidTarget String nameOrId, Map<String, String> updateEnv)
            implements
                Targeted<Results.Affected> {
        public RestartProcess {
            updateEnv = Map.copyOf(updateEnv);
        }

        /// Without the values of the variables.
        @Override
        public String toString() {
            return "RestartProcess[" + nameOrId + ", updateEnv=" + updateEnv.keySet() + "]";
        }
    }

    record DeleteProcess(@ValidTarget String nameOrId) implements Targeted<Results.Affected> {
    }

    record ReloadProcess(@ValidTarget String nameOrId) implements Targeted<Results.Reloaded> {
    }

    record GracefulReload(@ValidTarget String nameOrId) implements Targeted<Results.Reloaded> {
    }

    record ResetMetadata(@ValidTarget String nameOrId) implements Targeted<Results.Affected> {
    }

    record ScaleProcess(@ValidTarget String nameOrId, @ValidInstances Instances instances)
            implements
                Targeted<Results.Affected> {
    }

    record SendSignal(@ValidTarget String nameOrId, Signal signal) implements Targeted<Results.Affected> {
    }

    /// @param line without a line end, which is added
    record SendLine(
            @ValidTarget String nameOrId,
            @Size(min = 1, max = 32_768, message = "has 1 to 32768 characters") @Pattern(regexp = "[^\\n\\r\\x00]*", message = "is one line") String line)
            implements
                Targeted<Results.Affected> {
    }

    record TriggerAction(
            @ValidTarget String nameOrId,
            @Size(min = 1, max = 200, message = "has 1 to 200 characters") String action,
            Optional<@Size(max = 32_768, message = "has at most 32768 characters") String> params)
            implements
                Targeted<Results.ActionReply> {
    }

    /// @param nameOrId only the logs of these processes; empty for all, and the daemon's own
    record FlushLogs(Optional<@ValidTarget String> nameOrId) implements Command<Results.Affected> {
        @Override
        public Optional<String> target() {
            return nameOrId;
        }
    }

    record ReloadLogs() implements Command<Results.Affected> {
    }

    /// @param force write the list even if it is empty
    record SaveProcessList(boolean force) implements Command<Results.Affected> {
    }

    record ResurrectProcesses() implements Command<Results.Affected> {
    }

    record KillPm2(@AssertTrue(message = "must be true: this ends every process and the daemon") boolean confirm)
            implements
                Command<Results.Affected> {
    }

    record Startup(Optional<Platform> platform, Optional<@ValidUser String> user)
            implements
                Command<Results.StartupResult> {
    }

    record GenerateStartupScript(Optional<Platform> platform, Optional<@ValidUser String> user)
            implements
                Command<Results.StartupScript> {
    }
}
