package dev.pm2console.web;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.pm2console.alerts.AlertRefusal;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Violation;

/// What is wrong with a form about alerts, by the field beside which each is said.
final class AlertErrors {

    private AlertErrors() {
    }

    /// @param field where something about a parameter is said
    /// @throws CommandException the failure itself, where no form can say it
    static Map<String, String> of(CommandException failed, Function<Violation, String> field) {
        return switch (failed.failure()) {
            case Failure.InvalidArgument(var violations) -> violations.stream()
                    .collect(Collectors.toMap(field, it -> FormErrors.sentence(it.message()), (a, _) -> a));
            case Failure.Alert(AlertRefusal.NameTaken it) -> Map.of("name", FormErrors.sentence(it.message()));
            case Failure.Alert(AlertRefusal.TooMany it) -> Map.of("name", FormErrors.sentence(it.message()));
            case Failure.Alert(AlertRefusal.ChannelInUse it) -> Map.of("remove", FormErrors.sentence(it.message()));
            default -> throw failed;
        };
    }
}
