package dev.pm2console.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.pm2console.accounts.Caller;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.CommandService;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Request;
import dev.pm2console.security.Callers;
import io.vertx.core.http.HttpServerRequest;

/// Takes one REST request to the command service: reads its body or query, says who asks, and remembers which operation it
/// was, for the answer if it fails.
@RequestScoped
class RestDoor {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build().readerFor(JsonNode.class);

    private final CommandService service;
    private final Callers callers;
    private final HttpServerRequest request;
    private final UriInfo uri;
    private Optional<Operation> operation = Optional.empty();

    RestDoor(CommandService service, Callers callers, HttpServerRequest request, UriInfo uri) {
        this.service = service;
        this.callers = callers;
        this.request = request;
        this.uri = uri;
    }

    /// Carries out an operation whose parameters are in the query.
    <R> R query(Operation operation, Function<Map<String, String>, Request<R>> reader) {
        this.operation = Optional.of(operation);
        return service.execute(caller(), operation, () -> reader.apply(queryParameters("")));
    }

    /// Carries out an operation whose parameters are in the query, one of which may come more than once.
    <R> R query(Operation operation, String repeatable, BiFunction<List<String>, Map<String, String>, Request<R>> reader) {
        this.operation = Optional.of(operation);
        return service.execute(caller(), operation, () -> reader.apply(
                uri.getQueryParameters().getOrDefault(repeatable, List.of()), queryParameters(repeatable)));
    }

    /// Carries out an operation whose parameters are in a JSON body; none is the same as an empty object.
    <R> R body(Operation operation, byte[] body, Function<JsonNode, Request<R>> reader) {
        this.operation = Optional.of(operation);
        return service.execute(caller(), operation, () -> reader.apply(json(body)));
    }

    /// The session of the caller, where the request came with one.
    Optional<String> session() {
        return callers.session();
    }

    /// What is being carried out, where it is known already.
    Optional<Operation> operation() {
        return operation;
    }

    private Caller caller() {
        return callers.of(request, "rest");
    }

    private Map<String, String> queryParameters(String leftOut) {
        var parameters = new LinkedHashMap<String, String>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (name.equals(leftOut)) {
                return;
            }
            if (values.size() > 1) {
                throw CommandException.invalid(name, "is given once");
            }
            parameters.put(name, values.getFirst());
        });
        return parameters;
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw CommandException.invalid("", "the body is not JSON"
                    + (where == null ? "" : ": line " + where.getLineNr() + ", column " + where.getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
