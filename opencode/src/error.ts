import type { Problem } from "./types.ts"

/** Failures that the console did not tell, but that were met on the way to it. */
type OwnCode = "NOT_CONFIGURED" | "CONSOLE_UNREACHABLE" | "CONSOLE_TIMEOUT" | "CANCELLED" | "UNEXPECTED_ANSWER"
export type ErrorCode = Problem["code"] | OwnCode
export type Violation = NonNullable<Problem["violations"]>[number]

/** What to do next, for a model. A code that the document gets has to get its line here: else this does not compile. */
const NEXT: Record<ErrorCode, string> = {
  INVALID_ARGUMENT: "Correct what is named, and call again.",
  UNAUTHENTICATED: "The token is missing, wrong, expired or revoked. Ask the user to set PM2_CONSOLE_TOKEN to a valid one"
    + " (`pm2-console token add`) and to restart OpenCode. Trying again does not help.",
  FORBIDDEN: "The token's role does not allow this command. Tell the user which command it was; don't look for another way.",
  PROCESS_NOT_FOUND: "Call pm2_listProcesses for the names and ids there are.",
  ACTION_NOT_FOUND: "Call pm2_showProcessInfo for the actions that the process offers.",
  NOT_FOUND: "Check that PM2_CONSOLE_URL is the address of the console, without a path.",
  METHOD_NOT_ALLOWED: "Console and tools are of different versions. Tell the user.",
  NOT_ACCEPTABLE: "Console and tools are of different versions. Tell the user.",
  UNSUPPORTED_MEDIA_TYPE: "Console and tools are of different versions. Tell the user.",
  NAME_TAKEN: "Choose another name; or restart the process of this name (pm2_restartProcess); or delete it first, if the user agrees.",
  NOT_CLUSTER: "To change its mode it has to be deleted, and started again with exec_mode: cluster; ask the user first.",
  NOT_FORK: "Only a process in fork mode can do this.",
  ALREADY_RUNNING: "It runs already: there is nothing to do.",
  EMPTY_LIST: "Nothing runs, so nothing was saved. Call again with force: true only if the saved list shall be empty.",
  LAST_ADMIN: "Another administrator is needed first.",
  CHANNEL_IN_USE: "Rules use this channel.",
  PAYLOAD_TOO_LARGE: "Send less: at most 1 MiB in one call.",
  SCRIPT_NOT_FOUND: "Check the script's path: relative to cwd, inside the console's apps root.",
  OUTSIDE_APPS_ROOT: "Only files inside the console's apps root can be started. Choose one, or ask the user.",
  RATE_LIMITED: "Wait a minute, then call again, less often.",
  INTERNAL: "It is a mistake of the console; its log says more. Tell the user.",
  PM2_FAILED: "Look at pm2_showProcessInfo and pm2_showLogs before you try again.",
  PM2_UNREACHABLE: "Call pm2_getPM2Status. If the daemon is down, pm2_resurrectProcesses starts the saved list (role admin); ask the user first.",
  PM2_TIMEOUT: "It may still take effect: look with pm2_listProcesses before you try again.",
  NOT_CONFIGURED: "Ask the user to set it in the environment in which OpenCode is started.",
  CONSOLE_UNREACHABLE: "Ask the user to check that the console runs and that PM2_CONSOLE_URL is its address.",
  CONSOLE_TIMEOUT: "If the command changes something, it may still take effect: look with pm2_listProcesses before you try again.",
  CANCELLED: "If the command changes something, it may have taken effect: look with pm2_listProcesses.",
  UNEXPECTED_ANSWER: "Check that PM2_CONSOLE_URL is the address of the console itself.",
}

const MAX_DETAIL = 2_000

/** A command that failed. Its message is for a model: what happened, and what to do next. */
export class PM2Error extends Error {
  override readonly name = "PM2Error"
  readonly code: ErrorCode
  /** The command that failed. */
  readonly command: string
  /** What is wrong with the inputs, all at once. */
  readonly violations: readonly Violation[]
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined

  constructor(code: ErrorCode, command: string, detail: string, facts: { violations?: readonly Violation[], status?: number } = {}) {
    super(`${code} (${command}): ${oneLine(detail)} ${NEXT[code]}`)
    this.code = code
    this.command = command
    this.violations = facts.violations ?? []
    this.status = facts.status
  }

  /** Of the console's problem+json, which `body` may or may not be. */
  static of(command: string, status: number, body: unknown): PM2Error {
    if (!isProblem(body)) {
      return new PM2Error("UNEXPECTED_ANSWER", command, `an answer with status ${status} that is not the console's.`, { status })
    }
    const violations = (body.violations ?? []).slice(0, 50)
    return new PM2Error(body.code, body.command ?? command, sentence(body.detail), { violations, status })
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "string" && Object.hasOwn(NEXT, body.code)
    && "detail" in body && typeof body.detail === "string"
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/** `detail` may repeat what an application or PM2 said. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
  return line.length > MAX_DETAIL ? `${line.slice(0, MAX_DETAIL)}…` : line
}
