package dev.pm2console.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import dev.pm2console.accounts.Caller;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.CommandService;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Results;

/// Does one thing to each of several targets, some of them at the same time, and says how it went.
@Singleton
class Bulk {

    private static final int AT_ONCE = 8;
    private static final int MOST_NAMES = 6;

    private final CommandService service;

    Bulk(CommandService service) {
        this.service = service;
    }

    /// How it went for one target.
    private record Outcome(String target, Optional<Object> result, Optional<Failure> failure) {
    }

    /// Carries it out.
    ///
    /// @param targets at least one
    /// @param undo    what takes it back, for the ids of the processes that it was done to
    /// @return what to tell: one notice for all that went well, one for each that did not
    List<Notice> run(Caller caller, Action action, List<String> targets, Function<Set<Integer>, Optional<Undo>> undo) {
        var began = System.nanoTime();
        var outcomes = outcomes(caller, action, targets);
        var took = (System.nanoTime() - began) / 1_000_000;
        var notices = new ArrayList<Notice>();
        var done = outcomes.stream().flatMap(outcome -> outcome.result.stream()).toList();
        if (!done.isEmpty()) {
            var hit = done.stream().flatMap(it -> hit(it).stream()).toList();
            var names = hit.stream().map(Results.Summary::name).distinct().toList();
            notices.add(Notice.done(action.past() + " " + listed(names)
                    + (hit.size() > names.size() ? " (" + hit.size() + " processes)" : "") + " in " + Figures.took(took) + ".",
                    undo.apply(hit.stream().map(Results.Summary::id).collect(Collectors.toSet()))));
            done.stream().flatMap(it -> Action.warningIn(it).stream()).distinct().map(Notice::warning)
                    .forEach(notices::add);
        }
        outcomes.forEach(outcome -> outcome.failure.ifPresent(
                failure -> notices.add(Notice.failed(action.label() + " " + plain(outcome.target), failure))));
        return notices;
    }

    private List<Outcome> outcomes(Caller caller, Action action, List<String> targets) {
        try (var threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, targets.size()),
                Thread.ofVirtual().name("bulk").factory())) {
            return targets.stream().map(target -> threads.submit(() -> outcome(caller, action, target))).toList()
                    .stream().map(Bulk::join).toList();
        }
    }

    private Outcome outcome(Caller caller, Action action, String target) {
        try {
            return new Outcome(target, Optional.of(service.execute(caller, action.command(target))), Optional.empty());
        } catch (CommandException e) {
            return new Outcome(target, Optional.empty(), Optional.of(e.failure()));
        }
    }

    private static Outcome join(Future<Outcome> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while commands were carried out", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a command failed", e.getCause());
        }
    }

    private static List<Results.Summary> hit(Object result) {
        return switch (result) {
            case Results.Affected it -> it.processes();
            case Results.Reloaded it -> it.processes();
            default -> List.of();
        };
    }

    /// Some names, and how many more.
    static String listed(List<String> names) {
        var some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? some + " and " + (names.size() - MOST_NAMES) + " more" : some;
    }

    /// A target without its prefix.
    static String plain(String target) {
        return target.replaceFirst("^(name|namespace):", "").replaceFirst("^id:", "process ");
    }
}
