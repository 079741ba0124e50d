package dev.pm2console.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.jboss.logging.Logger;

import dev.pm2console.accounts.AccountRefusal;
import dev.pm2console.accounts.Caller;
import dev.pm2console.accounts.Passwords;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.Secret;
import dev.pm2console.alerts.AlertRefusal;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.audit.AuditEntry.Outcome;
import dev.pm2console.audit.AuditLog;
import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;

/// The one way to do something, whichever door it was asked at: authorise, validate, execute, audit. Blocks until PM2 has
/// answered, so it is called on virtual threads.
public final class CommandService {

    private static final Logger LOG = Logger.getLogger(CommandService.class);

    private final Validator validator;
    private final StartRules startRules;
    private final Handlers handlers;
    private final AuditLog audit;
    private final InstantSource clock;
    private final List<CommandListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<Asking> unfinished = ConcurrentHashMap.newKeySet();

    CommandService(Validator validator, StartRules startRules, Handlers handlers, AuditLog audit, InstantSource clock) {
        this.validator = validator;
        this.startRules = startRules;
        this.handlers = handlers;
        this.audit = audit;
        this.clock = clock;
    }

    /// From now on `listener` is told of commands that change something.
    public void listen(CommandListener listener) {
        listeners.add(listener);
    }

    /// Carries out a command.
    ///
    /// @throws CommandException if it was not carried out, or not wholly
    public <R> R execute(Caller caller, Command<R> command) {
        return execute(caller, command.operation(), () -> Request.of(command));
    }

    /// Carries out a command that is yet to be read, and that nobody watches.
    ///
    /// @throws CommandException if it was not carried out, or not wholly
    public <R> R execute(Caller caller, Operation operation, Supplier<Request<R>> request) {
        return execute(caller, operation, request, Course.UNWATCHED);
    }

    /// Carries out a command that is yet to be read from what the caller sent: whoever may not use the operation learns
    /// nothing of what is wrong with it.
    ///
    /// @throws CommandException if it was not carried out, or not wholly
    public <R> R execute(Caller caller, Operation operation, Supplier<Request<R>> request, Course course) {
        var asking = new Asking(caller, operation);
        try {
            authorise(caller, operation);
            var command = request.get();
            asking.read(command);
            validate(command);
            if (command.command() instanceof Command.DescribeProcess describe && describe.reveal().isPresent()
                    && !caller.role().includes(Role.ADMIN)) {
                throw new CommandException(new Failure.Forbidden(operation, caller.role(), Role.ADMIN));
            }
            began(caller, command.command());
            unfinished.add(asking);
            var result = handlers.run(caller, command.command(), course);
            record(asking, AuditedParameters.told(result), Outcome.DONE, Optional.empty());
            return result;
        } catch (CommandException e) {
            record(asking, Map.of(), outcome(e.failure()), Optional.of(e.failure().code()));
            throw e;
        } catch (DaemonException e) {
            var failed = new CommandException(e);
            record(asking, Map.of(), outcome(failed.failure()), Optional.of(failed.failure().code()));
            throw failed;
        } catch (RuntimeException bug) {
            record(asking, Map.of(), Outcome.UNKNOWN, Optional.of(ErrorCode.INTERNAL));
            throw bug;
        } finally {
            unfinished.remove(asking);
        }
    }

    /// The console stops, and does not wait any longer: what is still being carried out is told now, because nobody will
    /// learn how it ended.
    ///
    /// @return whether there is anything
    public boolean abandon() {
        var left = unfinished.stream().filter(asking -> asking.operation().changes()).toList();
        for (var asking : left) {
            LOG.warnf("%s was being carried out when the console stopped: PM2 may still do it",
                    asking.operation().publicName());
            record(asking, Map.of(), Outcome.UNKNOWN, Optional.empty());
        }
        return !left.isEmpty();
    }

    /// Looks at a command without carrying it out, for a form that asks once more before it does. What is refused is audited.
    ///
    /// @throws CommandException if it would not be carried out because of what was asked, or who asked
    public void check(Caller caller, Operation operation, Supplier<? extends Request<?>> request) {
        require(caller, operation);
        var asking = new Asking(caller, operation);
        try {
            validate(request.get());
        } catch (CommandException e) {
            record(asking, Map.of(), outcome(e.failure()), Optional.of(e.failure().code()));
            throw e;
        }
    }

    /// For what is only shown to those who may use an operation. Who may not is audited.
    ///
    /// @throws CommandException if the caller may not
    public void require(Caller caller, Operation operation) {
        var asking = new Asking(caller, operation);
        try {
            authorise(caller, operation);
        } catch (CommandException e) {
            record(asking, Map.of(), Outcome.REFUSED, Optional.of(e.failure().code()));
            throw e;
        }
    }

    private static void authorise(Caller caller, Operation operation) {
        if (!caller.role().includes(operation.role())) {
            throw new CommandException(new Failure.Forbidden(operation, caller.role()));
        }
    }

    private void validate(Request<?> request) {
        var violations = new LinkedHashMap<String, Violation>();
        var constraints = validator.validate(request.command()).stream().map(CommandService::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message));
        Stream.of(request.problems().stream(), constraints, rules(request.command()).stream()).flatMap(it -> it)
                .filter(violation -> request.problems().stream().noneMatch(problem -> concerns(problem, violation)))
                .forEach(violation -> violations.putIfAbsent(violation.field(), violation));
        if (!violations.isEmpty()) {
            throw new CommandException(new Failure.InvalidArgument(List.copyOf(violations.values())));
        }
    }

    /// Whether `violation` is about a placeholder for what could not be read.
    private static boolean concerns(Violation problem, Violation violation) {
        return (problem.field().isEmpty() && !violation.field().isEmpty())
                || violation.field().startsWith(problem.field() + ".")
                || violation.field().startsWith(problem.field() + "[");
    }

    private List<Violation> rules(Command<?> command) {
        return switch (command) {
            case Command.StartProcess start -> startRules.check(start.app(), "");
            case Command.StartEcosystem ecosystem -> {
                var found = new ArrayList<Violation>();
                for (var i = 0; i < ecosystem.apps().size(); i++) {
                    found.addAll(startRules.check(ecosystem.apps().get(i), "apps[" + i + "]."));
                }
                yield found;
            }
            case Command.RestartProcess restart -> startRules.environment(restart.updateEnv(), "updateEnv");
            case AccountCommand.AddUser add -> weakness(add.password(), add.name());
            case AccountCommand.ChangeUser change ->
                change.password().map(password -> weakness(password, change.name())).orElse(List.of());
            default -> List.of();
        };
    }

    /// Looked at here, so that it is told together with what else is wrong.
    private static List<Violation> weakness(Secret password, String name) {
        return Passwords.weakness(password.text(), name).map(reason -> List.of(new Violation("password", reason)))
                .orElse(List.of());
    }

    /// Names the parameter as the caller wrote it: `app.maxRestarts` is `max_restarts`.
    private static Violation violation(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString()
                .replaceFirst("^app\\.", "")
                .replaceAll("\\.<[a-z ]+>|<[a-z ]+>", "");
        var isAppOption = violation.getLeafBean() instanceof AppOptions;
        var field = isAppOption ? path.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT) : path;
        return new Violation(field, violation.getMessage());
    }

    private void began(Caller caller, Command<?> command) {
        if (command.operation().changes()) {
            listeners.forEach(listener -> listener.began(caller, command));
        }
    }

    /// Reads that went well are not audited, unless they showed a secret.
    ///
    /// @param told what the answer tells of what was done
    private void record(Asking asking, Map<String, String> told, Outcome outcome, Optional<ErrorCode> code) {
        var caller = asking.caller();
        var operation = asking.operation();
        var command = asking.command();
        var parameters = new HashMap<>(told);
        command.map(AuditedParameters::of).ifPresent(parameters::putAll);
        // where something could not be read, the command has what nobody sent
        asking.problems().forEach(problem -> parameters.remove(problem.field()));
        if ((outcome == Outcome.DONE && !operation.changes() && !parameters.containsKey("reveal")) || !asking.isMineToTell()) {
            return;
        }
        var took = Duration.ofNanos(System.nanoTime() - asking.began());
        var entry = new AuditEntry(clock.instant().minus(took), operation.publicName(), caller.door(), caller.name(),
                caller.role().toString(), caller.agent(), caller.session(), caller.message(),
                command.flatMap(it -> it.target()), parameters, outcome, code.map(ErrorCode::name), took);
        audit.record(entry);
        if (operation.changes()) {
            command.ifPresent(it -> listeners.forEach(listener -> listener.ended(it, entry)));
        }
    }

    private static Outcome outcome(Failure failure) {
        return switch (failure) {
            case Failure.Forbidden _ -> Outcome.REFUSED;
            case Failure.SwitchedOff _ -> Outcome.REFUSED;
            case Failure.TooManyCalls _ -> Outcome.REFUSED;
            case Failure.CalledOff it -> it.done() == 0 ? Outcome.FAILED : Outcome.UNKNOWN;
            case Failure.Account(AccountRefusal.TooManyAttempts _) -> Outcome.REFUSED;
            case Failure.Alert(AlertRefusal.TooManyTests _) -> Outcome.REFUSED;
            case Failure.Partly _ -> Outcome.UNKNOWN;
            case Failure.Daemon(DaemonFailure.TimedOut _) -> Outcome.UNKNOWN;
            case Failure.Daemon(DaemonFailure.ConnectionLost _) -> Outcome.UNKNOWN;
            default -> Outcome.FAILED;
        };
    }
}
