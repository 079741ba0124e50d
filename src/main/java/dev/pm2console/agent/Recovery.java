package dev.pm2console.agent;

import dev.pm2console.alerts.AlertRefusal;
import dev.pm2console.command.Failure;
import dev.pm2console.process.DaemonFailure;

/// What a model does next when a tool failed.
final class Recovery {

    private Recovery() {
    }

    static String from(Failure failure) {
        return switch (failure) {
            case Failure.InvalidArgument _ -> "Put right what violations names, then call the tool again.";
            case Failure.Forbidden _ -> "Don't try again: this token may not. Tell the user which role is needed.";
            case Failure.SwitchedOff _ -> "Don't try again: agents may only read here. Tell the user what you would have done.";
            case Failure.ProcessNotFound _ -> "Call listProcesses, and use an id or a name that it tells.";
            case Failure.ActionNotFound _ -> "Use one of the actions that it names.";
            case Failure.LineNotFound _ -> "Call showLogs without before and beforeKey.";
            case Failure.NameTaken _ -> "Choose another name, or restartProcess the one that is there.";
            case Failure.NotCluster _ -> "Leave it at one instance, or delete it and start it again with exec_mode cluster.";
            case Failure.NotFork _ -> "Choose a process in fork mode.";
            case Failure.AlreadyRunning _ -> "Nothing is to be done; restartProcess would run it anew.";
            case Failure.NotRunning _ -> "restartProcess starts what is stopped; then try again.";
            case Failure.EmptyList _ ->
                "Only save an empty list (force) if the user wants nothing to come back after a reboot.";
            case Failure.ScriptNotFound _ ->
                "Give script as a path relative to cwd, or to the apps root where there is no cwd.";
            case Failure.OutsideAppsRoot _ -> "Use a path inside the apps root; what is elsewhere can't be started from here.";
            case Failure.Partly it -> "Call listProcesses to see for which it was done. " + from(it.first());
            case Failure.TooManySearches _ -> "Wait some seconds, then search again.";
            case Failure.TooManyCalls it -> "Wait " + it.seconds() + " s, then call fewer tools.";
            case Failure.CalledOff _ -> "Call listProcesses to see what was done before.";
            case Failure.Busy _ -> "Wait until the other command has ended, then look at showProcessInfo before you try again.";
            case Failure.Daemon(DaemonFailure.Unreachable _) ->
                "Call getPM2Status. Where the daemon is down, resurrectProcesses or startProcess bring it up; logs can be read meanwhile.";
            case Failure.Daemon(DaemonFailure.TimedOut _) ->
                "It may have been done all the same: call getPM2Status and showProcessInfo before you try again.";
            case Failure.Daemon(DaemonFailure.ConnectionLost _) ->
                "It may have been done all the same: call getPM2Status and showProcessInfo before you try again.";
            case Failure.Daemon(DaemonFailure.Refused _) -> "Read what PM2 says in message; showLogs often tells more.";
            case Failure.Account _ -> "Tell the user.";
            case Failure.Alert(AlertRefusal _) -> "Tell the user.";
        };
    }
}
