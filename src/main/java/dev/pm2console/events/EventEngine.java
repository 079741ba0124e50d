package dev.pm2console.events;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import dev.pm2console.process.DaemonListener;
import dev.pm2console.process.DaemonNote;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.DaemonStatus;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessId;
import dev.pm2console.storage.StorageTries;
import dev.pm2console.storage.StorageTries.Outcome;

/// Finds out what happened, and why, of what the daemon and the console tell. One timer serves all processes. May be told by
/// any thread, and waits for nothing.
public final class EventEngine implements DaemonListener, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EventEngine.class);
    /// How often it is looked what has settled, while something has to.
    private static final Duration TICK = Duration.ofMillis(50);
    /// How often it is looked at the list.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Supplier<List<ManagedProcess>> known;
    private final Witness witness;
    private final InstantSource clock;
    private final Recollection recollection;
    private final StorageTries memories = new StorageTries(EventEngine.class, "how processes were seen last");
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
    private final Thread timer = Thread.ofVirtual().name("events").unstarted(this::run);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition pending = lock.newCondition();
    // guarded by the lock
    private final Askers askers = new Askers();
    private final Lives lives;
    private long number;

    /// @param known        the list as it is now; empty while there is no daemon
    /// @param recollection what was known when the console ended last
    public EventEngine(Supplier<List<ManagedProcess>> known, Witness witness, InstantSource clock, ZoneId zone,
            Recollection recollection) {
        this.known = known;
        this.witness = witness;
        this.clock = clock;
        this.recollection = recollection;
        this.number = recollection.lastNumber();
        this.lives = new Lives(new Around(zone), recollection);
    }

    /// Begins to tell.
    public void start() {
        timer.start();
    }

    /// From now on `listener` is told of every event.
    public void listen(EventListener listener) {
        listeners.add(listener);
    }

    /// Somebody gave a command.
    public void began(Asked asked) {
        locked(() -> askers.began(asked));
    }

    /// The command was carried out, or was not.
    ///
    /// @param told what the timeline says of it; empty where it had no effect
    public void ended(Asked asked, Optional<Done> told) {
        locked(() -> {
            askers.ended(asked, told.isPresent(), clock.instant());
            told.ifPresent(
                    done -> done.events(asked).forEach(it -> tell(it.id(), it.process(), Optional.empty(), it.telling())));
        });
    }

    @Override
    public void daemonChanged(DaemonStatus status) {
        var list = known.get();
        locked(() -> {
            if (status.state() == DaemonState.ONLINE) {
                lives.arrive(status, list, clock.instant());
            } else {
                lives.depart(status, askers.toKill(clock.instant()), clock.instant());
            }
        });
    }

    @Override
    public void processEvent(ProcessEvent event) {
        locked(() -> lives.event(event, clock.instant()));
    }

    @Override
    public void daemonNote(DaemonNote note) {
        locked(() -> lives.note(note, clock.instant()));
    }

    @Override
    public void listChanged() {
        // the timer looks at it
    }

    /// Tells what has settled.
    void settle() {
        var list = known.get();
        locked(() -> {
            var now = clock.instant();
            askers.forget(now);
            lives.settle(list, now);
        });
    }

    /// Tells what is waiting, and keeps what is known for the next time.
    @Override
    public void close() {
        timer.interrupt();
        locked(lives::settleAll);
        remember();
    }

    private void run() {
        var looked = clock.instant();
        try {
            while (true) {
                waitForNews();
                settle();
                var now = clock.instant();
                if (now.isAfter(looked.plus(LOOK.multipliedBy(5)))) {
                    looked = now;
                    remember();
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForNews() throws InterruptedException {
        lock.lock();
        try {
            for (var left = LOOK.toNanos(); left > 0 && !lives.isPending();) {
                left = pending.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
        Thread.sleep(TICK);
    }

    private void remember() {
        Optional<Lives.Memory> changed;
        lock.lock();
        try {
            changed = lives.toRemember();
        } finally {
            lock.unlock();
        }
        if (changed.isPresent() && memories.run(
                () -> recollection.keep(changed.get().processes(), changed.get().daemonSince())) == Outcome.LATER) {
            lock.lock();
            try {
                lives.notRemembered();
            } finally {
                lock.unlock();
            }
        }
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
            if (lives.isPending()) {
                pending.signal();
            }
        } catch (RuntimeException e) {
            LOG.error("an event could not be found out", e);
        } finally {
            lock.unlock();
        }
    }

    private Event tell(Optional<ProcessId> id, Optional<String> process, Optional<String> namespace, Teller.Telling telling) {
        var event = new Event(++number, telling.at(), telling.kind(), id, process, namespace,
                telling.why().map(Why::cause), telling.why().map(Why::reason), telling.why().flatMap(Why::actor),
                telling.ending(), telling.standing(), telling.count(), telling.aside(),
                telling.retells().map(it -> OptionalLong.of(it.number())).orElse(OptionalLong.empty()));
        for (var listener : listeners) {
            try {
                listener.happened(event);
            } catch (RuntimeException e) {
                LOG.error("a listener to events failed", e);
            }
        }
        return event;
    }

    /// What lives need around them.
    private final class Around implements Teller {

        private final ZoneId zone;

        Around(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public Witness witness() {
            return witness;
        }

        @Override
        public Askers askers() {
            return askers;
        }

        @Override
        public ZoneId zone() {
            return zone;
        }

        @Override
        public Event tell(ProcessLife of, Telling telling) {
            return EventEngine.this.tell(Optional.of(of.id()), Optional.of(of.name()), Optional.of(of.namespace()), telling);
        }

        @Override
        public void tellOfDaemon(Telling telling) {
            EventEngine.this.tell(Optional.empty(), Optional.empty(), Optional.empty(), telling);
        }
    }
}
