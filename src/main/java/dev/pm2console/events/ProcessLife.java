package dev.pm2console.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import dev.pm2console.events.Teller.Telling;
import dev.pm2console.process.DaemonNote;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;

/// What happens to one process of PM2's list, put together of what the daemon tells bit by bit. An end waits for [#SETTLE], as
/// its facts come over several messages; what comes behind it waits with it, so that the order stays. For one thread at a time.
final class ProcessLife {

    /// How long the facts of an event may take to come in.
    static final Duration SETTLE = Duration.ofMillis(300);
    /// So long after an end it is clear that nothing follows.
    static final Duration FOLLOWS = Duration.ofSeconds(2);
    /// What the daemon said is about an end that comes within this time.
    private static final Duration ABOUT = Duration.ofMinutes(1);

    private final Teller teller;
    private final ProcessId id;
    private final Agenda agenda = new Agenda();
    private final CrashLoop loop = new CrashLoop();
    private String name;
    private String namespace;
    private Options options = new Options(Map.of());
    private Optional<Instant> createdAt = Optional.empty();
    private Notes notes = Notes.NONE;
    private Optional<Duration> delay = Optional.empty();
    private Optional<Instant> run = Optional.empty();
    private Optional<Instant> endedRun = Optional.empty();
    private Optional<End> end = Optional.empty();
    private Optional<Rise> rise = Optional.empty();
    private boolean started;
    private Optional<ProcessEvent> saidBefore = Optional.empty();
    private boolean isUp;
    private int restarts;
    private OptionalInt firstHeard = OptionalInt.empty();
    private Instant heard = Instant.MIN;
    private boolean wasListed;

    ProcessLife(Teller teller, ProcessId id, String name, String namespace) {
        this.teller = teller;
        this.id = id;
        this.name = name;
        this.namespace = namespace;
    }

    ProcessId id() {
        return id;
    }

    String name() {
        return name;
    }

    String namespace() {
        return namespace;
    }

    /// How often it was restarted, as far as it was told.
    int restarts() {
        return restarts;
    }

    /// When something was heard of it last.
    Instant heard() {
        return heard;
    }

    /// Whether the list had it already.
    boolean wasListed() {
        return wasListed;
    }

    Seen seen() {
        return new Seen(id, name, restarts, isUp ? run : Optional.empty());
    }

    boolean isPending() {
        return !agenda.isEmpty();
    }

    /// Takes over how the list has it, where nothing was told.
    void adopt(ManagedProcess process) {
        restarts = process.restarts();
        run = process.onlineSince();
        isUp = process.status().isUp();
        options(process);
    }

    /// The list has it so.
    void options(ManagedProcess process) {
        name = process.name();
        namespace = process.namespace();
        options = new Options(process.options());
        createdAt = process.createdAt();
        wasListed = true;
    }

    /// A counter that was set back is no news.
    void reset(int counted) {
        restarts = Math.min(restarts, counted);
    }

    /// Told what happened before something was heard of it, if anything did.
    void missed(Seen before, Instant now, String when) {
        var missed = firstHeard.orElse(0) - before.restarts();
        if (missed > 0) {
            tell(Telling.of(now, EventKind.RESTART, Why.of(Cause.UNKNOWN,
                    (missed == 1 ? "restarted " : "restarted " + missed + " times ") + when)).count(missed));
        }
    }

    /// Told that PM2 counts more restarts than were heard of.
    ///
    /// @param before how many restarts were heard of
    void counted(int before, ManagedProcess process, String reason, Instant now) {
        var missed = process.restarts() - before;
        adopt(process);
        end = Optional.empty();
        tell(Telling.of(process.onlineSince().orElse(now), EventKind.RESTART, Why.of(Cause.UNKNOWN,
                (missed == 1 ? "restarted " : "restarted " + missed + " times ") + reason)).count(missed)
                .standing(new Standing(Optional.of(process.status()), false, OptionalInt.of(process.restarts()),
                        OptionalInt.of(process.unstableRestarts()))));
    }

    void note(DaemonNote note, Instant now) {
        heard = now;
        notes = notes.with(note);
        if (note instanceof DaemonNote.WillRestart will) {
            delay = Optional.of(will.delay());
        }
    }

    void event(ProcessEvent event, Instant now) {
        heard = now;
        restarts = event.restarts();
        firstHeard = firstHeard.isPresent() ? firstHeard : OptionalInt.of(restarts);
        namespace = event.namespace();
        switch (event.event()) {
            case "exit" -> exit(event, now);
            case "online" -> online(event, now);
            case "start" -> start();
            case "stop" -> stop(event, now);
            case "restart overlimit" -> gaveUp(event, now);
            case "restart", "reload", "graceful reload", "softReload" -> said(event);
            default -> {
                // scaling, deleting and whatever else: the list shows what came of it
            }
        }
    }

    /// Tells what had its time, and what time alone makes clear.
    ///
    /// @param status as the list has it; empty where that is not known
    void settle(Instant now, Optional<Status> status) {
        agenda.tell(now);
        if (agenda.isEmpty()) {
            if (end.isPresent() && !end.get().at().plus(FOLLOWS).isAfter(now)
                    && status.filter(it -> it == Status.STOPPED || it == Status.ERRORED).isPresent()) {
                stays(end.get());
            }
            if (isUp && loop.since().isPresent()
                    && run.filter(it -> !it.plus(CrashLoop.STAYS_UP).isAfter(now)).isPresent()) {
                recovered(now);
            }
        }
    }

    /// Tells everything at once.
    void settleAll() {
        agenda.tellAll();
    }

    /// It is in the list no more.
    void deleted(Instant at, Why otherwise) {
        settleAll();
        var asked = teller.askers().toEnd(id, name, at);
        var why = asked.map(Why::asked).orElse(otherwise);
        tell(Telling.of(at, EventKind.DELETE, why).ending(end.map(it -> it.ending(teller.witness())).orElse(Ending.NONE))
                .aside(isPartOfScaling(asked)).retells(end.flatMap(End::told)));
    }

    private void exit(ProcessEvent event, Instant now) {
        if (end.isPresent() && !isUp && end.get().isOf(event)) {
            end.get().again(event);
            return;
        }
        if (!isUp && event.onlineSince().isPresent() && event.onlineSince().equals(endedRun)) {
            return; // PM2 tells an end that it brought about twice
        }
        if (!isUp && run.isPresent() && !event.onlineSince().equals(run)) {
            rise(event, event.onlineSince().orElse(event.at()), now); // nobody told that it was up, so short it was
        }
        var ending = new End(id, event, notes.since(event.at().minus(ABOUT)), teller.witness().memory(id), options);
        notes = Notes.NONE;
        isUp = false;
        run = event.onlineSince();
        endedRun = run;
        end = Optional.of(ending);
        agenda.add(now.plus(SETTLE), () -> tellEnd(ending));
    }

    private void online(ProcessEvent event, Instant now) {
        if (isUp && run.isPresent() && run.equals(event.onlineSince())) {
            return;
        }
        rise(event, event.at(), now);
        isUp = true;
        run = event.onlineSince().or(() -> Optional.of(event.at()));
    }

    private void rise(ProcessEvent event, Instant at, Instant now) {
        var up = new ProcessEvent("online", event.manually(), at, event.id(), event.name(), event.namespace(),
                Optional.of(Status.ONLINE), event.restarts(), event.unstableRestarts(), event.onlineSince(), event.exitCode());
        end.ifPresent(it -> it.next(event.onlineSince().orElse(at)));
        var risen = new Rise(up, isUp, end, end.isPresent() ? Notes.NONE : notes.since(at.minus(ABOUT)));
        if (started) {
            risen.started();
        }
        saidBefore.filter(it -> !it.at().plus(FOLLOWS).isBefore(at)).ifPresent(it -> risen.said(it.event()));
        saidBefore = Optional.empty();
        started = false;
        end = Optional.empty();
        if (isUp) {
            notes = Notes.NONE;
        }
        rise = Optional.of(risen);
        agenda.add(now, () -> tell(new Telling(at, EventKind.ONLINE, Optional.empty(), Ending.NONE, standing(up), 1, true,
                Optional.empty())));
        agenda.add(now.plus(SETTLE), () -> tellRise(risen));
    }

    private void start() {
        if (rise.isPresent()) {
            rise.get().started();
        } else {
            started = !isUp;
        }
    }

    private void said(ProcessEvent event) {
        if (event.manually() && rise.isPresent()) {
            rise.get().said(event.event());
        } else if (event.manually()) {
            saidBefore = Optional.of(event); // PM2 5 tells late that it is up
            end.ifPresent(End::saidByCommand);
        }
    }

    private void stop(ProcessEvent event, Instant now) {
        end.ifPresent(it -> {
            if (event.manually()) {
                it.saidByCommand();
            }
            end = Optional.empty();
            agenda.add(now, () -> tellStop(it));
        });
    }

    /// PM2 tells this before the end that made it give up.
    private void gaveUp(ProcessEvent event, Instant now) {
        exit(event, now);
        end.filter(it -> !it.isGivenUp()).ifPresent(it -> {
            it.gaveUp();
            agenda.add(now.plus(SETTLE), () -> tellGaveUp(it));
        });
    }

    private void tellEnd(End ending) {
        var why = ending.why(teller.askers(), teller.zone());
        var asked = teller.askers().toEnd(id, name, ending.at());
        ending.told(tell(Telling.of(ending.at(), EventKind.EXIT, why).ending(ending.ending(teller.witness()))
                .standing(standing(ending.event())).aside(isPartOfScaling(asked) && ending.isIntended())));
        switch (why.cause()) {
            case SELF, SIGNAL, UNKNOWN -> {
                if (loop.ended(ending.at(), ending.event().unstableRestarts()) && !ending.isGivenUp()) {
                    tellLoop(ending, why);
                }
            }
            case PERSON, MEMORY_LIMIT, WATCH, CRON, GAVE_UP -> loop.over();
        }
    }

    private void tellLoop(End ending, Why why) {
        var times = loop.total();
        var within = Duration.between(loop.since().orElse(ending.at()), ending.at());
        var reason = "ended " + times + " times"
                + (within.isPositive() ? " within " + Sizes.time(Math.max(1_000, within.toMillis())) : "") + ", last: "
                + why.reason() + ". "
                + options.outlook(ending.at(), ending.event().unstableRestarts(), createdAt, delay);
        tell(Telling.of(ending.at(), EventKind.CRASH_LOOP, Why.of(why.cause(), reason))
                .ending(ending.ending(teller.witness())).standing(standing(ending.event())).count(times));
    }

    private void tellGaveUp(End ending) {
        var why = ending.why(teller.askers(), teller.zone());
        var times = Math.max(1, ending.event().unstableRestarts());
        tell(Telling.of(ending.at(), EventKind.GAVE_UP,
                Why.of(Cause.GAVE_UP, "PM2 gave up after " + times + " quick ends, last: " + why.reason()))
                .ending(ending.ending(teller.witness()))
                .standing(new Standing(Optional.of(Status.ERRORED), false, OptionalInt.of(ending.event().restarts()),
                        OptionalInt.of(times)))
                .count(times).retells(ending.told()));
        loop.over();
        if (end.filter(it -> it == ending).isPresent()) {
            end = Optional.empty();
        }
    }

    private void tellStop(End ending) {
        tell(Telling.of(ending.at(), EventKind.STOP, ending.why(teller.askers(), teller.zone()))
                .ending(ending.ending(teller.witness())).standing(standing(ending.event())).retells(ending.told()));
        loop.over();
    }

    /// It ended, and nothing follows.
    private void stays(End ending) {
        end = Optional.empty();
        if (ending.isIntended()) {
            tellStop(ending);
        }
    }

    private void tellRise(Rise risen) {
        if (rise.filter(it -> it == risen).isPresent()) {
            rise = Optional.empty();
        }
        var asked = teller.askers().toStart(id, name, risen.at());
        var kind = risen.kind(asked);
        var why = risen.end().map(it -> it.why(teller.askers(), teller.zone())).or(() -> risen.why(asked))
                .or(() -> options.cron().filter(it -> CronTimes.isDue(it, risen.at(), teller.zone()))
                        .map(it -> Why.of(Cause.CRON, "cron: " + it)));
        tell(new Telling(risen.at(), kind, why, risen.ending(teller.witness()), standing(risen.event()), 1,
                kind == EventKind.START && isPartOfScaling(asked), risen.end().flatMap(End::told)));
    }

    private void recovered(Instant now) {
        tell(new Telling(now, EventKind.ONLINE, Optional.of(Why.of(Cause.UNKNOWN, "stays up since its restart: the crash loop"
                + " is over, after " + loop.total() + " ends")), Ending.NONE,
                new Standing(Optional.of(Status.ONLINE), false, OptionalInt.of(restarts), OptionalInt.empty()), 1, false,
                Optional.empty()));
        loop.over();
    }

    private static boolean isPartOfScaling(Optional<Asked> asked) {
        return asked.filter(it -> it.command().equals("scaleProcess") || it.command().equals("killPM2")).isPresent();
    }

    private Event tell(Telling telling) {
        return teller.tell(this, telling);
    }

    private static Standing standing(ProcessEvent event) {
        return new Standing(event.status(), event.manually(), OptionalInt.of(event.restarts()),
                OptionalInt.of(event.unstableRestarts()));
    }
}
