package dev.pm2console.agent;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.accounts.Caller;
import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.CommandService;
import dev.pm2console.command.Course;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Request;
import dev.pm2console.security.Callers;
import io.quarkiverse.mcp.server.Meta;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/// Takes what agents ask for to the command service: says who asks, and how often that one may.
@Singleton
class AgentDoor {

    private static final int LONGEST = 200;
    /// Before the keys of OpenCode 2.
    private static final String OPENCODE = "ai.opencode/";

    private final CommandService service;
    private final Callers callers;
    private final CurrentVertxRequest request;
    private final AgentConfig config;
    private final CallRates rates;
    private final ObjectMapper json;

    AgentDoor(CommandService service, Callers callers, CurrentVertxRequest request, AgentConfig config, CallRates rates,
            ObjectMapper json) {
        this.service = service;
        this.callers = callers;
        this.request = request;
        this.config = config;
        this.rates = rates;
        this.json = json;
    }

    /// Who asks: the token's owner, and on whose behalf, as `_meta` says it, or else the headers.
    Caller caller(Meta meta) {
        var caller = callers.of(request.getCurrent().request(), "mcp");
        return new Caller(caller.name(), caller.role(), caller.door(), said(meta, "agent").or(caller::agent),
                said(meta, "sessionID").or(caller::session), said(meta, "messageID").or(caller::message));
    }

    /// Whether the caller's token and this console let it be called at all.
    boolean offers(Operation operation) {
        return callers.of(request.getCurrent().request(), "mcp").role().includes(operation.role()) && isOn(operation);
    }

    /// Carries out what is asked of a tool. Each call counts.
    ///
    /// @throws CommandException if it was not carried out, or not wholly
    <R> R call(Caller caller, Operation operation, Supplier<Request<R>> asked, Course course) {
        return service.execute(caller, operation, () -> {
            if (!isOn(operation)) {
                throw new CommandException(new Failure.SwitchedOff(operation));
            }
            rates.take(caller.name()).ifPresent(seconds -> {
                throw new CommandException(new Failure.TooManyCalls(rates.perMinute(), seconds));
            });
            return asked.get();
        }, course);
    }

    /// Carries out what a resource or a prompt needs first. It counts as a tool's call does.
    ///
    /// @throws CommandException if it was not carried out
    <R> R read(Caller caller, Command<R> command) {
        return call(caller, command.operation(), () -> Request.of(command), Course.UNWATCHED);
    }

    /// Carries out something more for a call that was counted.
    ///
    /// @throws CommandException if it was not carried out
    <R> R also(Caller caller, Command<R> command) {
        return service.execute(caller, command);
    }

    /// A result as the API writes it.
    JsonNode tree(Object result) {
        return json.valueToTree(result);
    }

    private boolean isOn(Operation operation) {
        return config.write() || !operation.changes();
    }

    private static Optional<String> said(Meta meta, String key) {
        var said = meta.asJsonObject();
        return Stream.of(key, OPENCODE + key).map(said::getValue).filter(String.class::isInstance).map(String.class::cast)
                .filter(text -> !text.isBlank()).findFirst()
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
}
