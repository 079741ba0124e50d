import type { components, operations as Api } from "./generated/api.d.ts"
import type { commands } from "./commands.ts"

/** The name of one of the 22 commands. */
export type Command = keyof typeof commands

/** The operation that carries a command out for a target. */
type OperationOf<C extends Command> = Api[(typeof commands)[C]["operation"] & keyof Api]

/** `unknown` where there is none, so that an intersection with it changes nothing. */
type Part<T> = [T] extends [never] ? unknown : T
type PathOf<O> = O extends { parameters: { path?: infer P } } ? Part<Exclude<P, undefined>> : unknown
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Part<Exclude<Q, undefined>> : unknown
type BodyOf<O> = O extends { requestBody?: infer B }
  ? Exclude<B, undefined> extends { content: { "application/json": infer J } } ? (string extends keyof J ? unknown : J) : unknown
  : unknown
type AnswerOf<O> = O extends { responses: { 200: { content: { "application/json": infer A } } } } ? A
  : O extends { responses: { 201: { content: { "application/json": infer A } } } } ? A : never

/** What a tool is not given, though the operation would take it. */
type Withheld<C extends Command> = (typeof commands)[C] extends { readonly without: readonly (infer W)[] } ? W : never
/** What may be left out, as another operation does the same for all. */
type Optional<C extends Command> = (typeof commands)[C] extends { readonly forAll: string } ? "nameOrId" : never

type Whole<C extends Command> = PathOf<OperationOf<C>> & QueryOf<OperationOf<C>> & BodyOf<OperationOf<C>>
type Loose<T, K> = Omit<T, K & keyof T> & Partial<Pick<T, K & keyof T>>

/** What a command takes, as the console's OpenAPI document has it. */
export type Input<C extends Command> = Loose<Omit<Whole<C>, Withheld<C> & keyof Whole<C>>, Optional<C>>
/** What a command answers. */
export type Answer<C extends Command> = AnswerOf<OperationOf<C>>

export type Problem = components["schemas"]["Problem"]
export type Line = components["schemas"]["Line"]
export type Logs = components["schemas"]["Logs"]

/** Who calls, for the console's audit. It grants nothing. */
export interface Caller {
  readonly agent?: string | undefined
  readonly session?: string | undefined
  readonly message?: string | undefined
  readonly signal?: AbortSignal | undefined
}
