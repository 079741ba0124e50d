package dev.pm2console.pm2;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import org.jboss.logging.Logger;

import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;
import dev.pm2console.process.DaemonNote;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.DaemonStatus;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessEvent;

/// Knows at any time whether the daemon is there and what it runs, at little cost to it: the list is loaded once, then
/// kept by what the bus tells, and loaded again shortly after something changed and otherwise every few seconds
/// ([LoadPace]).
final class DaemonWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DaemonWatch.class);

    /// Between attempts to reach a daemon that is not there; the bus notices its return sooner.
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Pm2Home home;
    private final RpcClient rpc;
    private final ProcessRecordReader reader;
    private final Duration silence;
    private final ProcessTable table = new ProcessTable(InstantSource.system());
    private final Listeners listeners = new Listeners();
    private final LoadPace pace = new LoadPace();
    private final ReentrantLock loading = new ReentrantLock();
    private final Alarm alarm = new Alarm();
    private final Thread thread;

    private final AtomicLong failures = new AtomicLong();
    private volatile boolean closed;
    /// Whether the daemon may be another than the one that reported.
    private volatile boolean isNew = true;
    private volatile long loadBegan = System.nanoTime();
    private volatile DaemonStatus status;

    /// @param silence how long a daemon may stay silent before it counts as unreachable
    DaemonWatch(Pm2Home home, RpcClient rpc, ProcessRecordReader reader, Duration silence) {
        this.silence = silence;
        this.home = home;
        this.rpc = rpc;
        this.reader = reader;
        this.status = absent(DaemonState.DOWN, "PM2 has not been asked yet");
        this.thread = Thread.ofVirtual().name("pm2-watch").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    DaemonStatus status() {
        return status;
    }

    ProcessTable table() {
        return table;
    }

    Listeners listeners() {
        return listeners;
    }

    /// The daemon told something, or was asked to do something: its list is worth another look, as soon as that has
    /// settled.
    void wake() {
        alarm.raise(false);
    }

    /// The connection to the daemon came or went: nothing that is known of it may be believed a moment longer.
    void wakeAtOnce() {
        isNew = true;
        alarm.raise(true);
    }

    /// The bus told an event.
    void note(ProcessEvent event) {
        table.note(event);
        listeners.processEvent(event);
        listeners.listChanged();
        wake();
    }

    /// The daemon said why it does what it does.
    void note(DaemonNote note) {
        listeners.daemonNote(note);
    }

    /// Loads the list, or waits for a load that began after this was called. Whoever waited for one that failed is told
    /// so, and does not wait for another.
    List<ManagedProcess> refresh() {
        var asked = System.nanoTime();
        var failed = failures.get();
        lockForLoad();
        try {
            if (failures.get() != failed && status.state() == DaemonState.UNREACHABLE) {
                throw new DaemonException(new DaemonFailure.Unreachable(status.reason(), status.state()));
            }
            if (loadBegan - asked < 0 || status.state() != DaemonState.ONLINE) {
                loadOrTell();
            }
            return table.list();
        } finally {
            loading.unlock();
        }
    }

    private void lockForLoad() {
        try {
            if (!loading.tryLock(silence.multipliedBy(2).toNanos(), TimeUnit.NANOSECONDS)) {
                throw new DaemonException(new DaemonFailure.TimedOut("getMonitorData", silence.multipliedBy(2)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DaemonException(new DaemonFailure.TimedOut("getMonitorData", Duration.ZERO), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            try {
                refresh();
            } catch (DaemonException e) {
                LOG.debug("PM2's list could not be loaded", e);
            }
            try {
                await();
            } catch (InterruptedException ending) {
                return;
            }
        }
    }

    /// Returns when the list is to be loaded again.
    private void await() throws InterruptedException {
        if (status.state() == DaemonState.ONLINE) {
            alarm.await(pace.idle(), pace.settle());
        } else {
            alarm.await(RETRY, Duration.ZERO);
        }
    }

    private void loadOrTell() {
        try {
            load();
        } catch (DaemonException e) {
            failures.incrementAndGet();
            offline(e.failure());
            throw e;
        } catch (RuntimeException e) {
            LOG.error("PM2's list could not be understood", e);
            failures.incrementAndGet();
            var failure = new DaemonFailure.Unreachable("the console can't understand PM2's list; its log says more",
                    DaemonState.UNREACHABLE);
            offline(failure);
            throw new DaemonException(failure, e);
        }
    }

    /// The daemon counts as online only when its list is there: nobody is shown an empty one meanwhile.
    private void load() {
        var report = status.state() == DaemonState.ONLINE && !isNew ? Optional.<DaemonReport> empty()
                : Optional.of(rpc.call(silence, "getReport", DaemonReport::read, Map.of()));
        isNew = false;
        var began = System.nanoTime();
        table.loadBegins(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        List<ManagedProcess> list;
        try {
            list = rpc.call(silence, "getMonitorData", reader::list, Map.of());
        } catch (RuntimeException e) {
            table.loadFailed();
            throw e;
        }
        loadBegan = began;
        pace.loaded(Duration.ofNanos(System.nanoTime() - began));
        var changed = table.loaded(list);
        report.ifPresent(this::online);
        if (changed) {
            listeners.listChanged();
        }
    }

    private void online(DaemonReport report) {
        var before = status;
        status = new DaemonStatus(DaemonState.ONLINE, "", home.directory(), home.pid(), report.version(), report.node(),
                report.startedAt());
        if (!status.equals(before)) {
            LOG.infof("PM2 %s is online in %s", report.version().orElse("of unknown version"), home.directory());
            listeners.daemonChanged(status);
        }
    }

    /// What was known of the daemon is void: it is gone, or does not answer.
    private void offline(DaemonFailure failure) {
        var state = failure instanceof DaemonFailure.Unreachable unreachable ? unreachable.state() : DaemonState.UNREACHABLE;
        var before = status;
        status = absent(state, reason(failure));
        if (before.state() != state) {
            LOG.infof("PM2 is %s: %s", state, status.reason());
            table.clear();
            pace.reset();
            listeners.daemonChanged(status);
            listeners.listChanged();
        }
    }

    /// What the failure of a call says of the daemon: nothing was asked that could have taken effect.
    private static String reason(DaemonFailure failure) {
        return switch (failure) {
            case DaemonFailure.TimedOut it -> "the daemon did not answer within " + it.after().toMillis() + " ms";
            case DaemonFailure.ConnectionLost _ -> "the daemon closed the connection";
            case DaemonFailure.Unreachable it -> it.message();
            case DaemonFailure.Refused it -> it.message();
        };
    }

    private DaemonStatus absent(DaemonState state, String reason) {
        var pid = state == DaemonState.DOWN ? OptionalLong.empty() : home.pid();
        return new DaemonStatus(state, reason, home.directory(), pid, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
