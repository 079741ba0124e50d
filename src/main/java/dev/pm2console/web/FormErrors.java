package dev.pm2console.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.pm2console.accounts.AccountRefusal;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Violation;

/// What is wrong with a form, by the field beside which each is said; of users and tokens in sentences.
final class FormErrors {

    /// What is said where a password that was typed twice is two.
    static final String NOT_THE_SAME = "This is not the same password.";

    private FormErrors() {
    }

    /// @param rest the field beside which is said what is about none
    /// @throws CommandException the failure itself, where no form can say it: the caller may not do that, or there is nobody
    ///         of that name
    static Map<String, String> of(CommandException failed, String rest) {
        return switch (failed.failure()) {
            case Failure.InvalidArgument(var violations) -> of(violations);
            case Failure.Account it -> of(it.refusal(), rest, failed);
            default -> throw failed;
        };
    }

    /// What is wrong, as the rules have it.
    static Map<String, String> beside(List<Violation> violations) {
        return violations.stream().collect(Collectors.toMap(Violation::field, Violation::message, (a, b) -> a + "; " + b));
    }

    /// What is wrong with a name or a password.
    static Map<String, String> of(AccountRefusal refusal) {
        return Map.of(refusal instanceof AccountRefusal.BadPassword bad ? bad.field() : "name", sentence(refusal.message()));
    }

    /// The rule for a field, as a sentence.
    static String rule(String field, String rule) {
        return sentence("the " + field + " " + rule);
    }

    private static Map<String, String> of(AccountRefusal refusal, String rest, CommandException failed) {
        return switch (refusal) {
            case AccountRefusal.BadPassword _ -> of(refusal);
            case AccountRefusal.NameTaken _ -> of(refusal);
            case AccountRefusal.LastAdmin _ -> Map.of(rest, sentence(refusal.message()));
            case AccountRefusal.TooMany _ -> Map.of(rest, sentence(refusal.message()));
            case AccountRefusal.TooManyAttempts _ -> Map.of(rest, sentence(refusal.message()));
            case AccountRefusal.UnknownUser _ -> throw failed;
            case AccountRefusal.UnknownToken _ -> throw failed;
        };
    }

    private static Map<String, String> of(List<Violation> violations) {
        return violations.stream().collect(Collectors.toMap(Violation::field, it -> rule(it.field(), it.message()),
                (a, b) -> a + " " + b));
    }

    /// With a capital letter and a full stop.
    static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }
}
