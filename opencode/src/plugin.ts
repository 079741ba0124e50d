import type { PluginModule } from "@opencode-ai/plugin"
import { commandNames, toolName } from "./tool.ts"
import { tools } from "./v1.ts"
import { setup, type PluginContext } from "./v2.ts"

/** One plugin for both: OpenCode V1 (1.18.29 and newer) calls `server`, V2 `setup`. */
const plugin: PluginModule & { id: string, setup(context: PluginContext): Promise<void> } = {
  id: "pm2-console",
  server: async () => ({ tool: Object.fromEntries(commandNames.map(command => [toolName(command), tools[command]])) }),
  setup,
}

export default plugin
