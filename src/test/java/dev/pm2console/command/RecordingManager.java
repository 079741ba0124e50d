package dev.pm2console.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

import dev.pm2console.process.AppDefinition;
import dev.pm2console.process.BootScript;
import dev.pm2console.process.DaemonListener;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.DaemonStatus;
import dev.pm2console.process.EnvFingerprint;
import dev.pm2console.process.ExecMode;
import dev.pm2console.process.LogFiles;
import dev.pm2console.process.LogListener;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.SavedList;
import dev.pm2console.process.Signal;
import dev.pm2console.process.Status;

/// Starts nothing, but lists what it was asked to start. It can do nothing else.
final class RecordingManager implements ProcessManager {

    private final Path home;
    private final List<ManagedProcess> list = new ArrayList<>();
    private final List<AppDefinition> launched = new ArrayList<>();

    RecordingManager(Path home) {
        this.home = home;
    }

    /// What it was asked to start.
    List<AppDefinition> launched() {
        return List.copyOf(launched);
    }

    @Override
    public DaemonStatus daemon() {
        return new DaemonStatus(DaemonState.ONLINE, "", home, OptionalLong.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<ManagedProcess> known() {
        return List.copyOf(list);
    }

    @Override
    public List<ManagedProcess> processes() {
        return known();
    }

    @Override
    public List<ManagedProcess> remembered() {
        return known();
    }

    @Override
    public List<ManagedProcess> refresh() {
        return known();
    }

    @Override
    public void launch(List<AppDefinition> apps, boolean reload) {
        launched.addAll(apps);
        apps.forEach(app -> list.add(process(list.size(), app)));
    }

    private static ManagedProcess process(int id, AppDefinition app) {
        var cluster = "cluster".equals(app.options().get("exec_mode"));
        return new ManagedProcess(new ProcessId(id), app.name(), "default", Status.ONLINE, OptionalLong.empty(),
                cluster ? ExecMode.CLUSTER : ExecMode.FORK, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), false,
                Optional.empty(), Optional.empty(), OptionalInt.empty(), false, 0, 0,
                new LogFiles(Optional.empty(), Optional.empty(), Optional.empty()), Map.of(), EnvFingerprint.EMPTY, List.of(),
                List.of());
    }

    private static UnsupportedOperationException never() {
        return new UnsupportedOperationException("a start does not ask for this");
    }

    @Override
    public Optional<String> commandVersion() {
        throw never();
    }

    @Override
    public void start(ProcessId id) {
        throw never();
    }

    @Override
    public void stop(ProcessId id) {
        throw never();
    }

    @Override
    public void restart(ProcessId id, Map<String, String> env) {
        throw never();
    }

    @Override
    public void delete(ProcessId id) {
        throw never();
    }

    @Override
    public void reload(ProcessId id) {
        throw never();
    }

    @Override
    public void gracefulReload(ProcessId id) {
        throw never();
    }

    @Override
    public void duplicate(ProcessId id) {
        throw never();
    }

    @Override
    public void reset(ProcessId id) {
        throw never();
    }

    @Override
    public void signal(ProcessId id, Signal signal) {
        throw never();
    }

    @Override
    public void sendLine(ProcessId id, String line) {
        throw never();
    }

    @Override
    public Optional<String> trigger(ProcessId id, String action, Optional<String> parameter, Duration patience) {
        throw never();
    }

    @Override
    public void reloadLogs() {
        throw never();
    }

    @Override
    public Set<String> changedVariables(ManagedProcess process, Map<String, String> env) {
        throw never();
    }

    @Override
    public void save() {
        throw never();
    }

    @Override
    public Optional<SavedList> saved() {
        throw never();
    }

    @Override
    public void resurrect() {
        throw never();
    }

    @Override
    public void kill() {
        throw never();
    }

    @Override
    public Map<ProcessId, String> reveal(Set<ProcessId> ids, String variable) {
        throw never();
    }

    @Override
    public BootScript bootScript(String platform, String initSystem, String user) {
        throw never();
    }

    @Override
    public void installBootScript(String initSystem, String user) {
        throw never();
    }

    @Override
    public Optional<String> commandLine(Optional<Path> directory, List<String> arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String bootScriptCommand(String initSystem, String user) {
        throw never();
    }

    @Override
    public void listen(LogListener listener) {
        throw never();
    }

    @Override
    public void listen(DaemonListener listener) {
        throw never();
    }
}
