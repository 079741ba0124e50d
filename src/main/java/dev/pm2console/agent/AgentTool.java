package dev.pm2console.agent;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.Operation;
import dev.pm2console.command.Request;

/// One tool, which is one operation.
///
/// @param operation   what it does; the tool has its public name
/// @param hint        what a client may expect of it
/// @param title       for people
/// @param description for a model: when to use it, what it changes, what to do next
/// @param parameters  where else in the API its parameters are, where two addresses have the same operation
/// @param input       what its parameters are besides those of the API
/// @param output      what its answer is, where that isn't the API's
/// @param work        carries it out
/// @param computes    whether it keeps a processor busy, and so must not run on a virtual thread
record AgentTool(
        Operation operation,
        Hint hint,
        String title,
        String description,
        Optional<String> parameters,
        UnaryOperator<ObjectNode> input,
        BiFunction<ApiSchemas, ObjectNode, ObjectNode> output,
        Function<AgentCall, Answer> work,
        boolean computes) {

    /// What a client may expect of a tool. It is told, and guards nothing.
    enum Hint {
        /// Changes nothing.
        READS,
        /// Adds or renews something; done twice it is done twice.
        ADDS,
        /// Adds or renews something; done twice it is as done once.
        SETTLES,
        /// Ends, replaces or empties something; done twice it is done twice.
        DISRUPTS,
        /// Ends, replaces or empties something; done twice it is as done once.
        ENDS;

        boolean reads() {
            return this == READS;
        }

        boolean destroys() {
            return this == DISRUPTS || this == ENDS;
        }

        boolean isIdempotent() {
            return this == READS || this == SETTLES || this == ENDS;
        }
    }

    /// A tool that asks for what the arguments say, and tells the result as the API does.
    static <R> AgentTool of(Operation operation, Hint hint, String title, String description,
            Function<Arguments, Request<R>> request, Function<R, String> text) {
        return new AgentTool(operation, hint, title, description, Optional.empty(), UnaryOperator.identity(),
                (_, output) -> output, call -> {
                    var result = call.run(operation, () -> request.apply(call.arguments()));
                    return new Answer(call.tree(result), text.apply(result));
                }, false);
    }

    String name() {
        return operation.publicName();
    }
}
