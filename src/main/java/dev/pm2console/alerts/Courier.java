package dev.pm2console.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

import org.jboss.logging.Logger;

import dev.pm2console.storage.StorageException;

/// Takes messages to channels: each channel on a virtual thread of its own, one message after the other, so that none waits for
/// another channel. What fails is tried again, later and later. Everything is in the tables, so what is on its way when the
/// console ends goes on when it is back, and may arrive twice then, but not never.
final class Courier implements AutoCloseable {

    /// How long after each failure the next try comes; after the last there is none.
    static final List<Duration> PAUSES = List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2),
            Duration.ofMinutes(5));

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int AT_ONCE = 20;

    private final AlertTables tables;
    private final AlertBook book;
    private final Messenger messenger;
    private final InstantSource clock;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService lanes = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("alerts-", 0).factory());

    Courier(AlertTables tables, AlertBook book, Messenger messenger, InstantSource clock) {
        this.tables = tables;
        this.book = book;
        this.messenger = messenger;
        this.clock = clock;
    }

    /// Sets out with all that is due; returns soon.
    void round() {
        for (var channel : tables.channelsWithDue(clock.instant())) {
            if (busy.add(channel)) {
                try {
                    lanes.execute(() -> deliver(channel));
                } catch (RejectedExecutionException ending) {
                    busy.remove(channel);
                }
            }
        }
    }

    @Override
    public void close() {
        lanes.shutdownNow();
    }

    private void deliver(long channel) {
        try {
            for (var delivery : tables.due(channel, clock.instant(), AT_ONCE)) {
                var outcome = book.channels().stream().filter(it -> it.id() == channel).findFirst()
                        .map(it -> messenger.send(it.destination(), delivery.message()))
                        .orElseGet(() -> new Outcome.Refused("the channel was removed"));
                if (Thread.currentThread().isInterrupted()) {
                    return; // the console ends: it will be tried again
                }
                note(delivery, outcome);
            }
        } catch (StorageException e) {
            LOG.errorf("alerts could not be delivered: %s", e.getMessage());
        } finally {
            busy.remove(channel);
        }
    }

    private void note(Delivery delivery, Outcome outcome) {
        var now = clock.instant();
        switch (outcome) {
            case Outcome.Delivered it ->
                tables.tried(delivery.id(), Delivery.State.DELIVERED, it.answer(), now, Optional.empty());
            case Outcome.Refused it -> failed(delivery, it.reason(), now);
            case Outcome.Failed it -> {
                if (delivery.tries() < PAUSES.size()) {
                    tables.tried(delivery.id(), Delivery.State.PENDING, it.reason(), now,
                            Optional.of(now.plus(PAUSES.get(delivery.tries()))));
                } else {
                    failed(delivery, it.reason(), now);
                }
            }
        }
    }

    private void failed(Delivery delivery, String reason, Instant now) {
        LOG.warnf("an alert of the rule \"%s\" did not reach the channel \"%s\": %s",
                Wording.plain(delivery.message().rule()), Wording.plain(delivery.channelName()), reason);
        tables.tried(delivery.id(), Delivery.State.FAILED, reason, now, Optional.empty());
    }
}
