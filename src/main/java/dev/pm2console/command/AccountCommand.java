package dev.pm2console.command;

import java.time.Instant;
import java.util.Optional;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Min;

import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.Secret;

/// What is done about users and tokens.
public sealed interface AccountCommand<R> extends Command<R> {

    @Override
    default Operation operation() {
        return switch (this) {
            case ListUsers _ -> Operation.LIST_USERS;
            case AddUser _ -> Operation.ADD_USER;
            case ChangeUser _ -> Operation.CHANGE_USER;
            case RemoveUser _ -> Operation.REMOVE_USER;
            case ChangePassword _ -> Operation.CHANGE_PASSWORD;
            case ListTokens _ -> Operation.LIST_TOKENS;
            case AddToken _ -> Operation.ADD_TOKEN;
            case RevokeToken _ -> Operation.REVOKE_TOKEN;
        };
    }

    record ListUsers() implements AccountCommand<AccountResults.Users> {
    }

    record AddUser(@ValidAccountName String name, Secret password, Role role) implements AccountCommand<AccountResults.User> {
        @Override
        public Optional<String> target() {
            return Optional.of("user:" + name);
        }
    }

    /// @param role     what the user may do from now on
    /// @param password the user's new password, which ends the user's sessions
    /// @param disabled whether the user may not sign in
    /// @param signOut  end the user's sessions
    record ChangeUser(
            @ValidAccountName String name,
            Optional<Role> role,
            Optional<Secret> password,
            Optional<Boolean> disabled,
            boolean signOut)
            implements
                AccountCommand<AccountResults.User> {
        @Override
        public Optional<String> target() {
            return Optional.of("user:" + name);
        }
    }

    record RemoveUser(@ValidAccountName String name) implements AccountCommand<AccountResults.User> {
        @Override
        public Optional<String> target() {
            return Optional.of("user:" + name);
        }
    }

    /// The caller's own.
    ///
    /// @param session the session in which it is asked for, which goes on; the others end
    record ChangePassword(Secret current, Secret password, Optional<String> session)
            implements
                AccountCommand<AccountResults.User> {
    }

    record ListTokens() implements AccountCommand<AccountResults.Tokens> {
    }

    record AddToken(
            @ValidAccountName String name,
            Role role,
            Optional<@Future(message = "is in the future") Instant> expiresAt)
            implements
                AccountCommand<AccountResults.IssuedToken> {
        @Override
        public Optional<String> target() {
            return Optional.of("token:" + name);
        }
    }

    record RevokeToken(@Min(value = 1, message = "is a token's number") long id)
            implements
                AccountCommand<AccountResults.Token> {
        @Override
        public Optional<String> target() {
            return Optional.of("token:#" + id); // no name has that
        }
    }
}
