package dev.pm2console.pm2;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jboss.logging.Logger;

import dev.pm2console.pm2.wire.AmpReader;
import dev.pm2console.pm2.wire.BusMessage;
import dev.pm2console.pm2.wire.ProtocolException;
import dev.pm2console.process.DaemonFailure.Unreachable;
import dev.pm2console.process.DaemonState;

/// Hears what the daemon publishes on `pub.sock` (docs: "Bus" of the protocol page), over one connection that is made
/// again whenever it ends.
///
/// The daemon keeps in its own memory what a listener does not read, so the one thread here always reads and waits for
/// nobody: messages go into the bounded queues of the subscriptions, and what nobody wants or has room for is passed
/// over in the read buffer. It is a platform thread: at 100 MB/s it would never leave its carrier to others.
public final class BusClient implements AutoCloseable {

    /// While there is no socket file, how often it is looked for; after a failed attempt, how soon the next is.
    static final Duration FIRST_WAIT = Duration.ofMillis(100);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(BusClient.class);
    private static final int BUFFER = 256 << 10;

    private final DaemonSocket socket;
    private final int messageLimit;
    private final BusListener listener;
    private final List<BusTaker> takers = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<Optional<SocketChannel>> open = new AtomicReference<>(Optional.empty());
    private final Thread thread = Thread.ofPlatform().daemon().name("pm2-bus").unstarted(this::run);

    // the thread's own
    private final Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT);
    private Optional<Unreachable> told = Optional.empty();

    /// @param socket       `pub.sock` of the daemon's home; need not exist
    /// @param messageLimit the longest message, in bytes; a longer one ends the connection
    /// @param listener     told of connections made and lost
    public BusClient(Path socket, int messageLimit, BusListener listener) {
        this.socket = new DaemonSocket(socket);
        this.messageLimit = messageLimit;
        this.listener = listener;
    }

    /// Begins to connect and read. To be called once.
    public void start() {
        thread.start();
    }

    /// Begins to collect the messages of some topics. May be called before [#start], so that none is missed.
    ///
    /// @param topics      such as `process:event`
    /// @param maxMessages the most messages that are kept, 1 or more
    /// @param maxBytes    the most bytes of payload that are kept, 1 or more
    public BusSubscription subscribe(Set<String> topics, int maxMessages, long maxBytes) {
        var subscription = new BusSubscription(topics, maxMessages, maxBytes, takers::remove);
        attach(subscription);
        return subscription;
    }

    /// From now on `taker` is offered messages. Closing the bus closes it.
    void attach(BusTaker taker) {
        takers.add(taker);
        if (isClosed()) {
            taker.close();
        }
    }

    /// Ends the connection, the thread and all subscriptions. The listener hears nothing of it.
    @Override
    public void close() {
        closed.countDown();
        open.getAndSet(Optional.empty()).ifPresent(BusClient::close);
        takers.forEach(BusTaker::close);
    }

    private void run() {
        try {
            while (!isClosed()) {
                var before = socket.identity();
                if (before.isEmpty()) {
                    tell(socket.absent());
                    waitOrClose(FIRST_WAIT);
                } else {
                    tell(connectAndRead());
                    pauseUnlessReplaced(backoff.next(), before.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns when the connection has ended, with the reason.
    private Unreachable connectAndRead() {
        try (var channel = socket.open()) {
            open.set(Optional.of(channel));
            if (isClosed()) {
                return ended();
            }
            try {
                socket.connect(channel);
            } catch (IOException e) {
                return socket.explain(e);
            }
            told = Optional.empty();
            notice(listener::connected);
            read(channel);
            return ended();
        } catch (ProtocolException e) {
            return e.code() == ProtocolException.Code.TRUNCATED ? ended() : garbled(e);
        } catch (IOException e) {
            LOG.debug("bus connection lost", e);
            return ended();
        } catch (RuntimeException e) {
            LOG.error("reading the bus failed; it is tried again", e);
            return new Unreachable("the console failed to read " + socket.path(), DaemonState.UNREACHABLE);
        }
    }

    private void read(SocketChannel channel) throws IOException {
        var in = new AmpReader(channel, BUFFER, messageLimit);
        var interested = new ArrayList<BusTaker>();
        BusMessage.Filter filter = (topic, length) -> {
            backoff.reset(); // it talks sense
            interested.clear();
            for (var taker : takers) {
                if (taker.wants(topic, length)) {
                    interested.add(taker);
                }
            }
            return !interested.isEmpty();
        };
        for (var message = BusMessage.read(in, filter); message.isPresent(); message = BusMessage.read(in, filter)) {
            for (var taker : interested) {
                taker.add(message.get());
            }
        }
    }

    private void tell(Unreachable why) {
        if (!isClosed() && !told.equals(Optional.of(why))) {
            told = Optional.of(why);
            notice(() -> listener.disconnected(why));
        }
    }

    private static void notice(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("a listener failed", e);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /// @return true where there is no reason to wait on
    private boolean waitOrClose(Duration wait) throws InterruptedException {
        return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Waits, but not on when the daemon has put another socket in the place of the one that failed.
    private void pauseUnlessReplaced(Duration wait, DaemonSocket.Identity failed) throws InterruptedException {
        for (var left = wait; left.isPositive(); left = left.minus(FIRST_WAIT)) {
            var slice = left.compareTo(FIRST_WAIT) < 0 ? left : FIRST_WAIT;
            if (waitOrClose(slice) || !socket.identity().equals(Optional.of(failed))) {
                return;
            }
        }
    }

    private Unreachable ended() {
        return new Unreachable("the PM2 daemon closed " + socket.path(), DaemonState.DOWN);
    }

    private Unreachable garbled(ProtocolException e) {
        return new Unreachable(socket.path() + " does not speak PM2's protocol: " + e.getMessage(),
                DaemonState.UNREACHABLE);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing the bus connection", e);
        }
    }
}
