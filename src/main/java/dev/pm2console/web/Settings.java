package dev.pm2console.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.pm2console.accounts.User;
import dev.pm2console.command.AccountResults;

/// What the Settings page shows.
///
/// @param me     the one who looks, where that is a user and no token
/// @param since  since when this browser is signed in
/// @param people everybody and everything that may come in, for administrators; empty for others
/// @param errors what is wrong with the form for the password, by field
/// @param may    what the one who looks may do
public record Settings(Optional<User> me, Optional<Instant> since, Optional<People> people, Map<String, String> errors,
        Rights may) {

    /// Everybody and everything that may come in.
    ///
    /// @param now for which tokens are over
    public record People(List<AccountResults.User> users, List<AccountResults.Token> tokens, Instant now) {
        public People {
            users = List.copyOf(users);
            tokens = List.copyOf(tokens);
        }

        public boolean isOver(AccountResults.Token token) {
            return token.expiresAt().filter(end -> !now.isBefore(end)).isPresent();
        }
    }

    Settings wrong(Map<String, String> wrong) {
        return new Settings(me, since, people, wrong, may);
    }
}
