package dev.pm2console.events;

import java.util.Optional;

/// Why something happened.
///
/// @param reason in plain words
/// @param actor  who asked for it through this console
record Why(Cause cause, String reason, Optional<String> actor) {

    private static final String PM2_COMMAND = "asked by the pm2 command";
    private static final Why OTHERS = new Why(Cause.PERSON, PM2_COMMAND + " or another program", Optional.empty());

    static Why of(Cause cause, String reason) {
        return new Why(cause, reason, Optional.empty());
    }

    static Why asked(Asked asked) {
        return new Why(Cause.PERSON, "asked by " + asked.actor(), Optional.of(asked.actor()));
    }

    /// Somebody asked for it, and not here.
    static Why othersAsked() {
        return OTHERS;
    }

    /// Where PM2's command says afterwards that it asked, nobody else did.
    Why saidByCommand() {
        return equals(OTHERS) ? of(Cause.PERSON, PM2_COMMAND) : this;
    }

    Why and(String more) {
        return new Why(cause, reason + more, actor);
    }
}
