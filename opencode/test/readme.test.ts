import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { test } from "node:test"
import { commands } from "../src/commands.ts"
import { operations } from "../src/generated/operations.ts"
import { commandNames, toolName } from "../src/tool.ts"

const readme = await readFile("README.md", "utf8")

test("the README's table has every tool, with its call and role", () => {
  for (const command of commandNames) {
    const row = readme.split("\n").filter(line => line.startsWith("| `pm2 ") && line.includes(`\`${toolName(command)}\``))
    assert.equal(row.length, 1, command)
    const { method, path } = operations[commands[command].operation]
    const call = `\`${method} ${path.replace("/api/v1", "").replace("{nameOrId}", "web")}\``
    assert.ok(row[0]?.includes(call), `${command}: ${call}`)
    assert.ok(row[0]?.endsWith(`| ${commands[command].role} |`), command)
  }
})

test("the README shows the examples as they are", async () => {
  for (const example of ["opencode.json", "opencode-v2.json"]) {
    const text = await readFile(`examples/${example}`, "utf8")
    assert.ok(JSON.parse(text).mcp)
    assert.ok(readme.includes(`\`\`\`json\n${text}\`\`\``), example)
  }
})
