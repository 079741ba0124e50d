package dev.pm2console.agent;

import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pm2console.accounts.Caller;
import dev.pm2console.command.Command;
import dev.pm2console.command.Course;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Request;

/// One call of a tool.
///
/// @param caller    who calls
/// @param arguments with what
/// @param course    where it is told how far the call is, and learns that it is called off
record AgentCall(AgentDoor door, Caller caller, Arguments arguments, Course course) {

    /// Carries out what the tool is for.
    <R> R run(Operation operation, Supplier<Request<R>> asked) {
        return door.call(caller, operation, asked, course);
    }

    /// Carries out something more.
    <R> R also(Command<R> command) {
        return door.also(caller, command);
    }

    JsonNode tree(Object result) {
        return door.tree(result);
    }
}
