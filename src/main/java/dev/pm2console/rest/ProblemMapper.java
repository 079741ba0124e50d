package dev.pm2console.rest;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;

import dev.pm2console.accounts.AccountRefusal;
import dev.pm2console.alerts.AlertRefusal;
import dev.pm2console.command.Bug;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.ErrorCode;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Violation;
import dev.pm2console.command.Violations;
import dev.pm2console.security.RefusedException;
import dev.pm2console.storage.StorageException;

/// The one place where a failure becomes an answer of the API.
public final class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final RestDoor door;

    ProblemMapper(RestDoor door) {
        this.door = door;
    }

    @ServerExceptionMapper
    public RestResponse<Problem> commandFailed(CommandException e) {
        var answer = answer(e.failure().code(), e.failure().message(), Violations.of(e.failure()));
        if (e.failure() instanceof Failure.Account(AccountRefusal.TooManyAttempts many)) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, many.seconds());
        }
        if (e.failure() instanceof Failure.Alert(AlertRefusal.TooManyTests many)) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, many.seconds());
        }
        if (e.failure() instanceof Failure.TooManySearches) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, 1);
        }
        return answer;
    }

    @ServerExceptionMapper
    public RestResponse<Problem> requestRefused(RefusedException e) {
        return answer(ErrorCode.valueOf(e.refusal().code()), e.refusal().detail(), List.of());
    }

    @ServerExceptionMapper
    public RestResponse<Problem> requestFailed(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 400 -> answer(ErrorCode.INVALID_ARGUMENT, "the request can't be understood", List.of());
            case 401 -> answer(ErrorCode.UNAUTHENTICATED, "sign in, or send a token", List.of());
            case 403 -> answer(ErrorCode.FORBIDDEN, "you may not do that", List.of());
            case 404 -> answer(ErrorCode.NOT_FOUND, "there is nothing at this address", List.of());
            case 405 -> answer(ErrorCode.METHOD_NOT_ALLOWED, "this address does not take that method", List.of());
            case 406 -> answer(ErrorCode.NOT_ACCEPTABLE, "this is not available in the form that Accept asks for", List.of());
            case 413 -> answer(ErrorCode.PAYLOAD_TOO_LARGE, BodyLimit.DETAIL, List.of());
            case 415 -> answer(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "send JSON: Content-Type: application/json", List.of());
            default -> bug(e);
        };
    }

    /// Reading the request failed: its sender has gone, and nobody reads the answer.
    @ServerExceptionMapper
    public RestResponse<Problem> senderGone(IOException e) {
        LOG.debug("a request did not arrive", e);
        return answer(ErrorCode.INVALID_ARGUMENT, "the request did not arrive whole", List.of());
    }

    /// The database can't be read or written: which file and why is all that there is to say.
    @ServerExceptionMapper
    public RestResponse<Problem> storageFailed(StorageException e) {
        LOG.errorf("a request failed: %s", e.getMessage());
        return internal();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> consoleFailed(Throwable e) {
        return isOfForm(e) ? answer(ErrorCode.INVALID_ARGUMENT, "the form can't be read, or has too many fields", List.of())
                : bug(e);
    }

    /// Whether it was reading a form that failed: the framework has no exception of its own for it.
    private static boolean isOfForm(Throwable e) {
        return Arrays.stream(e.getStackTrace()).anyMatch(frame -> frame.getClassName().equals(FormBodyHandler.class.getName()));
    }

    private RestResponse<Problem> bug(Throwable e) {
        LOG.error("a request failed", Bug.withoutMessage(e));
        return internal();
    }

    private RestResponse<Problem> internal() {
        return answer(ErrorCode.INTERNAL, "the console failed; its log says more", List.of());
    }

    private RestResponse<Problem> answer(ErrorCode code, String detail, List<Violation> violations) {
        var command = door.operation().map(Operation::publicName);
        return RestResponse.ResponseBuilder.<Problem> create(code.status())
                .entity(Problem.of(code, detail, command, violations))
                .type(MediaType.valueOf(Problem.MEDIA_TYPE)).build();
    }
}
