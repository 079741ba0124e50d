package dev.pm2console.pm2;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.process.AppDefinition;
import dev.pm2console.process.BootScript;
import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;
import dev.pm2console.process.DaemonListener;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.DaemonStatus;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.SavedList;
import dev.pm2console.process.Signal;

/// PM2 over its own sockets, and over the `pm2` command where the sockets don't offer something.
///
/// Made by [Pm2].
final class Pm2ProcessManager implements ProcessManager {

    private static final Logger LOG = Logger.getLogger(Pm2ProcessManager.class);

    private final RpcClient rpc;
    private final DaemonWatch watch;
    private final ActionReplies replies;
    private final EnvHasher hasher;
    private final ProcessRecordReader reader;
    private final Pm2Command command;
    private final DumpFile dump;
    private final BootScripts bootScripts;
    private final ObjectMapper json;
    private final DaemonEnd end;

    Pm2ProcessManager(
            RpcClient rpc,
            DaemonWatch watch,
            ActionReplies replies,
            EnvHasher hasher,
            ProcessRecordReader reader,
            Pm2Command command,
            DumpFile dump,
            BootScripts bootScripts,
            ObjectMapper json,
            Duration deadline) {
        this.rpc = rpc;
        this.watch = watch;
        this.replies = replies;
        this.hasher = hasher;
        this.reader = reader;
        this.command = command;
        this.dump = dump;
        this.bootScripts = bootScripts;
        this.json = json;
        this.end = new DaemonEnd(rpc, watch, deadline);
    }

    @Override
    public DaemonStatus daemon() {
        return watch.status();
    }

    @Override
    public List<ManagedProcess> processes() {
        var status = watch.status();
        if (status.state() != DaemonState.ONLINE) {
            throw new DaemonException(new DaemonFailure.Unreachable(status.reason(), status.state()));
        }
        return watch.table().list();
    }

    @Override
    public List<ManagedProcess> known() {
        return watch.table().list();
    }

    @Override
    public List<ManagedProcess> remembered() {
        return watch.table().remembered();
    }

    @Override
    public List<ManagedProcess> refresh() {
        refuseIfUnreachable();
        return watch.refresh();
    }

    @Override
    public Optional<String> commandVersion() {
        return command.version();
    }

    @Override
    public void start(ProcessId id) {
        act("startProcessId", id.value());
    }

    @Override
    public void stop(ProcessId id) {
        call("stopWatch", "stopProcessId", id.value());
        act("stopProcessId", id.value());
        notify(id, "stop");
    }

    @Override
    public void restart(ProcessId id, Map<String, String> env) {
        act("restartProcessId", Map.of("id", id.value(), "env", env));
        notify(id, "restart");
    }

    @Override
    public void delete(ProcessId id) {
        call("stopWatch", "deleteProcessId", id.value());
        call("deleteProcessId", id.value());
        watch.table().remove(id);
        watch.wake();
    }

    @Override
    public void reload(ProcessId id) {
        call("reloadProcessId", Map.of("id", id.value(), "env", Map.of()));
        notify(id, "reload");
    }

    @Override
    public void gracefulReload(ProcessId id) {
        call("softReloadProcessId", Map.of("id", id.value(), "env", Map.of()));
        notify(id, "graceful reload");
    }

    @Override
    public void duplicate(ProcessId id) {
        call("duplicateProcessId", id.value());
    }

    @Override
    public void reset(ProcessId id) {
        call("resetMetaProcessId", id.value());
    }

    @Override
    public void signal(ProcessId id, Signal signal) {
        call("sendSignalToProcessId", Map.of("process_id", id.value(), "signal", signal.name()));
    }

    @Override
    public void sendLine(ProcessId id, String line) {
        call("sendLineToStdin", Map.of("pm_id", id.value(), "line", line + "\n"));
    }

    @Override
    public Optional<String> trigger(ProcessId id, String action, Optional<String> parameter, Duration patience) {
        var message = new LinkedHashMap<String, Object>();
        message.put("id", id.value());
        message.put("msg", action);
        parameter.ifPresent(value -> message.put("opts", value));
        try (var reply = replies.expect(id, action)) {
            call("msgProcess", message);
            return reply.await(patience);
        }
    }

    @Override
    public void reloadLogs() {
        call("reloadLogs", Map.of());
    }

    @Override
    public void launch(List<AppDefinition> apps, boolean reload) {
        var ecosystem = Map.of("apps", apps.stream().map(app -> {
            var record = new LinkedHashMap<String, Object>();
            record.put("name", app.name());
            record.putAll(app.options());
            return record;
        }).toList());
        try {
            command.launch(json.writeValueAsBytes(ecosystem), reload);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } finally {
            watch.wake();
        }
    }

    @Override
    public Set<String> changedVariables(ManagedProcess process, Map<String, String> env) {
        var hashes = hasher.session();
        var known = process.env().values();
        return env.entrySet().stream()
                .filter(entry -> !Long.valueOf(hashes.hash(entry.getValue())).equals(known.get(entry.getKey())))
                .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
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
        try {
            command.run("resurrect");
        } finally {
            watch.wake();
        }
    }

    @Override
    public void kill() {
        refuseIfUnreachable();
        end.kill();
    }

    @Override
    public Optional<String> reveal(ProcessId id, String variable) {
        return rpc.call("getMonitorData", parser -> EnvValueReader.find(parser, id, variable), Map.of());
    }

    @Override
    public BootScript bootScript(String platform, String initSystem, String user) {
        return bootScripts.script(platform, initSystem, user);
    }

    @Override
    public void installBootScript(String initSystem, String user) {
        command.run("startup", initSystem, "-u", user);
    }

    @Override
    public String bootScriptCommand(String initSystem, String user) {
        return bootScripts.commandLine(initSystem, user);
    }

    @Override
    public void listen(DaemonListener listener) {
        watch.listen(listener);
    }

    /// An action that answers the process as it is afterwards.
    private void act(String method, Object argument) {
        refuseIfUnreachable();
        try {
            rpc.call(method, reader::one, argument).ifPresent(watch.table()::put);
        } finally {
            watch.wake();
        }
    }

    private void call(String method, Object... arguments) {
        refuseIfUnreachable();
        try {
            rpc.call(method, JsonParser::currentToken, arguments);
        } finally {
            watch.wake();
        }
    }

    /// PM2's own command tells the bus what it did in this way; whoever listens there expects the same of us. Nobody has
    /// to wait for it, and a process that is gone by then needs no telling.
    private void notify(ProcessId id, String event) {
        var message = Map.of("id", id.value(), "action_name", event, "manually", true);
        Thread.startVirtualThread(() -> {
            try {
                rpc.call("notifyByProcessId", JsonParser::currentToken, message);
            } catch (DaemonException e) {
                LOG.debugf("%s of process %s was not told to the bus: %s", event, id, e.getMessage());
            }
        });
    }

    /// A daemon that is known to hang is not given more to do.
    private void refuseIfUnreachable() {
        var status = watch.status();
        if (status.state() == DaemonState.UNREACHABLE) {
            throw new DaemonException(new DaemonFailure.Unreachable(status.reason(), status.state()));
        }
    }
}
