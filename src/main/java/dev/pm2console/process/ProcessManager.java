package dev.pm2console.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One PM2 daemon and its processes: the port through which the console does everything.
///
/// Reads answer from memory at once. Actions block the calling (virtual) thread until PM2 has answered, at most until
/// their deadline, and throw [DaemonException]. An action on a single process says nothing about what another caller does
/// to it at the same time; whoever needs an order has to keep it.
public interface ProcessManager {

    /// The daemon as it was seen last; never waits.
    DaemonStatus daemon();

    /// The list, sorted by id; never waits.
    ///
    /// @throws DaemonException if the daemon isn't online: what it runs isn't known then
    List<ManagedProcess> processes();

    /// The list, sorted by id; empty while the daemon isn't online.
    List<ManagedProcess> known();

    /// The list, sorted by id; while the daemon isn't online the last one that was seen.
    List<ManagedProcess> remembered();

    /// Asks the daemon for its list now, and answers it.
    List<ManagedProcess> refresh();

    /// The version of the `pm2` command, where there is one.
    Optional<String> commandVersion();

    /// A line for a person's shell that runs the `pm2` command on this home; empty where there is no command.
    ///
    /// @param directory where to run it; empty where that does not matter
    Optional<String> commandLine(Optional<Path> directory, List<String> arguments);

    /// Starts what is stopped or errored.
    void start(ProcessId id);

    /// Stops, and keeps in the list. A file watcher is stopped too.
    void stop(ProcessId id);

    /// Restarts; what is stopped is started.
    ///
    /// @param env variables to merge into its environment; none keeps it
    void restart(ProcessId id, Map<String, String> env);

    /// Stops and removes from the list.
    void delete(ProcessId id);

    /// Replaces a cluster instance by a new one, then ends the old.
    void reload(ProcessId id);

    /// Like [#reload], but asks the old instance to finish its connections before it is ended.
    void gracefulReload(ProcessId id);

    /// Adds one more instance like this one.
    void duplicate(ProcessId id);

    /// Sets its counters to 0.
    void reset(ProcessId id);

    /// Sends a signal to its system process, which must be there: PM2 would signal its own process group otherwise.
    void signal(ProcessId id, Signal signal);

    /// Writes a line, and the line end, to its standard input.
    void sendLine(ProcessId id, String line);

    /// Runs one of the application's custom actions.
    ///
    /// @param parameter given to the action, where there is one
    /// @param patience  how long to wait for the application's reply
    /// @return the application's reply as JSON text; empty if none came in time
    Optional<String> trigger(ProcessId id, String action, Optional<String> parameter, Duration patience);

    /// Makes PM2 open every log file anew.
    void reloadLogs();

    /// Starts new applications, and the daemon where there is none. Names that the list has already are restarted (or
    /// reloaded) with the new options.
    ///
    /// @param reload reload what runs already instead of restarting it
    void launch(List<AppDefinition> apps, boolean reload);

    /// The names of those of these variables that the process has not, or has with another value.
    Set<String> changedVariables(ManagedProcess process, Map<String, String> env);

    /// Writes the list to `dump.pm2`, after copying what was there to its `.bak`.
    void save();

    /// What was saved last; empty if nothing was or if it can't be read.
    Optional<SavedList> saved();

    /// Starts what the saved list has and the running one has not, and the daemon where there is none.
    void resurrect();

    /// Ends every process and the daemon.
    void kill();

    /// The values of one variable in these processes' environments, asked for at this moment and not kept; nothing for a
    /// process that has it not.
    Map<ProcessId, String> reveal(Set<ProcessId> ids, String variable);

    /// The boot script for this home.
    ///
    /// @param initSystem `systemd`, `systemv`, `openrc`, `launchd` or `rcd`
    BootScript bootScript(String platform, String initSystem, String user);

    /// Lets the `pm2` command install its boot script: needs root.
    void installBootScript(String initSystem, String user);

    /// The command a person has to run as root to install the boot script.
    String bootScriptCommand(String initSystem, String user);

    /// From now on `listener` is told what happens.
    void listen(DaemonListener listener);

    /// From now on `listener` is told what processes write.
    void listen(LogListener listener);
}
