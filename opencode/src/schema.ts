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
  if (schema.anyOf) return z.union(schema.anyOf.map(zodOf), { error: `has to be ${acceptedBy(schema)}` })
  if (schema.const !== undefined) return z.literal(schema.const)
  if (schema.enum) return z.enum(schema.enum)
  switch (schema.type) {
    case "string":
      return bounded(z.string(), schema.minLength, schema.maxLength)
    case "integer":
      return bounded(z.int(), schema.minimum, schema.maximum)
    case "number":
      return z.number()
    case "boolean":
      return z.boolean()
    case "array":
      return bounded(z.array(zodOf(schema.items ?? {})), schema.minItems, schema.maxItems)
    case "object":
      return z.record(z.string(), zodOf(schema.additionalProperties ?? {}))
    default:
      throw new TypeError(`an input of type ${schema.type}, which is not handled`)
  }
}

/** What can be as short or as small, as long or as great; limits that there are not would be noise in a model's context. */
interface Bounded<T> {
  min(limit: number): T
  max(limit: number): T
}

function bounded<T extends Bounded<T>>(type: T, min?: number, max?: number): T {
  const fromBelow = min === undefined ? type : type.min(min)
  return max === undefined ? fromBelow : fromBelow.max(max)
}

function acceptedBy(schema: InputSchema): string {
  if (schema.anyOf) return schema.anyOf.map(acceptedBy).join(" or ")
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const { minimum, maximum } = schema
  return `${schema.type}${minimum === undefined ? "" : ` from ${minimum}`}${maximum === undefined ? "" : ` to ${maximum}`}`
}
