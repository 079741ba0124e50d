package dev.pm2console.pm2;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonParser;

import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.ProcessId;

/// Calls that change something: what they answer goes into the list at once, and the rest of what they did is looked up
/// soon after.
final class DaemonCalls {

    private static final Logger LOG = Logger.getLogger(DaemonCalls.class);

    private final RpcClient rpc;
    private final DaemonWatch watch;
    private final ProcessRecordReader reader;

    DaemonCalls(RpcClient rpc, DaemonWatch watch, ProcessRecordReader reader) {
        this.rpc = rpc;
        this.watch = watch;
        this.reader = reader;
    }

    /// Calls a method that answers the process as it is afterwards.
    void act(String method, Object argument) {
        refuseIfUnreachable();
        try {
            rpc.call(method, reader::one, argument).ifPresent(process -> watch.table().put(process, Instant.now()));
        } finally {
            watch.wake();
        }
    }

    /// Calls a method whose answer says nothing that is needed.
    void call(String method, Object... arguments) {
        refuseIfUnreachable();
        try {
            rpc.call(method, JsonParser::currentToken, arguments);
        } finally {
            watch.wake();
        }
    }

    /// PM2's own command tells the bus what it did in this way; whoever listens there expects the same of us. Nobody has
    /// to wait for it, and a process that is gone by then needs no telling.
    void tellBus(ProcessId id, String event) {
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
    void refuseIfUnreachable() {
        refuse(state -> state == DaemonState.UNREACHABLE);
    }

    /// Only of a daemon that answers it is known what it runs.
    void refuseUnlessOnline() {
        refuse(state -> state != DaemonState.ONLINE);
    }

    private void refuse(Predicate<DaemonState> states) {
        var status = watch.status();
        if (states.test(status.state())) {
            throw new DaemonException(new DaemonFailure.Unreachable(status.reason(), status.state()));
        }
    }
}
