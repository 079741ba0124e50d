package dev.pm2console.events;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.pm2console.process.DaemonNote;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessId;

/// The end of a system process, as its facts come in.
final class End {

    private static final String DEFAULT_SIGNAL = "SIGINT";
    private static final String KILL = "SIGKILL";

    private final ProcessId id;
    private final Notes notes;
    private final OptionalLong memory;
    private final Options options;
    private ProcessEvent event;
    private Optional<Instant> nextBegan = Optional.empty();
    private Optional<Event> told = Optional.empty();
    private boolean saidByCommand;
    private boolean gaveUp;

    End(ProcessId id, ProcessEvent event, Notes notes, OptionalLong memory, Options options) {
        this.id = id;
        this.event = event;
        this.notes = notes;
        this.memory = notes.overMemory().isPresent() ? OptionalLong.of(notes.overMemory().get().memory()) : memory;
        this.options = options;
    }

    ProcessEvent event() {
        return event;
    }

    Instant at() {
        return event.at();
    }

    /// Whether this event tells of the same end.
    boolean isOf(ProcessEvent other) {
        return other.onlineSince().equals(event.onlineSince());
    }

    /// The same was told again, with what is known by now. The first one has the right time.
    void again(ProcessEvent later) {
        event = new ProcessEvent(event.event(), event.manually(), event.at(), event.id(), event.name(), event.namespace(),
                later.status(), Math.max(event.restarts(), later.restarts()),
                Math.max(event.unstableRestarts(), later.unstableRestarts()), event.onlineSince(), later.exitCode());
    }

    void next(Instant began) {
        nextBegan = Optional.of(began);
    }

    void told(Event as) {
        told = Optional.of(as);
    }

    Optional<Event> told() {
        return told;
    }

    void saidByCommand() {
        saidByCommand = true;
    }

    void gaveUp() {
        gaveUp = true;
    }

    boolean isGivenUp() {
        return gaveUp;
    }

    /// Whether PM2 ended it.
    boolean isIntended() {
        return notes.stopping().isPresent();
    }

    Why why(Askers askers, ZoneId zone) {
        var asked = isIntended() || notes.exited().isEmpty() ? askers.toEnd(id, event.name(), at()) : Optional.<Asked> empty();
        var why = notes.overMemory().map(End::overMemory)
                .or(() -> asked.map(Why::asked))
                .or(() -> notes.fileChanged().map(it -> Why.of(Cause.WATCH, "a file changed: " + it.path())))
                .or(() -> notes.stopping().map(it -> intended(it.at(), zone)))
                .or(() -> askers.toSignal(id, event.name(), at()).filter(this::mayHaveBeenHit).map(End::signalled))
                .orElseGet(this::byItself);
        var killed = isIntended() && signal().filter(KILL::equals).isPresent();
        return killed ? why.and("; it did not end in time and was killed") : why;
    }

    Ending ending(Witness witness) {
        var signal = signal();
        var from = event.onlineSince().filter(it -> it.isAfter(at().minus(Ending.RECENT))).orElse(at().minus(Ending.RECENT));
        var to = nextBegan.orElse(at().plus(ProcessLife.SETTLE));
        var words = LastWords.of(witness.errors(id, from, to));
        return new Ending(signal.isPresent() ? OptionalInt.empty() : exitCode(), signal, uptime(), memory, words.lines(),
                words.key());
    }

    private OptionalLong uptime() {
        return event.onlineSince().map(since -> OptionalLong.of(Math.max(0, Duration.between(since, at()).toMillis())))
                .orElse(OptionalLong.empty());
    }

    private OptionalInt exitCode() {
        return notes.exited().map(it -> OptionalInt.of(it.code())).orElse(event.exitCode());
    }

    /// PM2 says `SIGINT` where none ended it, too.
    private Optional<String> signal() {
        return notes.exited().map(DaemonNote.Exited::signal).filter(it -> !it.equals(DEFAULT_SIGNAL));
    }

    static Why overMemory(DaemonNote.OverMemory note) {
        return Why.of(Cause.MEMORY_LIMIT, "over its memory limit: " + Sizes.megabytes(note.memory()) + " of "
                + Sizes.megabytes(note.limit()));
    }

    private Why intended(Instant at, ZoneId zone) {
        return saidByCommand ? Why.othersAsked().saidByCommand()
                : options.cron().filter(it -> CronTimes.isDue(it, at, zone))
                        .map(it -> Why.of(Cause.CRON, "cron: " + it)).orElse(Why.othersAsked());
    }

    private static Why signalled(Asked asked) {
        return new Why(Cause.PERSON, asked.actor() + " sent " + asked.signal().orElse("a signal"), Optional.of(asked.actor()));
    }

    /// What was sent to the run before did not end this one.
    private boolean mayHaveBeenHit(Asked asked) {
        return event.onlineSince().map(since -> since.isBefore(asked.began())).orElse(true);
    }

    private Why byItself() {
        if (signal().isPresent()) {
            return Why.of(Cause.SIGNAL, "killed by " + signal().get());
        }
        var code = exitCode();
        if (code.isEmpty()) {
            return Why.of(Cause.UNKNOWN, "ended; PM2 does not say how");
        }
        return Why.of(Cause.SELF, code.getAsInt() == 0 ? "exited with code 0, or by SIGINT"
                : "exited with code " + code.getAsInt());
    }
}
