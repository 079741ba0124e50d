package dev.pm2console.agent;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.ErrorCode;
import io.quarkiverse.mcp.server.JsonRpcErrorCodes;
import io.quarkiverse.mcp.server.McpException;
import io.quarkiverse.mcp.server.ResourceManager;
import io.quarkiverse.mcp.server.ResourceResponse;
import io.quarkiverse.mcp.server.ResourceTemplateManager;
import io.quarkiverse.mcp.server.ResourceTemplateManager.ResourceTemplateArguments;
import io.quarkiverse.mcp.server.TextResourceContents;
import io.quarkus.runtime.StartupEvent;

/// What clients can read without a tool: the list, a process, its recent log.
@Singleton
class ProcessResources {

    private static final String TARGET = "nameOrId";
    private static final String LIST = "pm2://processes";
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain";
    private static final int RECENT = 200;

    private final ResourceManager resources;
    private final ResourceTemplateManager templates;
    private final AgentDoor door;
    private final ObjectMapper json;

    ProcessResources(ResourceManager resources, ResourceTemplateManager templates, AgentDoor door, ObjectMapper json) {
        this.resources = resources;
        this.templates = templates;
        this.door = door;
        this.json = json;
    }

    void register(@Observes StartupEvent started) {
        resources.newResource("processes").setTitle("Processes").setUri(LIST).setMimeType(JSON)
                .setDescription("Every process that PM2 looks after, as listProcesses tells it")
                .setHandler(arguments -> answered(() -> new TextResourceContents(LIST, written(door.read(
                        door.caller(arguments.meta()),
                        new Command.ListProcesses(false, Optional.empty(), Optional.empty(), Optional.empty()))), JSON)), true)
                .register();
        templates.newResourceTemplate("process").setTitle("A process").setUriTemplate(LIST + "/{" + TARGET + "}")
                .setMimeType(JSON)
                .setDescription("One process in detail, or each of its instances, as showProcessInfo tells it")
                .setHandler(arguments -> answered(() -> new TextResourceContents(uri(arguments, ""),
                        written(door.read(door.caller(arguments.meta()), new Command.ShowProcessInfo(target(arguments)))),
                        JSON)),
                        true)
                .register();
        templates.newResourceTemplate("process-log").setTitle("The recent log of a process")
                .setUriTemplate(LIST + "/{" + TARGET + "}/log").setMimeType(TEXT)
                .setDescription("Its last lines, marked as the data from outside that they are")
                .setHandler(arguments -> answered(() -> new TextResourceContents(uri(arguments, "/log"),
                        LogAnswers.recent(door, door.caller(arguments.meta()), target(arguments), RECENT), TEXT)), true)
                .register();
    }

    private static ResourceResponse answered(Supplier<TextResourceContents> contents) {
        try {
            return new ResourceResponse(contents.get());
        } catch (CommandException e) {
            var code = e.failure().code();
            throw new McpException(code + ": " + Untrusted.plain(e.failure().message()) + ". " + Recovery.from(e.failure()),
                    code == ErrorCode.PROCESS_NOT_FOUND ? JsonRpcErrorCodes.RESOURCE_NOT_FOUND
                            : code == ErrorCode.INVALID_ARGUMENT ? JsonRpcErrorCodes.INVALID_PARAMS
                                    : JsonRpcErrorCodes.INTERNAL_ERROR);
        }
    }

    private static String target(ResourceTemplateArguments arguments) {
        try {
            return URLDecoder.decode(arguments.args().get(TARGET).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw CommandException.invalid(TARGET, "is in percent encoding, as URIs have it");
        }
    }

    private static String uri(ResourceTemplateArguments arguments, String end) {
        return LIST + "/" + URLEncoder.encode(target(arguments), StandardCharsets.UTF_8).replace("+", "%20") + end;
    }

    private String written(Object result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result can be written as JSON", e);
        }
    }
}
