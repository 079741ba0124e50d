import assert from "node:assert/strict"
import { test } from "node:test"
import { z } from "zod"
import { operations } from "../src/generated/operations.ts"
import { inputSchemaOf, shapeOf } from "../src/schema.ts"
import { commandNames, run } from "../src/tool.ts"
import { PM2Error } from "../src/error.ts"
import plugin from "../src/plugin.ts"
import * as exported from "../src/tools.ts"
import type { PluginTool } from "../src/v2.ts"

async function v2Tools(options?: Record<string, unknown>): Promise<PluginTool[]> {
  const added: PluginTool[] = []
  await plugin.setup({ ...(options ? { options } : {}), tool: { transform: async callback => callback({ add: tool => added.push(tool) }) } })
  return added
}

test("there are 22 commands, and each form of OpenCode gets all of them under the same names", async () => {
  assert.equal(commandNames.length, 22)
  const names = commandNames.map(command => `pm2_${command}`)
  assert.deepEqual((await v2Tools()).map(tool => tool.name), names)
  assert.deepEqual(Object.keys((await plugin.server({} as never)).tool ?? {}), names)
  assert.deepEqual(Object.keys(exported).map(name => `pm2_${name}`).sort(), [...names].sort())
})

test("every operation that was generated belongs to a command", () => {
  const used = new Set<string>(commandNames.map(command => command))
  assert.deepEqual(Object.keys(operations).filter(name => !used.has(name)), ["flushProcessLogs", "showProcessLogs"])
})

test("descriptions say enough, and stay short", async () => {
  for (const { description } of await v2Tools()) {
    assert.ok(description.length > 80 && description.length < 500, description)
  }
})

test("V1 and V2 take the same", () => {
  for (const command of commandNames) {
    const { properties, required } = inputSchemaOf(command)
    const zod = z.toJSONSchema(z.strictObject(shapeOf(command)), { io: "input" })
    assert.deepEqual(Object.keys(zod.properties ?? {}), Object.keys(properties), command)
    assert.deepEqual(zod.required ?? [], required, command)
  }
})

test("limits reach the schema that a model sees", () => {
  const zod = z.toJSONSchema(z.object(shapeOf("showLogs")), { io: "input" })
  assert.deepEqual(zod.properties?.lines, {
    description: "How many of the last lines, of all together; default: 100", type: "integer", minimum: 1, maximum: 10_000,
  })
  assert.equal(zod.required, undefined)
  assert.ok(!("reveal" in shapeOf("describeProcess")), "secrets are not offered")
})

test("Code Mode is a matter of the plugin's options", async () => {
  assert.ok((await v2Tools()).every(tool => tool.options.codemode))
  assert.ok((await v2Tools({ codemode: false })).every(tool => !tool.options.codemode))
})

test("inputs that OpenCode let through are refused by name, before anything is sent", async () => {
  await assert.rejects(run("scaleProcess", { nameOrId: "web", instances: "many", nmae: 1 }, {}), (error: unknown) => {
    assert.ok(error instanceof PM2Error)
    assert.equal(error.code, "INVALID_ARGUMENT")
    assert.deepEqual(error.violations.map(({ field }) => field).sort(), ["instances", "nmae"])
    assert.match(error.message, /instances: has to be integer from 1 to 256 or "max"/)
    return true
  })
})
