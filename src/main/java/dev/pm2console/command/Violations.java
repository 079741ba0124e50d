package dev.pm2console.command;

import java.util.List;

import dev.pm2console.accounts.AccountRefusal;
import dev.pm2console.alerts.AlertRefusal;

/// Which parameters a failure is about.
public final class Violations {

    private Violations() {
    }

    /// Those of a failure, none where it is about no parameter.
    public static List<Violation> of(Failure failure) {
        return switch (failure) {
            case Failure.InvalidArgument(var violations) -> violations;
            case Failure.ScriptNotFound it -> List.of(new Violation(it.field(), it.reason()));
            case Failure.OutsideAppsRoot it -> List.of(new Violation(it.field(), "leads out of the apps root"));
            case Failure.NameTaken _ -> List.of(new Violation("name", "is taken"));
            case Failure.Partly it -> of(it.first());
            case Failure.Forbidden _ -> List.of();
            case Failure.ProcessNotFound _ -> List.of();
            case Failure.ActionNotFound _ -> List.of();
            case Failure.LineNotFound _ -> List.of();
            case Failure.NotCluster _ -> List.of();
            case Failure.NotFork _ -> List.of();
            case Failure.AlreadyRunning _ -> List.of();
            case Failure.NotRunning _ -> List.of();
            case Failure.EmptyList _ -> List.of();
            case Failure.Busy _ -> List.of();
            case Failure.TooManySearches _ -> List.of();
            case Failure.TooManyCalls _ -> List.of();
            case Failure.SwitchedOff _ -> List.of();
            case Failure.CalledOff _ -> List.of();
            case Failure.Daemon _ -> List.of();
            case Failure.Account(var refusal) -> of(refusal);
            case Failure.Alert(var refusal) ->
                refusal instanceof AlertRefusal.NameTaken ? List.of(new Violation("name", "is taken"))
                        : List.of();
        };
    }

    private static List<Violation> of(AccountRefusal refusal) {
        return switch (refusal) {
            case AccountRefusal.BadPassword it -> List.of(new Violation(it.field(), it.reason()));
            case AccountRefusal.NameTaken _ -> List.of(new Violation("name", "is taken"));
            case AccountRefusal.UnknownUser _ -> List.of();
            case AccountRefusal.UnknownToken _ -> List.of();
            case AccountRefusal.LastAdmin _ -> List.of();
            case AccountRefusal.TooMany _ -> List.of();
            case AccountRefusal.TooManyAttempts _ -> List.of();
        };
    }
}
