package dev.pm2console.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.pm2console.process.DaemonState;

/// Looks at what was seen with every rule, and says what has changed. Knows the time only from what it is shown; used by one
/// thread at a time, while [#standings] may be read by any.
///
/// While the daemon is away nothing is known of processes: what holds for them stays as it is until it is back.
final class AlertEngine {

    /// A process that is not in the list for so long is gone: after a restart of the daemon the list fills up bit by bit.
    static final Duration GONE = Duration.ofSeconds(10);
    /// At first the console looks for the daemon.
    static final Duration SETTLING = Duration.ofSeconds(5);

    private final Map<Subject, Track> tracks = new LinkedHashMap<>();
    private final Map<Key, Standing> standing = new LinkedHashMap<>();
    private final Map<Key, Instant> told = new HashMap<>();
    private Map<Long, Rule> rules = Map.of();
    private Optional<Instant> begun = Optional.empty();
    private Optional<Instant> listedSince = Optional.empty();
    private volatile List<Standing> standings = List.of();

    private record Key(long rule, Optional<Subject> subject) {
    }

    /// What holds now, for whichever rule; never waits.
    List<Standing> standings() {
        return standings;
    }

    /// Takes up what was told before the console was started anew.
    ///
    /// @param since when the condition began to hold
    /// @param at    when it was told
    /// @param over  whether it was over by then
    void restore(long rule, Optional<Subject> subject, Instant since, Instant at, boolean over) {
        var key = new Key(rule, subject);
        told.merge(key, at, (one, other) -> one.isAfter(other) ? one : other);
        if (!over) {
            standing.put(key, new Standing(rule, subject, Standing.Phase.FIRING, since, ""));
        }
        standings = List.copyOf(standing.values());
    }

    /// One moment.
    ///
    /// @param wanted the rules as they are now
    List<AlertChange> tick(Sighting seen, List<Rule> wanted) {
        var changes = new ArrayList<AlertChange>();
        begun = begun.or(() -> Optional.of(seen.at()));
        take(wanted, changes);
        listedSince = seen.daemon() == DaemonState.ONLINE ? listedSince.or(() -> Optional.of(seen.at())) : Optional.empty();
        if (listedSince.isPresent()) {
            see(seen);
            processes(seen.at(), changes);
        }
        if (seen.daemon() == DaemonState.ONLINE || !seen.at().isBefore(begun.get().plus(SETTLING))) {
            daemon(seen, changes);
        }
        standings = List.copyOf(standing.values());
        return changes;
    }

    /// What a rule that is another now has said is forgotten.
    private void take(List<Rule> wanted, List<AlertChange> changes) {
        var before = rules;
        rules = wanted.stream().filter(Rule::enabled).collect(Collectors.toMap(Rule::id, Function.identity(), (a, _) -> a,
                LinkedHashMap::new));
        for (var old : before.values()) {
            var rule = rules.get(old.id());
            if (rule == null || !rule.condition().equals(old.condition())) {
                told.keySet().removeIf(key -> key.rule == old.id());
                standing.keySet().stream().filter(key -> key.rule == old.id()).toList()
                        .forEach(key -> drop(old, key, changes));
            }
        }
    }

    private void drop(Rule rule, Key key, List<AlertChange> changes) {
        if (standing.remove(key).phase() == Standing.Phase.FIRING) {
            changes.add(new AlertChange.Dropped(rule, key.subject));
        }
    }

    private void see(Sighting seen) {
        for (var process : seen.processes()) {
            var track = tracks.get(process.subject());
            if (track == null) {
                tracks.put(process.subject(), new Track(process, seen.at()));
            } else {
                track.see(process, seen.at());
            }
        }
        if (isLong(listedSince.orElse(seen.at()), seen.at())) {
            tracks.values().removeIf(track -> isLong(track.lastSeen(), seen.at()));
        }
        told.entrySet().removeIf(it -> !it.getValue().plus(Bounds.LONGEST).isAfter(seen.at()));
    }

    private void processes(Instant now, List<AlertChange> changes) {
        var meant = new HashSet<Key>();
        for (var rule : rules.values()) {
            if (rule.condition().ofProcesses()) {
                for (var track : tracks.values()) {
                    if (rule.targets().include(track.process())) {
                        var key = new Key(rule.id(), Optional.of(track.process().subject()));
                        meant.add(key);
                        if (track.lastSeen().equals(now)) {
                            judge(rule, key, track.check(rule.condition()), now, changes);
                        }
                    }
                }
            }
        }
        for (var key : List.copyOf(standing.keySet())) {
            if (key.subject.isPresent() && !meant.contains(key)) {
                leave(key, now, changes);
            }
        }
    }

    /// The process is gone, or the rule is not about it any more.
    private void leave(Key key, Instant now, List<AlertChange> changes) {
        var rule = rules.get(key.rule);
        if (key.subject.filter(tracks::containsKey).isPresent()) {
            drop(rule, key, changes);
        } else if (isLong(listedSince.orElse(now), now)) {
            var left = standing.remove(key);
            if (left.phase() == Standing.Phase.FIRING) {
                changes.add(new AlertChange.Resolved(rule, key.subject, left.since(), "", true));
            }
        }
    }

    private void daemon(Sighting seen, List<AlertChange> changes) {
        var state = seen.daemon();
        for (var rule : rules.values()) {
            if (!rule.condition().ofProcesses()) {
                judge(rule, new Key(rule.id(), Optional.empty()), Check.of(state != DaemonState.ONLINE, state.wire()),
                        seen.at(), changes);
            }
        }
    }

    private void judge(Rule rule, Key key, Check check, Instant now, List<AlertChange> changes) {
        switch (check.answer()) {
            case UNKNOWN -> {
                // nothing changes
            }
            case DOES_NOT -> {
                var over = standing.remove(key);
                if (over != null && over.phase() == Standing.Phase.FIRING) {
                    changes.add(new AlertChange.Resolved(rule, key.subject, over.since(), check.value(), false));
                }
            }
            case HOLDS -> {
                var holds = standing.merge(key, new Standing(key.rule, key.subject, Standing.Phase.PENDING, now, check.value()),
                        (before, _) -> before.with(check.value()));
                if (holds.phase() == Standing.Phase.PENDING && isDue(rule, key, holds.since(), now)) {
                    standing.put(key, holds.with(Standing.Phase.FIRING));
                    told.put(key, now);
                    changes.add(new AlertChange.Fired(rule, key.subject, holds.since(), check.value()));
                }
            }
        }
    }

    private boolean isDue(Rule rule, Key key, Instant since, Instant now) {
        var last = Optional.ofNullable(told.get(key));
        return !now.isBefore(since.plus(rule.holdFor()))
                && last.filter(it -> now.isBefore(it.plus(rule.cooldown()))).isEmpty();
    }

    private static boolean isLong(Instant since, Instant now) {
        return !now.isBefore(since.plus(GONE));
    }
}
