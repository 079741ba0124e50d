package dev.pm2console.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.pm2console.accounts.Caller;
import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.ListEvents;
import io.quarkiverse.mcp.server.JsonRpcErrorCodes;
import io.quarkiverse.mcp.server.McpException;
import io.quarkiverse.mcp.server.PromptManager;
import io.quarkiverse.mcp.server.PromptMessage;
import io.quarkiverse.mcp.server.PromptResponse;
import io.quarkus.runtime.StartupEvent;

/// What people ask agents for again and again, with the facts that are needed first.
@Singleton
class Prompts {

    static final String WHY = "why-did-it-restart";
    static final String PROCESS = "process";
    static final String DEPLOY = "deploy-directory-safely";
    private static final String DIRECTORY = "directory";
    private static final String NAME = "name";
    private static final int LINES = 60;
    private static final int EVENTS = 20;

    private final PromptManager prompts;
    private final AgentDoor door;

    Prompts(PromptManager prompts, AgentDoor door) {
        this.prompts = prompts;
        this.door = door;
    }

    void register(@Observes StartupEvent started) {
        prompts.newPrompt(WHY).setTitle("Why did it restart?")
                .setDescription("Finds out why a process ended or restarted, from its events and its log")
                .addArgument(PROCESS, "An id, a name or a namespace", true)
                .setHandler(arguments -> said(() -> why(door.caller(arguments.meta()), argument(arguments.args(), PROCESS))),
                        true)
                .register();
        prompts.newPrompt(DEPLOY).setTitle("Deploy a directory safely")
                .setDescription(
                        "Starts or reloads an application out of a directory, looks whether it stays up, and goes back if not")
                .addArgument(DIRECTORY, "Inside the apps root", true)
                .addArgument(NAME, "The process's name, where it isn't to be the directory's", false)
                .setHandler(arguments -> said(() -> deploy(argument(arguments.args(), DIRECTORY),
                        Optional.ofNullable(arguments.args().get(NAME)))), true)
                .register();
    }

    private String why(Caller caller, String process) {
        var status = door.read(caller, new Command.GetPm2Status());
        var events = door.also(caller, new ListEvents(Optional.of(process), "all", true, Optional.empty(), Optional.empty(),
                EVENTS, Optional.empty()));
        var log = LogAnswers.recent(door, caller, process, LINES);
        return "Find out why the process " + Untrusted.quoted(process) + " ended or restarted, and tell me in three parts: what"
                + " happened, the evidence (times, exit codes, lines), and what to do about it. Change nothing before I agree.\n\n"
                + Said.status(status) + "\n\n" + Said.events(events) + "\n\n" + log
                + "\n\nIf that isn't enough: showProcessInfo for its script and limits, searchLogs with level=error around the time of"
                + " the exit, monitor with seconds=10 if memory or cpu may be the cause. An exit by SIGKILL without anybody who asked"
                + " for it is often the kernel's out-of-memory killer.";
    }

    private static String deploy(String directory, Optional<String> name) {
        return "Deploy the application in " + Untrusted.quoted(directory) + " (relative to the apps root) under PM2"
                + name.map(it -> " as " + Untrusted.quoted(it)).orElse("") + ", safely:\n"
                + "1. getPM2Status and listProcesses: is the daemon up, is the name taken, is the saved list as it runs?\n"
                + "2. If the name is taken, note its restarts, memory and version now (showProcessInfo); that is what you compare with.\n"
                + "3. Not there yet: startProcess with script relative to cwd, cwd the directory, and no more options than needed."
                + " There already: reloadProcess, which has no gap in cluster mode; say so before if it is in fork mode and"
                + " connections will drop.\n"
                + "4. monitor with seconds=10, then showProcessInfo and showLogs type=error: it has to be online, with no new restarts"
                + " and no new errors.\n"
                + "5. If it isn't: show me the error lines and the events. Stop what you started (stopProcess); don't delete it, and"
                + " don't try again with other options without asking.\n"
                + "6. If it is: ask me whether to saveProcessList, so that it comes back after a reboot.\n"
                + "Ask before anything that ends or removes a process that you did not start.";
    }

    private static String argument(Map<String, String> arguments, String name) {
        return Optional.ofNullable(arguments.get(name)).filter(text -> !text.isBlank())
                .orElseThrow(() -> CommandException.invalid(name, "is required"));
    }

    private static PromptResponse said(Supplier<String> text) {
        try {
            return new PromptResponse(null, List.of(PromptMessage.withUserRole(text.get())));
        } catch (CommandException e) {
            throw new McpException(e.failure().code() + ": " + Untrusted.plain(e.failure().message()),
                    JsonRpcErrorCodes.INVALID_PARAMS);
        }
    }
}
