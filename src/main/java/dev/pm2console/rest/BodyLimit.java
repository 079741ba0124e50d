package dev.pm2console.rest;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.pm2console.command.ErrorCode;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/// Says what is wrong where a request is too long: the framework would hang up without a word.
///
/// A body that tells its length is refused before it is read. Of one that comes in chunks [LimitedBody] reads no more than
/// is allowed, and passes over the rest so that the client gets as far as reading the answer.
@Singleton
class BodyLimit {

    /// What is said of a request that is too long.
    static final String DETAIL = "a request has at most 1 MiB";

    /// After the gate, and before the framework looks at the length (priority 2).
    private static final int BEFORE_FRAMEWORK = 500;
    private static final int AFTER_FRAMEWORK = 1;
    /// From so many times the limit on, the framework cuts a client of the API off.
    private static final int PATIENCE = 16;

    private final long limit;
    private final ProblemRefusals refusals;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ProblemRefusals refusals) {
        this.limit = limit.asLongValue();
        this.refusals = refusals;
    }

    /// The most bytes that a body may have.
    int bytes() {
        return Math.toIntExact(limit);
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkLength, BEFORE_FRAMEWORK);
        filters.register(this::letReaderCount, AFTER_FRAMEWORK);
    }

    private void checkLength(RoutingContext context) {
        if (length(context) <= limit) {
            context.next();
            return;
        }
        var body = refusals.problem(ErrorCode.PAYLOAD_TOO_LARGE, DETAIL);
        context.response().setStatusCode(ErrorCode.PAYLOAD_TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, body.mediaType())
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(body.text()).onComplete(_ -> context.request().connection().close());
    }

    private void letReaderCount(RoutingContext context) {
        if (context.normalizedPath().startsWith("/api/")) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit * PATIENCE);
        }
        context.next();
    }

    private static long length(RoutingContext context) {
        try {
            return Optional.ofNullable(context.request().getHeader(HttpHeaders.CONTENT_LENGTH)).map(Long::parseLong)
                    .orElse(0L);
        } catch (NumberFormatException notALength) {
            return Long.MAX_VALUE;
        }
    }
}
