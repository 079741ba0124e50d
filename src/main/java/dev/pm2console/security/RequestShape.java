package dev.pm2console.security;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/// Refuses requests that a proxy and the console could understand differently (RFC 9112, 3.2 and 6.1), and doesn't wait for
/// ever for those that come a byte at a time.
final class RequestShape {

    /// A body has at most 1 MiB, which a slow line brings in less.
    private static final Duration BODY_DEADLINE = Duration.ofSeconds(60);

    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host",
            "X-Forwarded-Proto", "X-Forwarded-Port");

    private RequestShape() {
    }

    /// What is wrong with the request's form; empty where nothing is.
    ///
    /// @param host what the request says that it is for
    static Optional<Refusal> refusal(HttpServerRequest request, String host) {
        if (request.version() == HttpVersion.HTTP_2) {
            return Optional.empty(); // it has no such headers
        }
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            return Optional.of(Refusal.malformed("a request has one Host"));
        }
        if (request.headers().getAll(HttpHeaders.ORIGIN).size() > 1) {
            return Optional.of(Refusal.malformed("a request has one Origin"));
        }
        var codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (!codings.isEmpty() && !(codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked"))) {
            return Optional.of(Refusal.malformed("the only Transfer-Encoding is chunked"));
        }
        return isFor(request.uri(), host) ? Optional.empty()
                : Optional.of(Refusal.malformed("the request's address and its Host are not the same"));
    }

    /// What is wrong with what a proxy says about the request; empty where nothing is. The framework takes the first of
    /// several values, which the client may have sent: the proxy's is the last. So there may be one only.
    static Optional<Refusal> forwardedRefusal(HttpServerRequest request) {
        return FORWARDED.stream().filter(name -> !isOneValue(request.headers().getAll(name))).findFirst()
                .map(name -> Refusal.malformed("the proxy has to set " + name + " to one value, instead of adding to what"
                        + " clients send"));
    }

    private static boolean isOneValue(List<String> values) {
        return values.isEmpty()
                || (values.size() == 1 && !values.getFirst().isBlank() && values.getFirst().indexOf(',') < 0);
    }

    /// Hangs up when the body isn't whole after a minute. Costs nothing where there is none.
    static void limitTime(RoutingContext context) {
        var request = context.request();
        if (mayHaveBody(request) && !request.isEnded()) {
            var vertx = context.vertx();
            var deadline = vertx.setTimer(BODY_DEADLINE.toMillis(), _ -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
            context.addEndHandler(answered -> {
                if (answered.failed() || request.isEnded()) {
                    vertx.cancelTimer(deadline); // which would keep the body in memory for the rest of the minute
                }
            });
        }
    }

    private static boolean mayHaveBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (request.version() == HttpVersion.HTTP_2 && !HttpMethod.GET.equals(request.method()));
    }

    private static boolean isFor(String address, String host) {
        if (address.startsWith("/") || address.equals("*")) {
            return true;
        }
        try {
            return host.equalsIgnoreCase(URI.create(address).getRawAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
