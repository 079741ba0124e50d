package dev.pm2console.pm2;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.pm2console.pm2.RpcCall.Answer;
import dev.pm2console.pm2.wire.AmpReader;
import dev.pm2console.pm2.wire.Json;
import dev.pm2console.pm2.wire.ProtocolException;
import dev.pm2console.pm2.wire.RpcReply;
import dev.pm2console.process.DaemonFailure;
import dev.pm2console.process.DaemonFailure.ConnectionLost;
import dev.pm2console.process.DaemonFailure.Unreachable;
import dev.pm2console.process.DaemonState;

/// One connection to `rpc.sock` and the calls on it.
///
/// Two virtual threads do everything that may block: one connects, then reads; the other writes. Callers only hand a
/// call over and wait for its answer, so neither a daemon that doesn't read nor one that doesn't answer holds up more
/// than their own deadline. The connection ends, with both threads, when the daemon ends it, when it is closed, or when
/// it is retired (takes no new calls) and the last call that somebody waits for is over.
final class RpcConnection {

    private static final int BUFFER = 64 << 10;

    private final DaemonSocket socket;
    private final SocketChannel channel;
    private final Json json;
    private final int messageLimit;
    private final Consumer<RpcConnection> ended;
    private final BlockingQueue<RpcCall> unsent = new LinkedBlockingQueue<>();

    private final ReentrantLock lock = new ReentrantLock();
    // guarded by the lock
    private final Map<String, RpcCall> calls = new LinkedHashMap<>();
    private boolean retired;

    /// @param ended told once the connection has ended; any thread
    /// @throws IOException if the system has no more sockets to give
    RpcConnection(DaemonSocket socket, Json json, int messageLimit, Consumer<RpcConnection> ended)
            throws IOException {
        this.socket = socket;
        this.json = json;
        this.messageLimit = messageLimit;
        this.ended = ended;
        this.channel = socket.open();
    }

    /// Begins to connect. To be called once, after the first call was accepted (it fails with the connection).
    void start() {
        Thread.ofVirtual().name("pm2-rpc-reader").start(this::connectAndRead);
    }

    /// Takes the call on, to be written and answered by the connection's threads.
    ///
    /// @return false where this connection takes no calls any more
    boolean accept(RpcCall call) {
        lock.lock();
        try {
            if (retired) {
                return false;
            }
            calls.put(call.id(), call);
            return unsent.add(call);
        } finally {
            lock.unlock();
        }
    }

    /// Forgets a call that its caller no longer waits for: if it has not been written yet it never will be, and a reply
    /// is ignored.
    ///
    /// @param retire whether the connection is to take no new calls
    void abandon(RpcCall call, boolean retire) {
        lock.lock();
        try {
            calls.remove(call.id());
            retired |= retire;
        } finally {
            lock.unlock();
        }
        endIfOver();
    }

    int inFlight() {
        lock.lock();
        try {
            return calls.size();
        } finally {
            lock.unlock();
        }
    }

    /// Fails the calls in flight at once.
    void close() {
        end(ConnectionLost::new);
    }

    private void connectAndRead() {
        try {
            socket.connect(channel);
        } catch (IOException e) {
            var why = socket.explain(e);
            end(_ -> why);
            return;
        }
        var writer = Thread.ofVirtual().name("pm2-rpc-writer").start(this::write);
        try {
            read();
        } catch (ProtocolException e) {
            end(e.code() == ProtocolException.Code.TRUNCATED ? ConnectionLost::new : method -> garbled(method, e));
        } catch (IOException e) {
            end(ConnectionLost::new);
        } finally {
            end(ConnectionLost::new);
            writer.interrupt();
        }
    }

    private void read() throws IOException {
        var in = new AmpReader(channel, BUFFER, messageLimit);
        for (var reply = RpcReply.read(in, json); reply.isPresent(); reply = RpcReply.read(in, json)) {
            answer(reply.get());
        }
    }

    private void answer(RpcReply reply) {
        Optional<RpcCall> call;
        lock.lock();
        try {
            call = Optional.ofNullable(calls.remove(reply.id()));
        } finally {
            lock.unlock();
        }
        call.ifPresent(waiting -> waiting.answer().complete(new Answer.Replied(reply)));
        endIfOver();
    }

    private void write() {
        try {
            while (true) {
                var call = unsent.take();
                if (isWaitedFor(call)) {
                    writeWhole(call);
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            retire(); // what the daemon said before it hung up is still to be read
        }
    }

    private void writeWhole(RpcCall call) throws IOException {
        while (call.frame().hasRemaining()) {
            channel.write(call.frame());
        }
    }

    private boolean isWaitedFor(RpcCall call) {
        lock.lock();
        try {
            return calls.containsKey(call.id());
        } finally {
            lock.unlock();
        }
    }

    private void retire() {
        lock.lock();
        try {
            retired = true;
        } finally {
            lock.unlock();
        }
        endIfOver();
    }

    private void endIfOver() {
        boolean over;
        lock.lock();
        try {
            over = retired && calls.values().stream().allMatch(RpcCall::told);
        } finally {
            lock.unlock();
        }
        if (over) {
            end(ConnectionLost::new);
        }
    }

    /// Closes the channel, which ends both threads, and fails what is in flight. Has no effect the second time.
    private void end(Function<String, DaemonFailure> failure) {
        List<RpcCall> failed;
        lock.lock();
        try {
            retired = true;
            failed = List.copyOf(calls.values());
            calls.clear();
        } finally {
            lock.unlock();
        }
        try {
            channel.close();
        } catch (IOException e) {
            // it is of no more use either way
        }
        failed.forEach(call -> call.answer().complete(new Answer.Failed(failure.apply(call.method()))));
        ended.accept(this);
    }

    private DaemonFailure garbled(String method, ProtocolException e) {
        return new Unreachable(
                socket.path() + " does not speak PM2's protocol: " + e.getMessage() + "; " + method
                        + " may have taken effect",
                DaemonState.UNREACHABLE);
    }
}
