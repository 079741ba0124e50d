package dev.pm2console.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One entry of PM2's list: only what the console shows, never PM2's whole record, because PM2 copies every environment
/// variable onto that.
///
/// @param id               PM2's number for it
/// @param name             shared by the instances of a cluster
/// @param namespace        `default` where none was given
/// @param status           PM2's word for its state
/// @param pid              the system process, empty where there is none
/// @param mode             fork or cluster
/// @param restarts         since it was started or reset
/// @param unstableRestarts restarts in quick succession: PM2 gives up when they reach `max_restarts`
/// @param onlineSince      when the present system process was started; empty unless it is up
/// @param createdAt        when PM2 took it into its list or last reset it
/// @param user             the system user it runs as
/// @param watching         whether PM2 restarts it when its files change
/// @param version          of the application's `package.json`
/// @param nodeVersion      of the Node.js that runs it
/// @param exitCode         of the last system process that ended
/// @param module           a PM2 module rather than an application
/// @param cpuByDaemon      percent of one core as the daemon measured it last; for processes the console can't see
/// @param memoryByDaemon   bytes, likewise
/// @param logs             its log files
/// @param options          its configuration under PM2's own option names: text, numbers, booleans and lists of them
/// @param env              the names of its environment variables, with fingerprints of their values
/// @param probes           figures it publishes of itself
/// @param actions          names of the custom actions it offers
public record ManagedProcess(
        ProcessId id,
        String name,
        String namespace,
        Status status,
        OptionalLong pid,
        ExecMode mode,
        int restarts,
        int unstableRestarts,
        Optional<Instant> onlineSince,
        Optional<Instant> createdAt,
        Optional<String> user,
        boolean watching,
        Optional<String> version,
        Optional<String> nodeVersion,
        OptionalInt exitCode,
        boolean module,
        double cpuByDaemon,
        long memoryByDaemon,
        LogFiles logs,
        Map<String, Object> options,
        EnvFingerprint env,
        List<Probe> probes,
        List<String> actions) {

    public ManagedProcess {
        options = Map.copyOf(options);
        probes = List.copyOf(probes);
        actions = List.copyOf(actions);
    }

    /// The same process in another state.
    public ManagedProcess withState(
            Status status, OptionalLong pid, int restarts, Optional<Instant> onlineSince, OptionalInt exitCode) {
        return new ManagedProcess(id, name, namespace, status, pid, mode, restarts, unstableRestarts, onlineSince,
                createdAt, user, watching, version, nodeVersion, exitCode, module, cpuByDaemon, memoryByDaemon, logs,
                options, env, probes, actions);
    }
}
