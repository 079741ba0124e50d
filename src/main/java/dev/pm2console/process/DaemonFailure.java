package dev.pm2console.process;

import java.time.Duration;

/// Why the daemon did not do what it was asked.
public sealed interface DaemonFailure {

    /// One sentence for the person who asked. Never holds an environment value.
    String message();

    /// There is no daemon, or none that answers: nothing was done.
    ///
    /// @param reason what was tried and what came back
    /// @param state  [DaemonState#DOWN] where no daemon listens, [DaemonState#UNREACHABLE] where it can't be talked to
    record Unreachable(String reason, DaemonState state) implements DaemonFailure {
        @Override
        public String message() {
            return reason;
        }
    }

    /// The deadline passed after the request was sent: it may or may not have been carried out.
    ///
    /// @param call  what was asked, in PM2's name for it
    /// @param after how long was waited
    record TimedOut(String call, Duration after) implements DaemonFailure {
        @Override
        public String message() {
            return "PM2 did not answer " + call + " within " + after.toMillis() + " ms; it may still take effect";
        }
    }

    /// The connection broke after the request was sent: it may or may not have been carried out.
    ///
    /// @param call what was asked, in PM2's name for it
    record ConnectionLost(String call) implements DaemonFailure {
        @Override
        public String message() {
            return "the connection to PM2 ended before it answered " + call + "; it may have taken effect";
        }
    }

    /// PM2 answered with an error.
    ///
    /// @param call  what was asked, in PM2's name for it
    /// @param error PM2's own message
    record Refused(String call, String error) implements DaemonFailure {
        @Override
        public String message() {
            return "PM2 failed at " + call + ": " + error;
        }
    }
}
