package dev.pm2console.agent;

import jakarta.inject.Singleton;

import dev.pm2console.command.Operation;
import io.quarkiverse.mcp.server.FilterContext;
import io.quarkiverse.mcp.server.PromptFilter;
import io.quarkiverse.mcp.server.PromptManager.PromptInfo;

/// Offers only the prompts whose work the caller may do: a deployment needs what starts processes.
@Singleton
class OfferedPrompts implements PromptFilter {

    private final AgentDoor door;

    OfferedPrompts(AgentDoor door) {
        this.door = door;
    }

    @Override
    public boolean test(PromptInfo prompt, FilterContext context) {
        return !prompt.name().equals(Prompts.DEPLOY) || door.offers(Operation.START_PROCESS);
    }
}
