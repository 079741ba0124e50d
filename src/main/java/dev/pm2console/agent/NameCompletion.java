package dev.pm2console.agent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.pm2console.accounts.Caller;
import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Results;
import io.quarkiverse.mcp.server.CompletionManager.CompletionArguments;
import io.quarkiverse.mcp.server.CompletionResponse;
import io.quarkiverse.mcp.server.PromptCompletionManager;
import io.quarkus.runtime.StartupEvent;

/// Offers the names of processes where a person types one into a client.
@Singleton
class NameCompletion {

    private static final int MOST = 100;

    private final PromptCompletionManager prompts;
    private final AgentDoor door;

    NameCompletion(PromptCompletionManager prompts, AgentDoor door) {
        this.prompts = prompts;
        this.door = door;
    }

    void register(@Observes StartupEvent started) {
        prompts.newCompletion(Prompts.WHY).setArgumentName(Prompts.PROCESS).setHandler(this::names, true).register();
    }

    private CompletionResponse names(CompletionArguments arguments) {
        var typed = arguments.argumentValue().toLowerCase(Locale.ROOT);
        var names = names(door.caller(arguments.meta())).filter(name -> name.toLowerCase(Locale.ROOT).startsWith(typed))
                .distinct()
                .sorted().toList();
        return new CompletionResponse(names.stream().limit(MOST).toList(), names.size(), names.size() > MOST);
    }

    private Stream<String> names(Caller caller) {
        try {
            var list = door.also(caller,
                    new Command.ListProcesses(false, Optional.empty(), Optional.empty(), Optional.empty()));
            return switch (list) {
                case Results.Processes(var processes) -> processes.stream().map(Results.Summary::name);
                case Results.Details(var processes) -> processes.stream().map(Results.Detail::name);
            };
        } catch (CommandException down) {
            return List.<String> of().stream(); // nothing to offer; who asks for the prompt itself is told why
        }
    }
}
