import { z } from "zod"
import { commands } from "./commands.ts"
import { operations } from "./generated/operations.ts"
import type { InputSchema, ObjectSchema } from "./operation.ts"
import type { Command } from "./types.ts"

/** What a tool takes: what its operation takes, but for what a model is not offered. */
export function inputSchemaOf(command: Command): ObjectSchema {
  const definition = commands[command]
  const { input } = operations[definition.operation]
  const without: readonly string[] = "without" in definition ? definition.without : []
  const loose = "forAll" in definition ? ["nameOrId"] : []
  const properties: Readonly<Record<string, InputSchema>> = input.properties
  return {
    ...input,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !without.includes(name))),
    required: input.required.filter(name => !loose.includes(name)),
  }
}

/** The same as Zod has it, which OpenCode V1 wants, property by property. */
export function shapeOf(command: Command): Record<string, z.ZodType> {
  const { properties, required } = inputSchemaOf(command)
  return Object.fromEntries(Object.entries(properties)
    .map(([name, schema]) => [name, required.includes(name) ? zodOf(schema) : zodOf(schema).optional()]))
}

function zodOf(schema: InputSchema): z.ZodType {
  const type = bareOf(schema)
  return schema.description === undefined ? type : type.describe(schema.description)
}

function bareOf(schema: InputSchema): z.ZodType {
  if (schema.anyOf) return z.union(schema.anyOf.map(zodOf), { error: `is not accepted: ${schema.description ?? "see the tool's schema"}` })
  if (schema.const !== undefined) return z.literal(schema.const)
  if (schema.enum) return z.enum(schema.enum)
  switch (schema.type) {
    case "string":
      return z.string().min(schema.minLength ?? 0).max(schema.maxLength ?? 1_048_576)
    case "integer":
      return z.int().min(schema.minimum ?? Number.MIN_SAFE_INTEGER).max(schema.maximum ?? Number.MAX_SAFE_INTEGER)
    case "number":
      return z.number()
    case "boolean":
      return z.boolean()
    case "array":
      return z.array(zodOf(schema.items ?? {})).max(schema.maxItems ?? 10_000)
    case "object":
      return z.record(z.string(), zodOf(schema.additionalProperties ?? {}))
    default:
      throw new TypeError(`an input of type ${schema.type}, which is not handled`)
  }
}
