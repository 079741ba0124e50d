package dev.pm2console.web;

import java.util.Locale;
import java.util.Optional;

import dev.pm2console.command.Failure;
import dev.pm2console.process.DaemonFailure;

/// Something to tell the person at the top of the next page.
///
/// @param kind   how it went
/// @param text   what happened, in one sentence
/// @param advice what to do about it; empty where nothing
/// @param undo   what takes it back; empty where nothing does
public record Notice(Kind kind, String text, String advice, Optional<Undo> undo) {

    /// How it went.
    public enum Kind {
        DONE,
        WARNING,
        PROBLEM;

        /// The word for the style sheet.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Notice(Kind kind, String text, String advice) {
        this(kind, text, advice, Optional.empty());
    }

    static Notice done(String text) {
        return done(text, Optional.empty());
    }

    static Notice done(String text, Optional<Undo> undo) {
        return new Notice(Kind.DONE, text, "", undo);
    }

    static Notice warning(String text) {
        return new Notice(Kind.WARNING, text, "");
    }

    /// What was wanted, and why it was not done.
    static Notice failed(String wanted, Failure failure) {
        return new Notice(Kind.PROBLEM, wanted + ": " + failure.message() + ".", advice(failure));
    }

    private static String advice(Failure failure) {
        return switch (failure) {
            case Failure.InvalidArgument _ -> "";
            case Failure.Forbidden _ -> "Ask somebody with that role.";
            case Failure.ProcessNotFound _ -> "It may have been deleted meanwhile.";
            case Failure.ActionNotFound _ -> "";
            case Failure.LineNotFound _ -> "It may have been rotated away or flushed.";
            case Failure.TooManySearches _ -> "";
            case Failure.TooManyCalls _ -> "";
            case Failure.SwitchedOff _ -> "";
            case Failure.CalledOff _ -> "";
            case Failure.NameTaken _ -> "";
            case Failure.NotCluster _ -> "Delete it and start it again with more than one instance to make it a cluster.";
            case Failure.NotFork _ -> "";
            case Failure.AlreadyRunning _ -> "To run it anew, restart it.";
            case Failure.NotRunning _ -> "Start it first.";
            case Failure.EmptyList _ -> "";
            case Failure.ScriptNotFound _ -> "Check the path: it is looked for from the working directory.";
            case Failure.OutsideAppsRoot _ -> "Applications are started from inside the apps root only.";
            case Failure.Partly it -> advice(it.first());
            case Failure.Busy _ -> "Wait for that to end, then try again.";
            case Failure.Daemon(DaemonFailure.Unreachable _) -> "Nothing was done.";
            case Failure.Daemon(DaemonFailure.TimedOut _) -> "Look at the list before you try again.";
            case Failure.Daemon(DaemonFailure.ConnectionLost _) -> "Look at the list before you try again.";
            case Failure.Account _ -> "";
            case Failure.Alert _ -> "";
            case Failure.Daemon(DaemonFailure.Refused _) -> "The process's logs may say more.";
        };
    }
}
