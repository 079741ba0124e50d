package dev.pm2console.alerts;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jboss.logging.Logger;

import dev.pm2console.storage.StorageTries;

/// Everything about alerts: rules and channels, what holds now, what there was, and what became of the messages.
public final class Alerts {

    private static final Logger LOG = Logger.getLogger(Alerts.class);
    /// So many changes may wait for a database that can't be written; of more the oldest are lost.
    private static final int MOST_WAITING = 1_000;

    private final AlertTables tables;
    private final AlertBook book;
    private final AlertEngine engine = new AlertEngine();
    private final Messenger messenger;
    private final Courier courier;
    private final MailSender mail;
    private final TestPace pace;
    private final InstantSource clock;
    private final AtomicLong leftOut = new AtomicLong();
    private final StorageTries tries = new StorageTries(Alerts.class, "alerts, and what becomes of them");
    private final StorageTries expirations = new StorageTries(Alerts.class, "what is left of alerts after their time");
    /// What the database is yet to be told; one thread.
    private final Deque<AlertChange> waiting = new ArrayDeque<>();
    private long lost;

    Alerts(AlertTables tables, MailSender mail, Messenger messenger, InstantSource clock) {
        this.tables = tables;
        this.book = new AlertBook(tables, new DestinationChange(mail::isConfigured), clock);
        this.messenger = messenger;
        this.courier = new Courier(tables, book, messenger, clock);
        this.mail = mail;
        this.pace = new TestPace(clock);
        this.clock = clock;
        restore();
    }

    /// By number.
    public List<Rule> rules() {
        return book.rules();
    }

    /// By number.
    public List<Channel> channels() {
        return book.channels();
    }

    /// What holds now; never waits.
    public List<Standing> standings() {
        return engine.standings();
    }

    /// Newest first.
    public List<PastAlert> recent(int limit) {
        return tables.recent(limit);
    }

    /// Newest first.
    public List<Delivery> deliveries(int limit) {
        return tables.deliveries(limit);
    }

    /// How many messages were not even tried since the console's start, because too many waited.
    public long leftOut() {
        return leftOut.get();
    }

    /// Whether the console has a mail server.
    public boolean canMail() {
        return mail.isConfigured();
    }

    /// @throws AlertException if that can't be done
    public Rule add(RuleChange rule) {
        return book.add(rule);
    }

    /// @throws AlertException if that can't be done
    public Rule change(long id, RuleChange change) {
        return book.change(id, change);
    }

    /// @return the rule as it was
    /// @throws AlertException if there is none
    public Rule removeRule(long id) {
        return book.removeRule(id);
    }

    /// @throws AlertException if that can't be done
    public Channel add(ChannelKind kind, ChannelChange channel) {
        return book.add(kind, channel);
    }

    /// @throws AlertException if that can't be done
    public Channel change(long id, ChannelChange change) {
        return book.change(id, change);
    }

    /// @return the channel as it was
    /// @throws AlertException if there is none, or a rule tells it
    public Channel removeChannel(long id) {
        return book.removeChannel(id);
    }

    /// How a test of a channel went.
    ///
    /// @param channel   its name
    /// @param delivered whether the message was taken
    /// @param detail    what the other side answered, or why not
    /// @param took      how long it took
    public record Tested(String channel, boolean delivered, String detail, Duration took) {
    }

    /// Sends a message to a channel now, and waits for what happens.
    ///
    /// @param by who wants it
    /// @throws AlertException if there is none, or there were too many tests
    public Tested test(long id, String by) {
        var channel = book.channel(id);
        pace.admit();
        var began = System.nanoTime();
        var outcome = messenger.send(channel.destination(),
                AlertMessage.test(Wording.plain(channel.name()), Wording.plain(by),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return new Tested(channel.name(), outcome instanceof Outcome.Delivered, outcome.words(),
                Duration.ofNanos(System.nanoTime() - began));
    }

    /// One moment; called about every second.
    void look(Sighting seen) {
        waiting.addAll(engine.tick(seen, book.rules()));
        while (waiting.size() > MOST_WAITING) {
            waiting.removeFirst();
            lost++;
        }
        if (waiting.isEmpty() || tries.run(() -> keep(List.copyOf(waiting))) != StorageTries.Outcome.LATER) {
            waiting.clear();
            tries.run(courier::round);
        }
    }

    private void keep(List<AlertChange> changes) {
        var missed = tables.keep(changes, book.channels(), clock.instant());
        if (lost > 0) {
            LOG.errorf("alerts could not be kept for so long that %d of their changes are lost", lost);
            lost = 0;
        }
        if (missed > 0 && leftOut.getAndAdd(missed) == 0) {
            LOG.warn("more alerts wait to be delivered than may wait: some are not sent (the Alerts page lists them)");
        }
    }

    /// Forgets what is old; called every hour.
    void expire() {
        expirations.run(() -> tables.expire(clock.instant().minus(Bounds.KEPT_FOR), Bounds.KEPT));
    }

    void close() {
        courier.close();
    }

    /// What was told before the console was started anew is not told again.
    private void restore() {
        var now = clock.instant();
        for (var alert : tables.open(now.minus(Bounds.LONGEST))) {
            var isWatched = book.rules().stream().anyMatch(it -> it.id() == alert.rule() && it.enabled());
            if (isWatched) {
                engine.restore(alert.rule(), alert.message().subject(), alert.message().since(), alert.message().at(),
                        alert.endedAt().isPresent());
            } else if (alert.endedAt().isEmpty()) {
                tries.run(() -> tables.end(alert.rule(), alert.message().subject(), now));
            }
        }
    }
}
