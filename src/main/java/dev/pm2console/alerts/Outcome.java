package dev.pm2console.alerts;

/// How sending a message ended. No reason holds a secret.
sealed interface Outcome {

    /// It was taken.
    ///
    /// @param answer what the other side answered, in a few words
    record Delivered(String answer) implements Outcome {
    }

    /// It may go better later.
    record Failed(String reason) implements Outcome {
    }

    /// It won't go better by trying again.
    record Refused(String reason) implements Outcome {
    }

    /// It in words.
    default String words() {
        return switch (this) {
            case Delivered(var answer) -> answer;
            case Failed(var reason) -> reason;
            case Refused(var reason) -> reason;
        };
    }
}
