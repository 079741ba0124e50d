package dev.pm2console.security;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/// Looks at every request before anything else does. The console answers only to its own names, so that a foreign name
/// that was made to lead here (DNS rebinding) gets nothing; and only to its own pages or those of allowed origins, so that
/// a foreign page can't act with the cookie of somebody who is signed in.
@Singleton
public class Gate {

    /// Before the framework's own security, which begins at 200.
    private static final int PRIORITY = 1_000;
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.]+]");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /// The API's page is a library's, with scripts and styles inside it; nothing of ours is shown there.
    private static final String SWAGGER_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
            .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
    /// Not no-referrer: with that, browsers send forms with the origin "null". No other site learns more by this one.
    private static final String PAGE_REFERRER = "same-origin";
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/q/", "/live/", "/static/", "/mcp");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Refusals refusals;
    private final OpenRequests requests;
    private final boolean proxied;
    private final Set<String> hosts = new HashSet<>();
    private final Set<String> origins = new HashSet<>();

    Gate(SecurityConfig config, Refusals refusals, OpenRequests requests, Exposure exposure) {
        this.refusals = refusals;
        this.requests = requests;
        proxied = exposure.isProxied();
        hosts.add("localhost");
        config.allowedHosts().ifPresent(allowed -> allowed.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT))));
        config.allowedOrigins().ifPresent(allowed -> allowed.forEach(origin -> origins.add(origin.toLowerCase(Locale.ROOT))));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        headers(context);
        var request = context.request();
        if (!isSocket(request)) {
            requests.count(context, !READING.contains(request.method()));
        }
        if (requests.refused(context)) {
            return;
        }
        var refusal = isHealth(context.normalizedPath()) ? Optional.<Refusal> empty() : refusal(context);
        RequestShape.limitTime(context);
        refusal.ifPresentOrElse(it -> refusals.write(context, it), context::next);
    }

    private static boolean isPage(RoutingContext context) {
        var path = context.normalizedPath();
        return FOR_PROGRAMS.stream().noneMatch(path::startsWith);
    }

    private static boolean isSocket(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    private static boolean isHealth(String path) {
        return path.equals("/q/health") || path.startsWith("/q/health/");
    }

    private Optional<Refusal> refusal(RoutingContext context) {
        var request = context.request();
        if (proxied) {
            var forwarded = RequestShape.forwardedRefusal(request);
            if (forwarded.isPresent()) {
                return forwarded;
            }
        }
        // HTTP/2 has it in a field of its own
        var host = Optional.ofNullable(request.authority()).map(it -> it.toString()).orElse("");
        var malformed = RequestShape.refusal(request, host);
        if (malformed.isPresent()) {
            return malformed;
        }
        if (!isOurs(host, request.localAddress())) {
            return Optional.of(Refusal.forbidden("the console does not answer to this host name; console.allowed-hosts can"
                    + " allow it"));
        }
        var origin = Optional.ofNullable(request.getHeader("Origin"));
        if (origin.isPresent() && !isOurs(origin.get(), host)) {
            return Optional.of(Refusal.forbidden("requests of pages from this origin are not accepted;"
                    + " console.allowed-origins can allow it"));
        }
        // a browser always says where a WebSocket or a form comes from; without that, a cookie proves nothing
        var writes = !READING.contains(request.method()) || isSocket(request);
        if (origin.isEmpty() && writes && request.getHeader("Cookie") != null && request.getHeader("Authorization") == null
                && !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
            return Optional.of(Refusal.forbidden("a request with a cookie has to say its origin"));
        }
        return Optional.empty();
    }

    /// A name that is allowed, or the very address that the connection arrived at.
    private boolean isOurs(String host, SocketAddress arrivedAt) {
        var matcher = HOST.matcher(host);
        if (!matcher.matches()) {
            return false;
        }
        var name = matcher.group(1).toLowerCase(Locale.ROOT);
        return hosts.contains(name) || (ADDRESS.matcher(name).matches() && isAddress(name, arrivedAt.hostAddress()));
    }

    private static boolean isAddress(String literal, String address) {
        try {
            return InetAddress.ofLiteral(literal.replaceAll("[\\[\\]]", "")).equals(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private boolean isOurs(String origin, String host) {
        if (origins.contains(origin.toLowerCase(Locale.ROOT))) {
            return true;
        }
        try {
            var uri = URI.create(origin);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && host.equalsIgnoreCase(uri.getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static void headers(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        if (!context.normalizedPath().startsWith("/static/")) {
            headers.set("Cache-Control", "no-store");
        }
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", isPage(context) ? PAGE_REFERRER : "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Content-Security-Policy", context.normalizedPath().startsWith("/q/swagger-ui") ? SWAGGER_POLICY : POLICY);
    }
}
