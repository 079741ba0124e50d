package dev.pm2console.alerts;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Why something about rules or channels was not done: the closed set of reasons. None holds a secret.
public sealed interface AlertRefusal {

    /// By which clients tell it apart, at every door.
    String code();

    /// One sentence for the person who asked.
    String message();

    /// There is no such rule or channel.
    ///
    /// @param what `rule` or `channel`
    record Unknown(String what, long id) implements AlertRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }

        @Override
        public String message() {
            return "there is no " + what + " " + id;
        }
    }

    /// A rule or a channel has that name already.
    record NameTaken(String what, String name) implements AlertRefusal {
        @Override
        public String code() {
            return "NAME_TAKEN";
        }

        @Override
        public String message() {
            return "there is a " + what + " \"" + name + "\" already";
        }
    }

    /// There are as many as there may be.
    record TooMany(String what, int limit) implements AlertRefusal {
        @Override
        public String code() {
            return "INVALID_ARGUMENT";
        }

        @Override
        public String message() {
            return "there are " + limit + " " + what + " already, which is the most";
        }
    }

    /// Rules tell this channel.
    ///
    /// @param rules their names
    record ChannelInUse(String name, List<String> rules) implements AlertRefusal {
        public ChannelInUse {
            rules = List.copyOf(rules);
        }

        @Override
        public String code() {
            return "CHANNEL_IN_USE";
        }

        @Override
        public String message() {
            return "\"" + name + "\" is told by " + rules.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(", "))
                    + ": take it out of " + (rules.size() == 1 ? "that rule" : "these rules") + " first";
        }
    }

    /// Somebody tests too often.
    record TooManyTests(Duration pause) implements AlertRefusal {
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
            return "there were too many tests: try again in " + seconds() + " s";
        }
    }

    /// What was sent is not acceptable.
    record Invalid(List<Problem> problems) implements AlertRefusal {
        public Invalid {
            problems = List.copyOf(problems);
        }

        @Override
        public String code() {
            return "INVALID_ARGUMENT";
        }

        @Override
        public String message() {
            return problems.stream().map(it -> it.field() + ": " + it.rule()).collect(Collectors.joining("; "));
        }
    }

    /// What is wrong with one field.
    ///
    /// @param rule what is accepted instead, in words that follow the field's name
    record Problem(String field, String rule) {
    }
}
