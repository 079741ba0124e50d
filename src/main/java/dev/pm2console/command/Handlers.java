package dev.pm2console.command;

import java.time.Duration;

import dev.pm2console.accounts.Caller;

/// Who carries out which command. By then it is known that the caller may, and that the command is valid.
///
/// @param timeout how long an application may take to reply
record Handlers(
        Reads reads,
        LogReads logs,
        LogFileReads logFiles,
        HistoryReads history,
        EventReads events,
        AuditReads audits,
        Actions actions,
        Reloads reloads,
        Starts starts,
        Upkeep upkeep,
        AccountActions accounts,
        AlertActions alerts,
        AppFiles files,
        Duration timeout) {

    @SuppressWarnings("unchecked") // each case answers what its command declares
    <R> R run(Caller caller, Command<R> command, Course course) {
        return (R) switch (command) {
            case Command.StartProcess it -> starts.start(it.app());
            case Command.StopProcess it -> actions.stop(it.nameOrId());
            case Command.RestartProcess it -> actions.restart(it.nameOrId(), it.updateEnv(), course);
            case Command.DeleteProcess it -> actions.delete(it.nameOrId());
            case Command.ListProcesses it -> reads.list(it);
            case Command.ShowProcessInfo it -> reads.show(it);
            case Command.GetPm2Status _ -> reads.status();
            case Command.DescribeProcess it -> reads.describe(it);
            case Command.ShowLogs it -> logs.show(it);
            case Command.LogContext it -> logs.context(it);
            case Command.FlushLogs it -> upkeep.flush(it.nameOrId());
            case Command.ReloadLogs _ -> upkeep.reloadLogs();
            case Command.ScaleProcess it -> actions.scale(it);
            case Command.ReloadProcess it -> reloads.reload(it.nameOrId(), course);
            case Command.GracefulReload it -> reloads.gracefulReload(it.nameOrId(), course);
            case Command.ResetMetadata it -> actions.reset(it.nameOrId());
            case Command.Startup it -> upkeep.installBootScript(it);
            case Command.GenerateStartupScript it -> upkeep.bootScript(it);
            case Command.SaveProcessList it -> upkeep.save(it.force());
            case Command.ResurrectProcesses _ -> upkeep.resurrect(course);
            case Command.KillPm2 _ -> upkeep.kill();
            case Command.Monitor it -> reads.monitor(it);
            case Command.GetPm2Version _ -> reads.version();
            case Command.StartStopped it -> actions.start(it.nameOrId());
            case Command.SendSignal it -> actions.signal(it);
            case Command.SendLine it -> actions.sendLine(it);
            case Command.TriggerAction it -> actions.trigger(it, timeout);
            case Command.StartEcosystem it -> starts.startEcosystem(it);
            case Command.GetDrift _ -> reads.drift();
            case ListAudit it -> audits.list(it);
            case ExportAudit it -> audits.export(it);
            case Command.LogUsage _ -> logFiles.usage();
            case SearchLogs it -> logFiles.search(it);
            case DownloadLog it -> logFiles.download(it);
            case GetHistory it -> history.history(it);
            case RecentHistory it -> history.recent(it);
            case ListEvents it -> events.list(it);
            case AccountCommand<R> it -> accounts.run(caller, it);
            case AlertCommand<R> it -> alerts.run(caller, it);
            case FileCommand<R> it -> files.run(it);
        };
    }
}
