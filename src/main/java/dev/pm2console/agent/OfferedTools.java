package dev.pm2console.agent;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkiverse.mcp.server.FilterContext;
import io.quarkiverse.mcp.server.McpMethod;
import io.quarkiverse.mcp.server.ToolFilter;
import io.quarkiverse.mcp.server.ToolManager.ToolInfo;

/// Lists only the tools that the caller may use. One that is called all the same is refused with its reason, and audited, as
/// whatever else somebody may not do.
@Singleton
class OfferedTools implements ToolFilter {

    private static final Map<String, AgentTool> BY_NAME = AgentTools.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(AgentTool::name, Function.identity()));

    private final AgentDoor door;

    OfferedTools(AgentDoor door) {
        this.door = door;
    }

    @Override
    public boolean test(ToolInfo tool, FilterContext context) {
        return context.method() != McpMethod.TOOLS_LIST || door.offers(BY_NAME.get(tool.name()).operation());
    }
}
