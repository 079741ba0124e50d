import { configurationOf, type Configuration } from "./configuration.ts"
import { commands } from "./commands.ts"
import { PM2Error } from "./error.ts"
import { operations } from "./generated/operations.ts"
import type { Operation } from "./operation.ts"
import type { Answer, Caller, Command, Input } from "./types.ts"

/** More than any answer of the console has: its logs end at 4 MiB of text. */
const MAX_ANSWER = 16 * 1024 * 1024

/**
 * Runs a command by the console's REST API, and answers what the console does: an object, or text where `raw` was asked for.
 *
 * @throws PM2Error and nothing else
 */
export async function call<C extends Command>(
  command: C,
  input: Input<C>,
  caller: Caller = {},
  configuration: Configuration = configurationOf(process.env, command),
): Promise<Answer<C> | string> {
  const given: Readonly<Record<string, unknown>> = input
  const operation = operationOf(command, given)
  const deadline = AbortSignal.timeout(configuration.timeout)
  const signal = caller.signal ? AbortSignal.any([caller.signal, deadline]) : deadline
  try {
    const response = await fetch(configuration.url + addressOf(operation, given), {
      method: operation.method,
      headers: headersOf(configuration, caller, operation),
      ...(operation.body ? { body: JSON.stringify(bodyOf(operation, given)) } : {}),
      redirect: "manual", // a token goes to nobody else
      signal,
    })
    return contentOf(command, response, await textOf(command, response)) as Answer<C> | string
  } catch (failure) {
    throw told(command, failure, caller, deadline, configuration)
  }
}

export function operationOf(command: Command, input: Readonly<Record<string, unknown>>): Operation {
  const definition = commands[command]
  return operations["forAll" in definition && input.nameOrId === undefined ? definition.forAll : definition.operation]
}

function addressOf(operation: Operation, input: Readonly<Record<string, unknown>>): string {
  const path = operation.path.replace("{nameOrId}", encodeURIComponent(String(input.nameOrId)))
  const query = new URLSearchParams()
  for (const name of operation.query) {
    const value = input[name]
    if (value !== undefined && value !== null) query.append(name, String(value))
  }
  return query.size > 0 ? `${path}?${query}` : path
}

function bodyOf(operation: Operation, input: Readonly<Record<string, unknown>>): object {
  const inPath = operation.path.includes("{nameOrId}") ? ["nameOrId"] : []
  const elsewhere = [...operation.query, ...inPath]
  return Object.fromEntries(Object.entries(input).filter(([name]) => !elsewhere.includes(name)))
}

function headersOf(configuration: Configuration, caller: Caller, operation: Operation): Record<string, string> {
  const ids = { "X-Agent": caller.agent, "X-Session-Id": caller.session, "X-Message-Id": caller.message }
  return {
    Authorization: `Bearer ${configuration.token}`,
    Accept: "application/json, text/plain;q=0.5, application/problem+json",
    ...(operation.body ? { "Content-Type": "application/json" } : {}),
    ...Object.fromEntries(Object.entries(ids).filter(([, id]) => id).map(([name, id]) => [name, headerValue(String(id))])),
  }
}

/** What a header can't hold becomes a `?`; the audit keeps 200 characters. */
function headerValue(id: string): string {
  return id.replace(/[^\x20-\x7e]/g, "?").slice(0, 200)
}

async function textOf(command: Command, response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ""
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_ANSWER) {
      throw new PM2Error("UNEXPECTED_ANSWER", command, "an answer of more than 16 MiB.", { status: response.status })
    }
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function contentOf(command: Command, response: Response, text: string): unknown {
  const type = response.headers.get("content-type")?.split(";")[0]?.trim() ?? ""
  if (response.ok && type === "text/plain") return text
  const body = /^application\/(problem\+)?json$/.test(type) ? parsed(text) : undefined
  if (response.ok && typeof body === "object" && body !== null) return body
  throw PM2Error.of(command, response.status, body)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // which is not what the console answers, and is told so
  }
}

/** Messages of `fetch` itself are not passed on: they may hold headers or addresses. */
function told(command: Command, failure: unknown, caller: Caller, deadline: AbortSignal, configuration: Configuration): PM2Error {
  if (failure instanceof PM2Error) return failure
  if (caller.signal?.aborted) return new PM2Error("CANCELLED", command, "the call was cancelled.")
  if (deadline.aborted) {
    return new PM2Error("CONSOLE_TIMEOUT", command, `the console did not answer within ${configuration.timeout / 1000} s.`)
  }
  const cause = failure instanceof Error ? (failure.cause ?? failure) : undefined
  const reason = typeof cause === "object" && "code" in cause && typeof cause.code === "string" && /^[\w-]{1,40}$/.test(cause.code)
    ? ` (${cause.code})` : ""
  return new PM2Error("CONSOLE_UNREACHABLE", command, `no connection to ${new URL(configuration.url).origin}${reason}.`)
}
