package dev.pm2console.agent;

import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.Bug;
import dev.pm2console.command.CommandException;
import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.ToolManager;
import io.quarkiverse.mcp.server.ToolManager.ToolAnnotations;
import io.quarkiverse.mcp.server.ToolManager.ToolArguments;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.runtime.StartupEvent;

/// Offers the tools to the MCP server, and turns what they answer into its answers.
@Singleton
class ToolRegistry {

    private static final Logger LOG = Logger.getLogger(ToolRegistry.class);

    private final ToolManager manager;
    private final ToolSchemas schemas;
    private final AgentDoor door;
    private final ObjectMapper json;

    ToolRegistry(ToolManager manager, ToolSchemas schemas, AgentDoor door, ObjectMapper json) {
        this.manager = manager;
        this.schemas = schemas;
        this.door = door;
        this.json = json;
    }

    void register(@Observes StartupEvent started) {
        AgentTools.ALL.forEach(this::register);
    }

    private void register(AgentTool tool) {
        var hint = tool.hint();
        manager.newTool(tool.name())
                .setTitle(tool.title())
                .setDescription(tool.description())
                .setInputSchema(schemas.input(tool))
                .setOutputSchema(schemas.output(tool))
                .setAnnotations(new ToolAnnotations(tool.title(), hint.reads(), hint.destroys(), hint.isIdempotent(), false))
                .setHandler(arguments -> answer(tool, arguments), !tool.computes())
                .register();
    }

    private ToolResponse answer(AgentTool tool, ToolArguments arguments) {
        try {
            var call = new AgentCall(door, door.caller(arguments.meta()),
                    new Arguments(json.<ObjectNode> valueToTree(arguments.args())),
                    new ClientCourse(arguments.progress(), arguments.cancellation()));
            var answer = tool.work().apply(call);
            return new ToolResponse(false, List.of(new TextContent(answer.text())), Fitting.cut(answer.structured()), null);
        } catch (CommandException e) {
            return ToolError.of(tool.operation(), e.failure()).response(json);
        } catch (RuntimeException bug) {
            LOG.errorf(Bug.withoutMessage(bug), "the tool %s failed", tool.name());
            return ToolError.bug(tool.operation()).response(json);
        }
    }
}
