package dev.pm2console.alerts;

import java.time.Duration;
import java.util.List;

/// A condition, and who is told when it holds.
///
/// @param id             its number
/// @param name           what people call it; no two rules have the same
/// @param enabled        whether it is looked at
/// @param condition      what it is about
/// @param holdFor        how long the condition has to hold without a break
/// @param cooldown       how long after an alert the next one of the same process may come
/// @param targets        which processes it is about
/// @param channels       the numbers of the channels that are told
/// @param notifyResolved whether they are told as well when it is over
public record Rule(
        long id,
        String name,
        boolean enabled,
        Condition condition,
        Duration holdFor,
        Duration cooldown,
        Targets targets,
        List<Long> channels,
        boolean notifyResolved) {

    /// After an alert, so long there is none of the same.
    public static final Duration USUAL_COOLDOWN = Duration.ofMinutes(15);

    public Rule {
        Bounds.check(name.length(), 1, Bounds.NAME);
        Bounds.check(holdFor.toSeconds(), 0, Bounds.LONGEST.toSeconds());
        Bounds.check(cooldown.toSeconds(), 0, Bounds.LONGEST.toSeconds());
        Bounds.check(channels.size(), 0, Bounds.CHANNELS);
        channels = List.copyOf(channels);
    }

    /// `memory over 500 MB for 5 minutes`.
    public String conditionWords() {
        return condition.words() + (holdFor.isZero() ? "" : " for " + Wording.duration(holdFor));
    }

    /// `memory over 500 MB for 5 minutes, api-*`.
    public String words() {
        return condition.ofProcesses() ? conditionWords() + ", " + targets.words() : conditionWords();
    }

    Rule withId(long number) {
        return new Rule(number, name, enabled, condition, holdFor, cooldown, targets, channels, notifyResolved);
    }
}
