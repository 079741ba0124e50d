package dev.pm2console.alerts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What is to be different about a rule, or how a new one is to be; what is empty stays, or is as usual.
public record RuleChange(
        Optional<String> name,
        Optional<Boolean> enabled,
        Optional<Condition> condition,
        Optional<Duration> holdFor,
        Optional<Duration> cooldown,
        Optional<Targets> targets,
        Optional<List<Long>> channels,
        Optional<Boolean> notifyResolved) {

    /// The rule as it is afterwards.
    Rule of(Rule before) {
        return new Rule(before.id(), name.orElse(before.name()), enabled.orElse(before.enabled()),
                condition.orElse(before.condition()), holdFor.orElse(before.holdFor()), cooldown.orElse(before.cooldown()),
                targets.orElse(before.targets()), channels.orElse(before.channels()),
                notifyResolved.orElse(before.notifyResolved()));
    }

    /// The new rule.
    Rule asNew() {
        return new Rule(0, name.orElseThrow(), enabled.orElse(true), condition.orElseThrow(), holdFor.orElse(Duration.ZERO),
                cooldown.orElse(Rule.USUAL_COOLDOWN), targets.orElse(Targets.ALL), channels.orElse(List.of()),
                notifyResolved.orElse(true));
    }

    /// Only whether it is looked at.
    public static RuleChange enabled(boolean enabled) {
        return new RuleChange(Optional.empty(), Optional.of(enabled), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }
}
