package dev.pm2console.accounts;

import java.time.Instant;
import java.util.Optional;

/// What a program comes in with. Its secret is shown once, when it is made, and not part of this.
///
/// @param id        a number that is never used again
/// @param name      for people
/// @param role      what the program may do
/// @param createdAt when it was made
/// @param createdBy by whom
/// @param expiresAt from when on it is worth nothing; empty for never
/// @param usedAt    when it was used last, to the minute; empty for never
public record Token(
        long id,
        String name,
        Role role,
        Instant createdAt,
        String createdBy,
        Optional<Instant> expiresAt,
        Optional<Instant> usedAt) {

    boolean isOver(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }

    /// A token that was just made, with its secret, which nobody can be told again.
    public record Issued(Token token, Secret secret) {
    }
}
