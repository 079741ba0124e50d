package dev.pm2console.agent;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.pm2console.command.ErrorCode;
import dev.pm2console.security.ConsoleIdentity;
import dev.pm2console.security.Credential;
import dev.pm2console.security.Refusal;
import dev.pm2console.security.Refusals;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;

/// Looks at requests to the MCP server when it is known who sends them, and lets through what it serves: messages that a program
/// with a token sends. A browser's session lets nobody in here, so no page can make a browser act.
@Singleton
class AgentGate {

    static final String SESSION = "Mcp-Session-Id";
    private static final String PATH = "/mcp";
    private static final String JSON = "application/json";
    /// After the framework's own security, which ends at 100.
    private static final int PRIORITY = 50;

    private final AgentSessions sessions;
    private final Refusals refusals;
    private final BodyHandler bodies;

    AgentGate(AgentSessions sessions, Refusals refusals,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.sessions = sessions;
        this.refusals = refusals;
        this.bodies = BodyHandler.create(false).setBodyLimit(limit.asLongValue());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
        filters.register(context -> onlyMessages(context, bodies), PRIORITY - 1);
        filters.register(context -> onlyMessages(context, this::checkMessage), PRIORITY - 2);
    }

    private static void onlyMessages(RoutingContext context, Handler<RoutingContext> handler) {
        if (context.normalizedPath().equals(PATH) && context.request().method().equals(HttpMethod.POST)) {
            handler.handle(context);
        } else {
            context.next();
        }
    }

    private void checkMessage(RoutingContext context) {
        switch (MessageForm.read(Optional.ofNullable(context.body().buffer()).orElseGet(Buffer::buffer))) {
            case MessageForm.Wrong(var problem) -> refusals.write(context,
                    new Refusal(ErrorCode.INVALID_ARGUMENT.status(), ErrorCode.INVALID_ARGUMENT.name(), problem, Map.of()));
            case MessageForm.Right(var message) -> {
                ((RoutingContextInternal) context).setBody(message);
                context.next();
            }
        }
    }

    private void check(RoutingContext context) {
        var path = context.normalizedPath();
        if (!path.equals(PATH) && !path.startsWith(PATH + "/")) {
            context.next();
            return;
        }
        refusal(context, path).ifPresentOrElse(it -> refusals.write(context, it), context::next);
    }

    private Optional<Refusal> refusal(RoutingContext context, String path) {
        if (!path.equals(PATH)) {
            return refuse(ErrorCode.NOT_FOUND, "there is nothing at this address; the MCP server is at " + PATH);
        }
        var owner = owner(context);
        if (owner.isEmpty()) {
            return refuse(ErrorCode.UNAUTHENTICATED, "agents send a token: Authorization: Bearer …",
                    Map.of("WWW-Authenticate", "Bearer"));
        }
        var method = context.request().method();
        if (!method.equals(HttpMethod.POST) && !method.equals(HttpMethod.DELETE)) {
            return refuse(ErrorCode.METHOD_NOT_ALLOWED, "messages are sent with POST; there is no stream to listen to",
                    Map.of("Allow", "POST, DELETE"));
        }
        var session = Optional.ofNullable(context.request().getHeader(SESSION));
        if (session.filter(it -> sessions.isOfAnother(it, owner.get())).isPresent()
                || (method.equals(HttpMethod.DELETE) && session.filter(sessions::isThere).isEmpty())) {
            return refuse(ErrorCode.NOT_FOUND, "there is no such session (any more): begin with initialize");
        }
        if (method.equals(HttpMethod.POST)) {
            if (session.isEmpty()) {
                context.addHeadersEndHandler(_ -> Optional.ofNullable(context.response().headers().get(SESSION))
                        .ifPresent(opened -> sessions.opened(opened, owner.get())));
            }
            return form(context);
        }
        return Optional.empty();
    }

    /// Why the message can't be read, or its answer not be written.
    private static Optional<Refusal> form(RoutingContext context) {
        var type = Optional.ofNullable(context.request().getHeader("Content-Type"));
        if (type.filter(it -> !it.equals(JSON) && !it.startsWith(JSON + ";")).isPresent()) {
            return refuse(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "send JSON: Content-Type: application/json");
        }
        var accepted = String.join(",", context.request().headers().getAll("Accept"));
        if (!accepted.contains(JSON) || !accepted.contains("text/event-stream")) {
            return refuse(ErrorCode.NOT_ACCEPTABLE, "say that you take both forms of an answer:"
                    + " Accept: application/json, text/event-stream");
        }
        return Optional.empty();
    }

    /// The token that it came with.
    private static Optional<Credential> owner(RoutingContext context) {
        return Optional.ofNullable(context.user()).filter(QuarkusHttpUser.class::isInstance).map(QuarkusHttpUser.class::cast)
                .map(QuarkusHttpUser::getSecurityIdentity).flatMap(ConsoleIdentity::credential)
                .filter(it -> !(it instanceof Credential.Session));
    }

    private static Optional<Refusal> refuse(ErrorCode code, String detail) {
        return refuse(code, detail, Map.of());
    }

    private static Optional<Refusal> refuse(ErrorCode code, String detail, Map<String, String> headers) {
        return Optional.of(new Refusal(code.status(), code.name(), detail, headers));
    }
}
