import type { operations } from "./generated/operations.ts"

export type OperationName = keyof typeof operations

/** An operation of the console's REST API, as far as a tool has to know it. */
export interface Operation {
  readonly method: "GET" | "POST" | "DELETE"
  /** With `{nameOrId}` where a target belongs. */
  readonly path: string
  /** The names of what goes into the query; the rest is in the path or the body. */
  readonly query: readonly string[]
  /** Whether it takes a body. */
  readonly body: boolean
  readonly input: ObjectSchema
  /** The JSON Schema of its answer. */
  readonly output: object
}

/** The JSON Schema of what a command takes. */
export interface ObjectSchema {
  readonly type: "object"
  readonly properties: Readonly<Record<string, InputSchema>>
  readonly required: readonly string[]
  readonly additionalProperties: false
}

/** What of JSON Schema occurs in an input; `scripts/generate.mjs` refuses the rest. */
export interface InputSchema {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly string[]
  readonly const?: string | boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: InputSchema
  readonly anyOf?: readonly InputSchema[]
  readonly additionalProperties?: InputSchema
}
