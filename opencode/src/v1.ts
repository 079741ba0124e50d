import type { ToolContext, ToolDefinition } from "@opencode-ai/plugin"
import { commandNames, descriptionOf, run, toolName } from "./tool.ts"
import { shapeOf } from "./schema.ts"
import type { Command } from "./types.ts"

/** A command as a custom tool of OpenCode V1. */
function toolOf(command: Command): ToolDefinition {
  return {
    description: descriptionOf(command),
    args: shapeOf(command),
    async execute(args: Record<string, unknown>, context: ToolContext) {
      await context.ask({ permission: toolName(command), patterns: [String(args.nameOrId ?? "*")], always: ["*"], metadata: {} })
      const output = await run(command, args, {
        agent: context.agent,
        session: context.sessionID,
        message: context.messageID,
        signal: context.abort,
      })
      return output.text
    },
  }
}

/** All tools, by the names of the commands. */
export const tools = Object.fromEntries(commandNames.map(command => [command, toolOf(command)])) as Record<Command, ToolDefinition>
