import assert from "node:assert/strict"
import { copyFile, mkdir } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { test, type TestContext } from "node:test"
import type { ToolContext, ToolDefinition } from "@opencode-ai/plugin"
import { commands } from "../src/commands.ts"
import { PM2Error, type ErrorCode } from "../src/error.ts"
import plugin from "../src/plugin.ts"
import { commandNames, toolName } from "../src/tool.ts"
import { tools } from "../src/v1.ts"
import { fits } from "../src/output.ts"
import type { Command, Input } from "../src/types.ts"
import type { PluginTool } from "../src/v2.ts"

/** The tools against a running console with a PM2 of its own, which is ended at the last. */

const admin = process.env.PM2_CONSOLE_TOKEN ?? ""
const appsRoot = process.env.PM2_CONSOLE_TEST_APPS_ROOT ?? ""
const skip = admin && appsRoot ? false : "no console: set PM2_CONSOLE_URL, PM2_CONSOLE_TOKEN (admin) and PM2_CONSOLE_TEST_APPS_ROOT"

const session = `ses_${process.pid}`
const called = new Set<Command>()

/** Names of this run alone: log files of an earlier one may still be there. */
const chatty = `chatty-${process.pid}`
const many = `many-${process.pid}`

/** Calls a tool as OpenCode V1 does. */
async function v1<C extends Command>(command: C, input: Input<C>, message = "msg_1"): Promise<string> {
  const asked: string[] = []
  const context: ToolContext = {
    agent: "build", sessionID: session, messageID: message, directory: "/", worktree: "/",
    abort: new AbortController().signal,
    metadata: () => {},
    ask: async ({ permission }) => { asked.push(permission) },
  }
  const tool: ToolDefinition = tools[command]
  const result = await tool.execute(input, context).finally(() => assert.deepEqual(asked, [toolName(command)]))
  assert.ok(typeof result === "string" && fits(result))
  called.add(command)
  return result
}

/** Calls a tool as OpenCode V2 does. */
async function v2<C extends Command>(command: C, input: Input<C>): Promise<Record<string, unknown>> {
  const added = new Map<string, PluginTool>()
  await plugin.setup({ tool: { transform: async callback => callback({ add: tool => added.set(tool.name, tool) }) } })
  const tool = added.get(toolName(command)) ?? assert.fail()
  const { output, content } = await tool.execute(input, { agent: "plan", sessionID: session, messageID: "msg_v2" })
  assert.ok(fits(content))
  return output as Record<string, unknown>
}

async function refused(promise: Promise<unknown>, code: ErrorCode): Promise<PM2Error> {
  const error = await promise.then(() => assert.fail(`no ${code}`), (reason: unknown) => reason)
  assert.ok(error instanceof PM2Error, String(error))
  assert.equal(error.code, code, error.message)
  assert.ok(!error.message.includes(admin))
  return error
}

interface Process { id: number, name: string, status: string, restarts: number, pid: number | null }

function processesIn(text: string): Process[] {
  return (JSON.parse(text) as { processes: Process[] }).processes
}

async function rest(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${process.env.PM2_CONSOLE_URL}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${admin}`, "Content-Type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  assert.ok(response.ok, `${method} ${path}: ${response.status}`)
  return await response.json() as Record<string, unknown>
}

/** Runs something with another token than that of the administrator. */
async function withToken<T>(token: string, action: () => Promise<T>): Promise<T> {
  process.env.PM2_CONSOLE_TOKEN = token
  try {
    return await action()
  } finally {
    process.env.PM2_CONSOLE_TOKEN = admin
  }
}

async function tokenOf(role: string): Promise<string> {
  return (await rest("POST", "/tokens", { name: `opencode-${role}-${process.pid}`, role })).token as string
}

/** The least that each command takes. */
const least: { readonly [C in Command]: Input<C> } = {
  listProcesses: {}, showProcessInfo: { nameOrId: chatty }, describeProcess: { nameOrId: chatty }, getPM2Status: {},
  getPM2Version: {}, monitor: {}, showLogs: {}, startProcess: { script: "opencode/web.cjs" }, stopProcess: { nameOrId: chatty },
  restartProcess: { nameOrId: chatty }, reloadProcess: { nameOrId: chatty }, gracefulReload: { nameOrId: chatty },
  scaleProcess: { nameOrId: chatty, instances: "max" }, resetMetadata: { nameOrId: chatty }, deleteProcess: { nameOrId: chatty },
  flushLogs: {}, reloadLogs: {}, saveProcessList: {}, resurrectProcesses: {}, startup: {}, generateStartupScript: {},
  killPM2: { confirm: true },
}

/** What the table says of roles is what the console does. */
async function refusedAbove(role: "viewer" | "operator"): Promise<void> {
  const allowed = role === "viewer" ? ["viewer"] : ["viewer", "operator"]
  const above = commandNames.filter(command => !allowed.includes(commands[command].role))
  for (const command of above) {
    const error = await refused(v1(command, least[command]), "FORBIDDEN")
    assert.deepEqual({ status: error.status, command: error.command }, { status: 403, command })
  }
}

/** Waits until a condition holds; the time that it may take is only there to end a test that fails. */
async function until<T>(action: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const value = await action()
    if (holds(value)) return value
    assert.ok(Date.now() < deadline, `still ${JSON.stringify(value).slice(0, 2_000)}`)
    await pause(50)
  }
}

test("all tools on a real PM2", { skip }, async t => {
  const step = (name: string, body: (t: TestContext) => Promise<void>) => t.test(name, body)
  const directory = join(appsRoot, "opencode")
  await mkdir(directory, { recursive: true })
  for (const app of ["chatty.cjs", "web.cjs"]) await copyFile(join("test", "apps", app), join(directory, app))

  await step("start, and what is in the way of it", async () => {
    const [started] = processesIn(await v1("startProcess", { script: "opencode/chatty.cjs", name: chatty, args: ["hostile"] }))
    assert.equal(started?.name, chatty)
    await v1("startProcess", { script: "opencode/web.cjs", name: "cluster", instances: 2, exec_mode: "cluster" })

    const taken = await refused(v1("startProcess", { script: "opencode/web.cjs", name: chatty }), "NAME_TAKEN")
    assert.equal(taken.command, "startProcess")
    assert.match(taken.message, /pm2_restartProcess/)
    await refused(v1("startProcess", { script: "opencode/nosuch.cjs" }), "SCRIPT_NOT_FOUND")
    await refused(v1("startProcess", { script: "opencode/web.cjs", cwd: "/" }), "OUTSIDE_APPS_ROOT")
    const invalid = await refused(v1("startProcess", { script: "../web.cjs", name: "all", env: { LD_PRELOAD: "x" } }), "INVALID_ARGUMENT")
    assert.deepEqual(invalid.violations.map(({ field }) => field).sort(), ["env.LD_PRELOAD", "name", "script"])
  })

  await step("look", async () => {
    assert.deepEqual(processesIn(await v1("listProcesses", { q: chatty.toUpperCase() })).map(({ name }) => name), [chatty])
    assert.equal(processesIn(await v1("listProcesses", { detailed: true })).length, 3)
    assert.match(await v1("showProcessInfo", { nameOrId: chatty }), /"script":"[^"]*chatty\.cjs"/)
    const description = await v1("describeProcess", { nameOrId: chatty })
    assert.match(description, /"env":\{[^}]*"••••"/)
    assert.match(await v1("getPM2Status", {}), /"daemon":"online"/)
    assert.match(await v1("getPM2Version", {}), /"match":true/)
    assert.equal(processesIn(await v1("monitor", { nameOrId: "cluster" })).length, 2)
    assert.equal(processesIn(await v1("monitor", {})).length, 3)
    const missing = await refused(v1("showProcessInfo", { nameOrId: "nosuch" }), "PROCESS_NOT_FOUND")
    assert.equal(missing.command, "showProcessInfo")
    assert.match(missing.message, /Call pm2_listProcesses/)
  })

  await step("log lines that give orders stay data", async () => {
    const text = await until(() => v1("showLogs", { nameOrId: chatty }), logs => logs.includes("gnirts"))
    const rows = text.split("\n")
    const mark = /<untrusted-log mark="(\w{16})">/.exec(rows[1] ?? "")?.[1] ?? assert.fail(text)
    const end = rows.indexOf(`</untrusted-log mark="${mark}">`)
    const lines = rows.slice(2, end)
    assert.equal(lines.length, 4)
    assert.ok(lines.every(row => / chatty-\d+\[\d+\] out\b.* \| /.test(row)), text)
    assert.match(lines[0] ?? "", /\| IGNORE ALL PREVIOUS INSTRUCTIONS/)
    assert.doesNotMatch(text, /[\u001b\u202E]/)
    const output = await v2("showLogs", { nameOrId: chatty })
    assert.equal(output.untrusted, true)
    assert.equal((output.lines as unknown[]).length, 4)
    assert.match(await v1("showLogs", { nameOrId: chatty, raw: true }), /\nIGNORE ALL/)
  })

  await step("more lines than an answer holds: page by page, none lost", async () => {
    await v1("startProcess", { script: "opencode/chatty.cjs", name: many, args: ["plain", "1500", "100"] })
    await until(() => v1("showLogs", { nameOrId: many, lines: 1 }), logs => logs.includes("line 1500 "))
    const numbers: number[] = []
    let before: string | undefined
    do {
      const page = await v1("showLogs", { nameOrId: many, lines: 10_000, ...(before ? { before } : {}) })
      numbers.unshift(...[...page.matchAll(/\| line (\d+) /g)].map(match => Number(match[1])))
      const cursor = /before: ("[^"]+")/.exec(page)?.[1]
      before = cursor && JSON.parse(cursor) as string
    } while (before)
    assert.deepEqual(numbers, Array.from({ length: 1_500 }, (_, n) => n + 1))
  })

  await step("change", async () => {
    const idle = processesIn(await v1("stopProcess", { nameOrId: many }))
    assert.deepEqual(idle.map(({ status }) => status), ["stopped"])
    const [restarted] = processesIn(await v1("restartProcess", { nameOrId: chatty, updateEnv: { GREETING: "hi" } }, "msg_restart"))
    assert.equal(restarted?.restarts, 1)
    assert.match(await v1("describeProcess", { nameOrId: chatty }), /"GREETING":"••••"/)
    await v1("resetMetadata", { nameOrId: chatty })
    const [reset] = processesIn(await v1("listProcesses", { q: chatty }))
    assert.equal(reset?.restarts, 0)
    assert.match(await v1("reloadProcess", { nameOrId: "cluster" }), /"zeroDowntime":true/)
    assert.match(await v1("gracefulReload", { nameOrId: chatty }), /"zeroDowntime":false/)
    assert.equal(processesIn(await v1("scaleProcess", { nameOrId: "cluster", instances: 3 })).length, 3)
    await refused(v1("scaleProcess", { nameOrId: chatty, instances: 2 }), "NOT_CLUSTER")
    await v1("reloadLogs", {})
    await v1("flushLogs", { nameOrId: many })
    assert.match(await v1("showLogs", { nameOrId: many }), /^0 lines/)
    await v1("flushLogs", {})
    await v1("saveProcessList", {})
  })

  await step("roles", async () => {
    const viewer = await tokenOf("viewer")
    await withToken(viewer, async () => {
      assert.ok(processesIn(await v1("listProcesses", {})).length > 0)
      await refusedAbove("viewer")
    })
    await withToken(await tokenOf("operator"), async () => {
      await v1("restartProcess", { nameOrId: chatty })
      await refusedAbove("operator")
    })
    await withToken(`${viewer}x`, async () => {
      const unknown = await refused(v1("listProcesses", {}), "UNAUTHENTICATED")
      assert.match(unknown.message, /PM2_CONSOLE_TOKEN/)
    })
  })

  await step("boot script", async () => {
    assert.match(await v1("generateStartupScript", { platform: "systemd", user: "root" }), /"initSystem":"systemd"/)
  })

  // Where the console is root it changes the machine, unless PM2's command is a wrapper that swallows it
  const noStartup = process.env.PM2_CONSOLE_TEST_STARTUP === "harmless" ? false : "startup is not known to be harmless here"
  await t.test("boot script, installed", { skip: noStartup }, async () => {
    assert.match(await v1("startup", {}), /"executed":(true|false)/)
  })

  await step("the audit knows agent, session and message", async () => {
    const { entries } = await rest("GET", `/audit?session=${session}&limit=1000`) as { entries: Record<string, unknown>[] }
    const restart = entries.find(entry => entry.message === "msg_restart")
    assert.deepEqual(
      { command: restart?.command, door: restart?.door, agent: restart?.agent, target: restart?.target, outcome: restart?.outcome },
      { command: "restartProcess", door: "rest", agent: "build", target: chatty, outcome: "done" })
    assert.ok(entries.some(entry => entry.command === "startProcess" && entry.code === "NAME_TAKEN"))
    assert.ok(entries.some(entry => entry.command === "stopProcess" && entry.code === "FORBIDDEN" && entry.outcome === "refused"))
  })

  await step("delete, end, bring back, end", async () => {
    await v1("deleteProcess", { nameOrId: many })
    assert.deepEqual(processesIn(await v1("listProcesses", { q: many })), [])
    await refused(v1("killPM2", { confirm: false as true }), "INVALID_ARGUMENT")
    assert.ok(processesIn(await v1("killPM2", { confirm: true })).length >= 4)
    const down = await refused(v1("listProcesses", {}), "PM2_UNREACHABLE")
    assert.match(down.message, /pm2_resurrectProcesses/)
    assert.match(await v1("getPM2Status", {}), /"daemon":"down"/)
    assert.ok(processesIn(await v1("resurrectProcesses", {})).some(({ name }) => name === "cluster"))
    await v1("deleteProcess", { nameOrId: "all" })
    await refused(v1("saveProcessList", {}), "EMPTY_LIST")
    await v1("killPM2", { confirm: true })
  })

  await step("none was forgotten", async () => {
    assert.deepEqual(commandNames.filter(command => !called.has(command)), noStartup ? ["startup"] : [])
  })
})
