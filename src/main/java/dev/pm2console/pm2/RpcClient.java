package dev.pm2console.pm2;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import dev.pm2console.pm2.RpcCall.Answer;
import dev.pm2console.pm2.wire.Json;
import dev.pm2console.pm2.wire.ProtocolException;
import dev.pm2console.pm2.wire.RpcReply;
import dev.pm2console.pm2.wire.RpcRequest;
import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;
import dev.pm2console.process.DaemonFailure.Refused;
import dev.pm2console.process.DaemonFailure.TimedOut;
import dev.pm2console.process.DaemonFailure.Unreachable;
import dev.pm2console.process.DaemonState;

/// Calls the daemon's methods over `rpc.sock` (docs: "RPC" of the protocol page). Any number of threads may call at
/// once: their calls share one connection, and each is answered when its own reply comes. Connects when a call needs it,
/// and again with the next call after the connection ended.
///
/// A call that misses its deadline retires the connection: the next call opens another, the calls that are still on the
/// old one go on, and when the last of them is over it is closed.
public final class RpcClient implements AutoCloseable {

    private final DaemonSocket socket;
    private final Duration deadline;
    private final int messageLimit;
    private final Json json = new Json();
    private final AtomicLong ids = new AtomicLong();

    private final ReentrantLock lock = new ReentrantLock();
    // guarded by the lock
    private Optional<RpcConnection> current = Optional.empty();
    private final Set<RpcConnection> open = new HashSet<>();
    private boolean closed;

    /// @param socket       `rpc.sock` of the daemon's home; need not exist
    /// @param deadline     how long a call waits unless it says otherwise
    /// @param messageLimit the longest reply, in bytes
    public RpcClient(Path socket, Duration deadline, int messageLimit) {
        this.socket = new DaemonSocket(socket);
        this.deadline = deadline;
        this.messageLimit = messageLimit;
    }

    /// Calls a method and waits for its result, for at most the client's deadline. See [#call(Duration, String,
    /// RpcResult, Object...)].
    public <T> T call(String method, RpcResult<T> reader, Object... args) {
        return call(deadline, method, reader, args);
    }

    /// Calls a method and waits for its result.
    ///
    /// @param deadline for all of it: connecting, writing, waiting
    /// @param method   PM2's name for it
    /// @param reader   takes from the result what is needed, on the calling thread
    /// @param args     what is sent, as JSON; PM2 wants exactly one for most methods
    /// @throws DaemonException `Unreachable` where no connection is to be had or what came is not PM2's protocol,
    ///                         `Refused` where PM2 answers with an error, `ConnectionLost` where the connection ends
    ///                         first, `TimedOut` where the deadline passes first or the calling thread is interrupted
    ///                         (which it stays)
    public <T> T call(Duration deadline, String method, RpcResult<T> reader, Object... args) {
        var id = Long.toString(ids.incrementAndGet());
        var request = new RpcRequest(id, method, List.of(args));
        var call = new RpcCall(id, method, request.toMessage(json).toBuffer(), false);
        return switch (exchange(call, deadline)) {
            case Answer.Replied(RpcReply.Result result) -> read(method, result, reader);
            case Answer.Replied(RpcReply.Failure refusal) ->
                throw new DaemonException(new Refused(method, refusal.error()));
            case Answer.Failed(var failure) -> throw new DaemonException(failure);
        };
    }

    /// Sends what the daemon never answers; calls that follow are carried out after it. Whether it arrived shows only by
    /// them.
    ///
    /// @throws DaemonException `Unreachable` where the system has no more sockets to give
    public void tell(String method, Object... args) {
        var id = Long.toString(ids.incrementAndGet());
        send(new RpcCall(id, method, new RpcRequest(id, method, List.of(args)).toMessage(json).toBuffer(), true));
    }

    /// Fails the calls in flight and all later ones.
    @Override
    public void close() {
        List<RpcConnection> last;
        lock.lock();
        try {
            closed = true;
            last = List.copyOf(open);
        } finally {
            lock.unlock();
        }
        last.forEach(RpcConnection::close);
    }

    /// How many connections are open: one at most, but for those that end with the calls on them.
    int connections() {
        lock.lock();
        try {
            return open.size();
        } finally {
            lock.unlock();
        }
    }

    /// How many calls wait for their answers.
    int inFlight() {
        lock.lock();
        try {
            return open.stream().mapToInt(RpcConnection::inFlight).sum();
        } finally {
            lock.unlock();
        }
    }

    private Answer exchange(RpcCall call, Duration deadline) {
        var started = System.nanoTime();
        var connection = send(call);
        try {
            return call.answer().get(Math.max(0, deadline.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            connection.abandon(call, true);
            return failed(new TimedOut(call.method(), deadline));
        } catch (InterruptedException e) {
            connection.abandon(call, false);
            Thread.currentThread().interrupt();
            return failed(new TimedOut(call.method(), Duration.ofNanos(System.nanoTime() - started)));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call is answered, never failed", e);
        }
    }

    private RpcConnection send(RpcCall call) {
        lock.lock();
        try {
            if (closed) {
                throw new DaemonException(new Unreachable("the console is shutting down", DaemonState.UNREACHABLE));
            }
            var usable = current.filter(connection -> connection.accept(call));
            if (usable.isPresent()) {
                return usable.get();
            }
            var fresh = new RpcConnection(socket, json, messageLimit, this::forget);
            open.add(fresh);
            current = Optional.of(fresh);
            fresh.accept(call);
            fresh.start();
            return fresh;
        } catch (IOException e) {
            throw new DaemonException(socket.explain(e), e);
        } finally {
            lock.unlock();
        }
    }

    private void forget(RpcConnection ended) {
        lock.lock();
        try {
            open.remove(ended);
            current = current.filter(connection -> !connection.equals(ended));
        } finally {
            lock.unlock();
        }
    }

    private <T> T read(String method, RpcReply.Result result, RpcResult<T> reader) {
        try {
            return result.read(json, reader);
        } catch (ProtocolException e) {
            throw unreadable(method, e.getMessage(), e);
        } catch (IOException e) {
            throw unreadable(method, "it is not what was expected", e);
        }
    }

    private static DaemonException unreadable(String method, String why, IOException cause) {
        return new DaemonException(
                new Unreachable("can't read PM2's answer to " + method + ": " + why, DaemonState.UNREACHABLE), cause);
    }

    private static Answer failed(DaemonFailure failure) {
        return new Answer.Failed(failure);
    }
}
