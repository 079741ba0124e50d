package dev.pm2console.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is told, whichever way.
///
/// @param type      whether it begins or is over, or a test
/// @param rule      the rule's name
/// @param condition the rule's condition in words; empty for a test
/// @param subject   the process; empty for what is about the daemon
/// @param text      all of it in one sentence
/// @param value     the present value in words; empty where there is none
/// @param since     when it began
/// @param at        when it was noticed
public record AlertMessage(
        Type type,
        String rule,
        String condition,
        Optional<Subject> subject,
        String text,
        String value,
        Instant since,
        Instant at) {

    /// What kind of message.
    public enum Type {
        ALERT("alert"),
        RESOLVED("resolved"),
        TEST("test");

        private final String wire;

        Type(String wire) {
            this.wire = wire;
        }

        /// The API's word for it.
        public String wire() {
            return wire;
        }
    }

    static AlertMessage of(AlertChange.Fired fired, Instant at) {
        var rule = fired.rule();
        var text = named(fired.subject()) + told(rule, fired.value());
        return new AlertMessage(Type.ALERT, rule.name(), rule.conditionWords(), fired.subject(), text, fired.value(),
                fired.since(), at);
    }

    static AlertMessage of(AlertChange.Resolved over, Instant at) {
        var rule = over.rule();
        var after = Wording.duration(Duration.between(over.since(), at));
        var how = over.gone() ? ", as the process is gone" : over.value().isEmpty() ? "" : " (now " + over.value() + ")";
        return new AlertMessage(Type.RESOLVED, rule.name(), rule.conditionWords(), over.subject(),
                named(over.subject()) + "over after " + after + ": " + rule.conditionWords() + how, over.value(), over.since(),
                at);
    }

    static AlertMessage test(String channel, String by, Instant at) {
        return new AlertMessage(Type.TEST, "Test", "", Optional.empty(), "This is a test of the channel “" + channel
                + "”, sent by " + by + ". Alerts will look like this.", "", at, at);
    }

    private static String named(Optional<Subject> subject) {
        return subject.map(it -> it.words() + ": ").orElse("");
    }

    /// The value says it all, or is in the condition's own words already, or stands beside them.
    private static String told(Rule rule, String value) {
        return switch (rule.condition()) {
            case Condition.CrashLoop _ -> value;
            case Condition.InStatus _ -> rule.conditionWords();
            case Condition.DaemonDown _ -> rule.conditionWords();
            case Condition.MemoryOver _ -> beside(rule, value);
            case Condition.CpuOver _ -> beside(rule, value);
            case Condition.RestartsOver _ -> beside(rule, value);
            case Condition.LogSilent _ -> beside(rule, value);
        };
    }

    private static String beside(Rule rule, String value) {
        return rule.conditionWords() + " (now " + value + ")";
    }
}
