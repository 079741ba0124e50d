import { z } from "zod"
import { call } from "./client.ts"
import { commands } from "./commands.ts"
import { PM2Error } from "./error.ts"
import { logsOf } from "./logs.ts"
import { outputOf, type Output } from "./output.ts"
import { shapeOf } from "./schema.ts"
import type { Caller, Command, Input, Logs } from "./types.ts"

/** Every command, in the order in which they are offered. */
export const commandNames = Object.keys(commands) as Command[]

/** As OpenCode knows a command. */
export function toolName(command: Command): string {
  return `pm2_${command}`
}

/** Told to the model: the description, and what it takes. */
export function descriptionOf(command: Command): string {
  const { description, role, effect } = commands[command]
  return `${description}${effect === "destroys" ? " It can't be undone." : ""} Role: ${role}.`
}

/**
 * Runs a command with inputs that a model made.
 *
 * @throws PM2Error and nothing else
 */
export async function run(command: Command, input: unknown, caller: Caller): Promise<Output> {
  const given = checked(command, input)
  if (command === "showLogs") {
    return logsOf(given as Input<"showLogs">, async query => await call("showLogs", query, caller) as Logs | string)
  }
  const answer = await call(command, given as Input<typeof command>, caller)
  return outputOf(answer as unknown as Record<string, unknown>)
}

/** What OpenCode may have left unchecked. Rules about paths, names and variables are the console's alone. */
function checked(command: Command, input: unknown): Record<string, unknown> {
  const result = z.strictObject(shapeOf(command)).safeParse(input ?? {})
  if (result.success) return result.data
  const violations = result.error.issues.flatMap(issue => issue.code === "unrecognized_keys"
    ? issue.keys.map(field => ({ field, message: "is not an input of this tool" }))
    : [{ field: issue.path.join("."), message: issue.message }])
  const detail = violations.map(({ field, message }) => field ? `${field}: ${message}` : message).join("; ")
  throw new PM2Error("INVALID_ARGUMENT", command, `${detail}.`, { violations })
}
