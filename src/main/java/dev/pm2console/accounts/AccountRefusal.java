package dev.pm2console.accounts;

import java.time.Duration;

/// Why something about users or tokens was not done: the closed set of reasons.
public sealed interface AccountRefusal {

    /// By which clients tell it apart, at every door.
    String code();

    /// One sentence for the person who asked.
    String message();

    /// There is no such user.
    record UnknownUser(String name) implements AccountRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }

        @Override
        public String message() {
            return "there is no user \"" + name + "\"";
        }
    }

    /// There is no such token.
    record UnknownToken(String id) implements AccountRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }

        @Override
        public String message() {
            return "there is no token " + id;
        }
    }

    /// A user or a token has that name already.
    record NameTaken(String what, String name) implements AccountRefusal {
        @Override
        public String code() {
            return "NAME_TAKEN";
        }

        @Override
        public String message() {
            return "there is a " + what + " \"" + name + "\" already";
        }
    }

    /// Without an administrator who can sign in nobody could look after the users.
    record LastAdmin(String name) implements AccountRefusal {
        @Override
        public String code() {
            return "LAST_ADMIN";
        }

        @Override
        public String message() {
            return "\"" + name + "\" is the last administrator who can sign in: make another one first";
        }
    }

    /// There are as many as there may be.
    record TooMany(String what, int limit) implements AccountRefusal {
        @Override
        public String code() {
            return "INVALID_ARGUMENT";
        }

        @Override
        public String message() {
            return "there are " + limit + " " + what + " already, which is the most";
        }
    }

    /// Somebody guesses.
    ///
    /// @param pause how long until the next attempt
    record TooManyAttempts(Duration pause) implements AccountRefusal {
        @Override
        public String code() {
            return "RATE_LIMITED";
        }

        /// In whole seconds, as `Retry-After` has it.
        public long seconds() {
            return pause.toSeconds() + 1;
        }

        @Override
        public String message() {
            return "there were too many attempts: try again in " + seconds() + " s";
        }
    }

    /// The password is not what it was said to be, or can be guessed.
    ///
    /// @param field  which password: `password` or `current`
    /// @param reason what is wrong with it, without the password
    record BadPassword(String field, String reason) implements AccountRefusal {
        @Override
        public String code() {
            return "INVALID_ARGUMENT";
        }

        @Override
        public String message() {
            return "the " + (field.equals("current") ? "current password" : "password") + " " + reason;
        }
    }
}
