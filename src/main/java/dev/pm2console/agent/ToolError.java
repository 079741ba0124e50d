package dev.pm2console.agent;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.command.ErrorCode;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Violation;
import dev.pm2console.command.Violations;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// Why a tool did not do it: a JSON object as the answer's text, for a model as well as for a program. Structured content
/// would have to be as the tool's output schema says, which a failure isn't.
///
/// @param code       by which programs tell failures apart, as in REST
/// @param message    what happened, for a person
/// @param command    the tool
/// @param violations what is wrong with what was sent; left out where nothing is
/// @param next       what to do now
@RegisterForReflection
record ToolError(
        String code,
        String message,
        String command,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations,
        String next) {

    static ToolError of(Operation operation, Failure failure) {
        return new ToolError(failure.code().name(), Untrusted.plain(failure.message()), operation.publicName(),
                violations(failure),
                Recovery.from(failure));
    }

    private static List<Violation> violations(Failure failure) {
        return Violations.of(failure).stream()
                .map(it -> new Violation(Untrusted.plain(it.field()), Untrusted.plain(it.message()))).toList();
    }

    /// What the console itself did wrong.
    static ToolError bug(Operation operation) {
        return new ToolError(ErrorCode.INTERNAL.name(), "the console failed; its log says more", operation.publicName(),
                List.of(), "It may have been done all the same: look before you try again, and tell the user.");
    }

    ToolResponse response(ObjectMapper json) {
        try {
            return ToolResponse.error(json.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an error can be written as JSON", e);
        }
    }
}
