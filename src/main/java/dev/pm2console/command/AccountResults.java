package dev.pm2console.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// What commands about users and tokens answer, as clients see it. There is no password and no hash in it.
@RegisterForReflection // written as JSON, also where no resource names the type
public final class AccountResults {

    private AccountResults() {
    }

    /// @param role     `viewer`, `operator` or `admin`
    /// @param disabled whether the user may not sign in
    /// @param sessions how many browsers the user is signed in with
    public record User(
            String name,
            String role,
            boolean disabled,
            Instant createdAt,
            Instant passwordChangedAt,
            Optional<Instant> signedInAt,
            int sessions) {
    }

    public record Users(List<User> users) {
    }

    /// @param usedAt when it was used last, to the minute
    public record Token(
            long id,
            String name,
            String role,
            Instant createdAt,
            String createdBy,
            Optional<Instant> expiresAt,
            Optional<Instant> usedAt) {
    }

    public record Tokens(List<Token> tokens) {
    }

    /// A new token.
    ///
    /// @param token what to send as `Authorization: Bearer …`; it is told this once
    public record IssuedToken(long id, String name, String role, Instant createdAt, Optional<Instant> expiresAt, String token) {

        @Override
        public String toString() {
            return "IssuedToken[" + id + ", " + name + "]";
        }
    }
}
