package dev.pm2console.pm2;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.process.AppDefinition;
import dev.pm2console.process.BootScript;
import dev.pm2console.process.DaemonListener;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.DaemonStatus;
import dev.pm2console.process.LogListener;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.SavedList;
import dev.pm2console.process.Signal;

/// PM2 over its own sockets, and over the `pm2` command where the sockets don't offer something.
///
/// Made by [Pm2].
final class Pm2ProcessManager implements ProcessManager {

    private final RpcClient rpc;
    private final DaemonCalls calls;
    private final DaemonWatch watch;
    private final CustomActions actions;
    private final EnvHasher hasher;
    private final Pm2Command command;
    private final Launcher launcher;
    private final DumpFile dump;
    private final BootScripts bootScripts;
    private final ObjectMapper json;
    private final DaemonEnd end;
    private final LogFeed logs;

    Pm2ProcessManager(
            RpcClient rpc,
            DaemonCalls calls,
            DaemonEnd end,
            DaemonWatch watch,
            CustomActions actions,
            EnvHasher hasher,
            Pm2Command command,
            Launcher launcher,
            DumpFile dump,
            BootScripts bootScripts,
            ObjectMapper json,
            LogFeed logs) {
        this.rpc = rpc;
        this.calls = calls;
        this.end = end;
        this.watch = watch;
        this.actions = actions;
        this.hasher = hasher;
        this.command = command;
        this.launcher = launcher;
        this.dump = dump;
        this.bootScripts = bootScripts;
        this.json = json;
        this.logs = logs;
    }

    @Override
    public DaemonStatus daemon() {
        return watch.status();
    }

    @Override
    public List<ManagedProcess> processes() {
        calls.refuseUnlessOnline();
        var list = watch.table().list();
        calls.refuseUnlessOnline(); // or it may be the list that was emptied meanwhile
        return list;
    }

    @Override
    public List<ManagedProcess> known() {
        return watch.status().state() == DaemonState.ONLINE ? watch.table().list() : List.of();
    }

    @Override
    public List<ManagedProcess> remembered() {
        return watch.table().remembered();
    }

    @Override
    public List<ManagedProcess> refresh() {
        calls.refuseIfUnreachable();
        return watch.refresh();
    }

    @Override
    public Optional<String> commandVersion() {
        return command.version();
    }

    @Override
    public void start(ProcessId id) {
        calls.act("startProcessId", id.value());
    }

    @Override
    public void stop(ProcessId id) {
        calls.call("stopWatch", "stopProcessId", id.value());
        calls.act("stopProcessId", id.value());
        calls.tellBus(id, "stop");
    }

    @Override
    public void restart(ProcessId id, Map<String, String> env) {
        calls.act("restartProcessId", Map.of("id", id.value(), "env", env));
        calls.tellBus(id, "restart");
    }

    @Override
    public void delete(ProcessId id) {
        calls.call("stopWatch", "deleteProcessId", id.value());
        calls.call("deleteProcessId", id.value());
        watch.table().remove(id);
        watch.wake();
    }

    @Override
    public void reload(ProcessId id) {
        calls.call("reloadProcessId", Map.of("id", id.value(), "env", Map.of()));
        calls.tellBus(id, "reload");
    }

    @Override
    public void gracefulReload(ProcessId id) {
        calls.call("softReloadProcessId", Map.of("id", id.value(), "env", Map.of()));
        calls.tellBus(id, "graceful reload");
    }

    @Override
    public void duplicate(ProcessId id) {
        calls.call("duplicateProcessId", id.value());
    }

    @Override
    public void reset(ProcessId id) {
        calls.call("resetMetaProcessId", id.value());
    }

    @Override
    public void signal(ProcessId id, Signal signal) {
        calls.call("sendSignalToProcessId", Map.of("process_id", id.value(), "signal", signal.name()));
    }

    @Override
    public void sendLine(ProcessId id, String line) {
        calls.call("sendLineToStdin", Map.of("pm_id", id.value(), "line", line + "\n"));
    }

    @Override
    public Optional<String> trigger(ProcessId id, String action, Optional<String> parameter, Duration patience) {
        return actions.trigger(id, action, parameter, patience);
    }

    @Override
    public void reloadLogs() {
        calls.call("reloadLogs", Map.of());
    }

    @Override
    public void launch(List<AppDefinition> apps, boolean reload) {
        launcher.launch(apps, reload);
    }

    @Override
    public Set<String> changedVariables(ManagedProcess process, Map<String, String> env) {
        return hasher.changed(process.env(), env);
    }

    @Override
    public void save() {
        dump.write(rpc.call("getMonitorData", parser -> json.<JsonNode> readTree(parser), Map.of()));
    }

    @Override
    public Optional<SavedList> saved() {
        return dump.read();
    }

    @Override
    public void resurrect() {
        launcher.resurrect();
    }

    @Override
    public void kill() {
        calls.refuseIfUnreachable();
        end.kill();
    }

    @Override
    public Map<ProcessId, String> reveal(Set<ProcessId> ids, String variable) {
        return rpc.call("getMonitorData", parser -> EnvValueReader.find(parser, ids, variable), Map.of());
    }

    @Override
    public BootScript bootScript(String platform, String initSystem, String user) {
        return bootScripts.script(platform, initSystem, user);
    }

    @Override
    public Optional<String> commandLine(Optional<Path> directory, List<String> arguments) {
        return command.line(directory, arguments);
    }

    @Override
    public void installBootScript(String initSystem, String user) {
        bootScripts.install(initSystem, user);
    }

    @Override
    public String bootScriptCommand(String initSystem, String user) {
        return bootScripts.commandLine(initSystem, user);
    }

    @Override
    public void listen(DaemonListener listener) {
        watch.listeners().add(listener);
    }

    @Override
    public void listen(LogListener listener) {
        logs.listen(listener);
    }
}
