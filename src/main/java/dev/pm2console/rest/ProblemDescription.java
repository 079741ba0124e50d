package dev.pm2console.rest;

import static dev.pm2console.command.ErrorCode.ACTION_NOT_FOUND;
import static dev.pm2console.command.ErrorCode.ALREADY_RUNNING;
import static dev.pm2console.command.ErrorCode.CHANNEL_IN_USE;
import static dev.pm2console.command.ErrorCode.EMPTY_LIST;
import static dev.pm2console.command.ErrorCode.LAST_ADMIN;
import static dev.pm2console.command.ErrorCode.NAME_TAKEN;
import static dev.pm2console.command.ErrorCode.NOT_CLUSTER;
import static dev.pm2console.command.ErrorCode.NOT_FORK;
import static dev.pm2console.command.ErrorCode.NOT_FOUND;
import static dev.pm2console.command.ErrorCode.OUTSIDE_APPS_ROOT;
import static dev.pm2console.command.ErrorCode.PM2_FAILED;
import static dev.pm2console.command.ErrorCode.PM2_TIMEOUT;
import static dev.pm2console.command.ErrorCode.PM2_UNREACHABLE;
import static dev.pm2console.command.ErrorCode.PROCESS_NOT_FOUND;
import static dev.pm2console.command.ErrorCode.RATE_LIMITED;
import static dev.pm2console.command.ErrorCode.SCRIPT_NOT_FOUND;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import dev.pm2console.accounts.AccountRefusal;
import dev.pm2console.accounts.Role;
import dev.pm2console.alerts.AlertRefusal;
import dev.pm2console.command.ErrorCode;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Violation;
import dev.pm2console.command.Violations;
import dev.pm2console.process.DaemonFailure;
import dev.pm2console.process.DaemonState;

/// How the OpenAPI document tells of failures: which an operation can have, and what each looks like.
final class ProblemDescription {

    private static final Set<ErrorCode> ASKS_PM2 = Set.of(PM2_FAILED, PM2_UNREACHABLE, PM2_TIMEOUT);

    private ProblemDescription() {
    }

    /// The failures of an operation, without those that every operation has.
    static Set<ErrorCode> failures(Operation operation) {
        return switch (operation) {
            case GET_PM2_STATUS, GET_PM2_VERSION, GET_DRIFT, LOG_USAGE, RECENT_HISTORY -> Set.of();
            case LIST_PROCESSES -> Set.of(PM2_UNREACHABLE);
            case SHOW_PROCESS_INFO, MONITOR, GET_HISTORY -> Set.of(PROCESS_NOT_FOUND, PM2_UNREACHABLE);
            case SHOW_LOGS -> Set.of(PROCESS_NOT_FOUND, NOT_FOUND, PM2_UNREACHABLE);
            case LOG_CONTEXT -> Set.of(NOT_FOUND, PM2_UNREACHABLE);
            case SEARCH_LOGS -> Set.of(PROCESS_NOT_FOUND, PM2_UNREACHABLE, RATE_LIMITED);
            case DOWNLOAD_LOG -> Set.of(PROCESS_NOT_FOUND, PM2_UNREACHABLE);
            case FLUSH_LOGS -> Set.of(PROCESS_NOT_FOUND, PM2_UNREACHABLE, PM2_FAILED);
            case DESCRIBE_PROCESS, STOP_PROCESS, RESTART_PROCESS, DELETE_PROCESS, RELOAD_PROCESS, GRACEFUL_RELOAD,
                    RESET_METADATA, SEND_SIGNAL ->
                with(PROCESS_NOT_FOUND);
            case START_STOPPED -> with(PROCESS_NOT_FOUND, ALREADY_RUNNING);
            case SCALE_PROCESS -> with(PROCESS_NOT_FOUND, NOT_CLUSTER);
            case SEND_LINE -> with(PROCESS_NOT_FOUND, NOT_FORK);
            case TRIGGER_ACTION -> with(PROCESS_NOT_FOUND, ACTION_NOT_FOUND);
            case START_PROCESS -> with(NAME_TAKEN, SCRIPT_NOT_FOUND, OUTSIDE_APPS_ROOT);
            case START_ECOSYSTEM -> with(SCRIPT_NOT_FOUND, OUTSIDE_APPS_ROOT);
            case BROWSE_APPS -> Set.of(SCRIPT_NOT_FOUND, OUTSIDE_APPS_ROOT);
            case SAVE_PROCESS_LIST -> with(EMPTY_LIST);
            case RELOAD_LOGS, RESURRECT_PROCESSES, KILL_PM2 -> ASKS_PM2;
            case STARTUP -> Set.of(PM2_FAILED, PM2_TIMEOUT);
            case GENERATE_STARTUP_SCRIPT -> Set.of(PM2_FAILED);
            case LIST_EVENTS, LIST_AUDIT, LIST_USERS, LIST_TOKENS -> Set.of();
            case ADD_USER, ADD_TOKEN -> Set.of(NAME_TAKEN);
            case CHANGE_USER, REMOVE_USER -> Set.of(NOT_FOUND, LAST_ADMIN);
            case CHANGE_PASSWORD -> Set.of(RATE_LIMITED);
            case REVOKE_TOKEN -> Set.of(NOT_FOUND);
            case LIST_ALERTS, LIST_ALERT_RULES, LIST_ALERT_CHANNELS -> Set.of();
            case ADD_ALERT_RULE, ADD_ALERT_CHANNEL -> Set.of(NAME_TAKEN);
            case CHANGE_ALERT_RULE, CHANGE_ALERT_CHANNEL -> Set.of(NOT_FOUND, NAME_TAKEN);
            case REMOVE_ALERT_RULE -> Set.of(NOT_FOUND);
            case REMOVE_ALERT_CHANNEL -> Set.of(NOT_FOUND, CHANNEL_IN_USE);
            case TEST_ALERT_CHANNEL -> Set.of(NOT_FOUND, RATE_LIMITED);
        };
    }

    /// An answer that tells one of these failures, which have the same status.
    static APIResponse response(List<ErrorCode> codes) {
        var media = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
        codes.stream().filter(code -> example(code).isPresent())
                .forEach(code -> media.addExample(code.name(), OASFactory.createExample().ref(code.name())));
        var response = OASFactory.createAPIResponse();
        if (codes.contains(RATE_LIMITED)) {
            response.addHeader("Retry-After", OASFactory.createHeader().description("Seconds until the next attempt")
                    .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
        }
        return response
                .description(codes.stream().map(code -> "`" + code + "`: " + code.title()).collect(Collectors.joining("; ")))
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
    }

    /// What a problem consists of.
    static Schema schema() {
        var violation = object("What is wrong with one parameter")
                .addProperty("field", text("Its name, such as `script` or `apps[0].env.PATH`; empty for the whole body"))
                .addProperty("message", text("What is accepted instead"))
                .required(List.of("field", "message"));
        return object("A failure (RFC 9457)")
                .addProperty("type", text("A URI for the kind of failure"))
                .addProperty("title", text("The kind in a few words"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER).description("The HTTP status"))
                .addProperty("detail", text("What happened this time"))
                .addProperty("code", OASFactory.createSchema().ref("ErrorCode"))
                .addProperty("command", OASFactory.createSchema().addType(SchemaType.STRING).addType(SchemaType.NULL)
                        .description("The operation that failed; `null` where the request did not get so far"))
                .addProperty("violations", OASFactory.createSchema().addType(SchemaType.ARRAY).items(violation)
                        .description("What is wrong with what was sent, all at once; left out where nothing is"))
                .required(List.of("type", "title", "status", "detail", "code", "command"));
    }

    /// By what failures are told apart.
    static Schema codes() {
        return text("By which programs tell failures apart")
                .enumeration(Arrays.stream(ErrorCode.values()).<Object> map(Enum::name).toList());
    }

    /// What a failure looks like, as the console itself writes it.
    static Optional<Example> example(ErrorCode code) {
        return switch (code) {
            case INVALID_ARGUMENT -> failed(Operation.START_PROCESS, new Failure.InvalidArgument(List.of(
                    new Violation("nmae", "is not an option that is known here"),
                    new Violation("script", "has no .. segment"))));
            case UNAUTHENTICATED -> turnedAway(code, "sign in, or send a token: Authorization: Bearer …");
            case FORBIDDEN -> failed(Operation.STOP_PROCESS, new Failure.Forbidden(Operation.STOP_PROCESS, Role.VIEWER));
            case PROCESS_NOT_FOUND -> failed(Operation.STOP_PROCESS, new Failure.ProcessNotFound("web"));
            case ACTION_NOT_FOUND -> failed(Operation.TRIGGER_ACTION,
                    new Failure.ActionNotFound("flush", List.of("flush cache", "gc")));
            case NAME_TAKEN -> failed(Operation.START_PROCESS, new Failure.NameTaken("web"));
            case NOT_CLUSTER -> failed(Operation.SCALE_PROCESS, new Failure.NotCluster("worker"));
            case NOT_FORK -> failed(Operation.SEND_LINE, new Failure.NotFork("web"));
            case ALREADY_RUNNING -> failed(Operation.START_STOPPED, new Failure.AlreadyRunning("web"));
            case EMPTY_LIST -> failed(Operation.SAVE_PROCESS_LIST, new Failure.EmptyList());
            case PAYLOAD_TOO_LARGE -> turnedAway(code, "a request has at most 1 MiB");
            case UNSUPPORTED_MEDIA_TYPE -> turnedAway(code, "send JSON: Content-Type: application/json");
            case SCRIPT_NOT_FOUND -> failed(Operation.START_PROCESS,
                    new Failure.ScriptNotFound("script", "wbe.js", "does not exist in /srv/apps"));
            case OUTSIDE_APPS_ROOT -> failed(Operation.START_PROCESS,
                    new Failure.OutsideAppsRoot("cwd", "/etc", Path.of("/srv/apps")));
            case PM2_FAILED -> failed(Operation.SEND_SIGNAL, new Failure.NotRunning("worker"));
            case PM2_UNREACHABLE -> failed(Operation.LIST_PROCESSES, new Failure.Daemon(new DaemonFailure.Unreachable(
                    "no PM2 daemon runs: there is no /home/deploy/.pm2/rpc.sock", DaemonState.DOWN)));
            case PM2_TIMEOUT -> failed(Operation.RESTART_PROCESS,
                    new Failure.Daemon(new DaemonFailure.TimedOut("restartProcessId", Duration.ofSeconds(30))));
            case CHANNEL_IN_USE -> failed(Operation.REMOVE_ALERT_CHANNEL,
                    new Failure.Alert(new AlertRefusal.ChannelInUse("ops", List.of("Crash loop"))));
            case LAST_ADMIN -> failed(Operation.REMOVE_USER, new Failure.Account(new AccountRefusal.LastAdmin("alice")));
            case NOT_FOUND -> failed(Operation.REMOVE_USER, new Failure.Account(new AccountRefusal.UnknownUser("bob")));
            case RATE_LIMITED -> failed(Operation.CHANGE_PASSWORD,
                    new Failure.Account(new AccountRefusal.TooManyAttempts(Duration.ofSeconds(3))));
            case NOT_ACCEPTABLE -> turnedAway(code, "this is not available in the form that Accept asks for");
            case INTERNAL -> turnedAway(code, "the console failed; its log says more");
            case METHOD_NOT_ALLOWED, CANCELLED -> Optional.empty(); // no operation answers it
        };
    }

    private static Set<ErrorCode> with(ErrorCode... more) {
        return Stream.concat(ASKS_PM2.stream(), List.of(more).stream()).collect(Collectors.toSet());
    }

    private static Optional<Example> failed(Operation operation, Failure failure) {
        return Optional.of(example(Problem.of(failure.code(), failure.message(), Optional.of(operation.publicName()),
                Violations.of(failure))));
    }

    private static Optional<Example> turnedAway(ErrorCode code, String detail) {
        return Optional.of(example(Problem.of(code, detail, Optional.empty(), List.of())));
    }

    private static Example example(Problem problem) {
        var value = new LinkedHashMap<String, Object>();
        value.put("type", problem.type());
        value.put("title", problem.title());
        value.put("status", problem.status());
        value.put("detail", problem.detail());
        value.put("code", problem.code());
        value.put("command", problem.command().orElse(null));
        if (!problem.violations().isEmpty()) {
            value.put("violations", problem.violations().stream()
                    .map(ProblemDescription::example).toList());
        }
        return OASFactory.createExample().value(value);
    }

    private static Map<String, String> example(Violation violation) {
        var value = new LinkedHashMap<String, String>();
        value.put("field", violation.field());
        value.put("message", violation.message());
        return value;
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
