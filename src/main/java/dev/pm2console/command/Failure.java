package dev.pm2console.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import dev.pm2console.accounts.AccountRefusal;
import dev.pm2console.accounts.Role;
import dev.pm2console.alerts.AlertRefusal;
import dev.pm2console.process.DaemonFailure;

/// Why a command was not carried out: the closed set of reasons, each with its facts. None holds an environment value.
public sealed interface Failure {

    /// By which clients tell it apart.
    ErrorCode code();

    /// One sentence for the person who asked.
    String message();

    /// What was asked is malformed, unknown or out of range.
    record InvalidArgument(List<Violation> violations) implements Failure {
        public InvalidArgument {
            violations = List.copyOf(violations);
        }

        @Override
        public ErrorCode code() {
            return ErrorCode.INVALID_ARGUMENT;
        }

        @Override
        public String message() {
            return violations.stream()
                    .map(it -> it.field().isEmpty() ? it.message() : it.field() + ": " + it.message())
                    .collect(Collectors.joining("; "));
        }
    }

    /// The caller's role is too low.
    ///
    /// @param role   the caller's
    /// @param needed the least that may
    record Forbidden(Operation operation, Role role, Role needed) implements Failure {

        public Forbidden(Operation operation, Role role) {
            this(operation, role, operation.role());
        }

        @Override
        public ErrorCode code() {
            return ErrorCode.FORBIDDEN;
        }

        @Override
        public String message() {
            return operation.publicName() + (needed == operation.role() ? "" : ", as it was asked,") + " needs the role "
                    + needed
                    + "; yours is " + role;
        }
    }

    /// No process has this id, name or namespace.
    record ProcessNotFound(String target) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.PROCESS_NOT_FOUND;
        }

        @Override
        public String message() {
            return "PM2 has no process with the id, name or namespace \"" + target + "\"";
        }
    }

    /// The application offers no such action.
    record ActionNotFound(String action, List<String> offered) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.ACTION_NOT_FOUND;
        }

        @Override
        public String message() {
            return "the application offers no action \"" + action + "\"; it offers "
                    + (offered.isEmpty() ? "none" : String.join(", ", offered));
        }
    }

    /// No file has the line any more.
    record LineNotFound(String key) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.NOT_FOUND;
        }

        @Override
        public String message() {
            return "no log file has the line \"" + key + "\" (any more)";
        }
    }

    /// A process has the name already.
    record NameTaken(String name) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.NAME_TAKEN;
        }

        @Override
        public String message() {
            return "PM2 has a process named \"" + name + "\" already: choose another name, or delete that one first";
        }
    }

    /// Only a cluster can be scaled.
    record NotCluster(String name) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.NOT_CLUSTER;
        }

        @Override
        public String message() {
            return "\"" + name + "\" runs in fork mode; only a process in cluster mode can be scaled";
        }
    }

    /// Only a process in fork mode has a standard input of its own.
    record NotFork(String name) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.NOT_FORK;
        }

        @Override
        public String message() {
            return "\"" + name + "\" runs in cluster mode; only a process in fork mode reads lines";
        }
    }

    /// There is nothing to start.
    record AlreadyRunning(String target) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.ALREADY_RUNNING;
        }

        @Override
        public String message() {
            return "every process of \"" + target + "\" is running already";
        }
    }

    /// What was asked needs a running process, and it isn't.
    record NotRunning(String target) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.PM2_FAILED;
        }

        @Override
        public String message() {
            return "no process of \"" + target + "\" is running";
        }
    }

    /// Saving would replace the saved list by an empty one.
    record EmptyList() implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.EMPTY_LIST;
        }

        @Override
        public String message() {
            return "PM2 runs nothing; saving would empty the saved list. Ask with force to do it all the same";
        }
    }

    /// There is no script to start.
    record ScriptNotFound(String field, String script, String reason) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.SCRIPT_NOT_FOUND;
        }

        @Override
        public String message() {
            return field + ": \"" + script + "\" " + reason;
        }
    }

    /// A path leads out of the directory that applications may be started from.
    record OutsideAppsRoot(String field, String path, Path root) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.OUTSIDE_APPS_ROOT;
        }

        @Override
        public String message() {
            return field + ": \"" + path + "\" leads out of the apps root " + root;
        }
    }

    /// A command for several processes went well for some of them only.
    ///
    /// @param first why the first of the others failed
    record Partly(int done, int of, Failure first) implements Failure {
        @Override
        public ErrorCode code() {
            return first.code();
        }

        @Override
        public String message() {
            return "done for " + done + " of " + of + "; " + first.message();
        }
    }

    /// As many searches as there may be go on already.
    record TooManySearches(int most) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.RATE_LIMITED;
        }

        @Override
        public String message() {
            return most + " searches go on already, which is as many as there may be: try again when one of them has ended";
        }
    }

    /// A token's agents call more tools than they may.
    ///
    /// @param perMinute how many they may
    /// @param seconds   how long until the next one
    record TooManyCalls(int perMinute, long seconds) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.RATE_LIMITED;
        }

        @Override
        public String message() {
            return "this token may call " + perMinute + " tools a minute (console.mcp.calls-per-minute): try again in "
                    + seconds
                    + " s";
        }
    }

    /// Agents may not change anything here.
    record SwitchedOff(Operation operation) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.FORBIDDEN;
        }

        @Override
        public String message() {
            return operation.publicName() + " is switched off for agents here (console.mcp.write)";
        }
    }

    /// Whoever asked for it called it off.
    ///
    /// @param done for how many it was carried out before
    /// @param of   how many there are in all; 0 where nobody knows
    record CalledOff(int done, int of) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.CANCELLED;
        }

        @Override
        public String message() {
            return "called off; it was done for " + done + (of == 0 ? "" : " of " + of);
        }
    }

    /// Another command for the same process has not ended yet.
    record Busy(String name, long waitedMs) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.PM2_TIMEOUT;
        }

        @Override
        public String message() {
            return "another command for \"" + name + "\" has not ended within " + waitedMs + " ms; nothing was done";
        }
    }

    /// Something about users or tokens was not done.
    record Account(AccountRefusal refusal) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.valueOf(refusal.code());
        }

        @Override
        public String message() {
            return refusal.message();
        }
    }

    /// Something about alerts was not done.
    record Alert(AlertRefusal refusal) implements Failure {
        @Override
        public ErrorCode code() {
            return ErrorCode.valueOf(refusal.code());
        }

        @Override
        public String message() {
            return refusal.message();
        }
    }

    /// PM2 did not do it.
    record Daemon(DaemonFailure failure) implements Failure {
        @Override
        public ErrorCode code() {
            return switch (failure) {
                case DaemonFailure.Unreachable _ -> ErrorCode.PM2_UNREACHABLE;
                case DaemonFailure.TimedOut _ -> ErrorCode.PM2_TIMEOUT;
                case DaemonFailure.ConnectionLost _ -> ErrorCode.PM2_UNREACHABLE;
                case DaemonFailure.Refused _ -> ErrorCode.PM2_FAILED;
            };
        }

        @Override
        public String message() {
            return failure.message();
        }
    }
}
