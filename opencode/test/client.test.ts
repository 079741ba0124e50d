import assert from "node:assert/strict"
import { test } from "node:test"
import { call } from "../src/client.ts"
import { configurationOf } from "../src/configuration.ts"
import { PM2Error, type ErrorCode } from "../src/error.ts"
import { fakeConsole, TOKEN } from "./fake-console.ts"

async function failureOf(promise: Promise<unknown>): Promise<PM2Error> {
  try {
    await promise
  } catch (error) {
    assert.ok(error instanceof PM2Error, String(error))
    assert.ok(!`${error.message}${error.stack}${JSON.stringify(error)}`.includes(TOKEN), "no error tells the token")
    return error
  }
  throw new assert.AssertionError({ message: "it did not fail" })
}

test("what is sent: address, token, ids, and a body without what is in the path", async () => {
  await fakeConsole((request, response) => {
    let body = ""
    request.on("data", chunk => { body += chunk }).on("end", () => {
      response.setHeader("content-type", "application/json")
      response.end(JSON.stringify({ processes: [], tookMs: 1, warning: null, got: body }))
    })
  }, async (configuration, seen) => {
    const caller = { agent: "build \u00e9\r\nX-Evil: 1", session: "ses_1", message: "msg_1" }
    const answer = await call("restartProcess", { nameOrId: "name:@scope/app", updateEnv: { A: "1" } }, caller, configuration)
    const [request] = seen
    assert.equal(request?.method, "POST")
    assert.equal(request?.url, "/api/v1/processes/name%3A%40scope%2Fapp/restart")
    assert.equal(request?.headers.authorization, `Bearer ${TOKEN}`)
    assert.equal(request?.headers["x-agent"], "build ???X-Evil: 1")
    assert.equal(request?.headers["x-session-id"], "ses_1")
    assert.equal(request?.headers["x-message-id"], "msg_1")
    assert.equal((answer as unknown as { got: string }).got, '{"updateEnv":{"A":"1"}}')
  })
})

test("a query holds what is given, and nothing else", async () => {
  await fakeConsole((_, response) => {
    response.setHeader("content-type", "application/json")
    response.end('{"processes":[]}')
  }, async (configuration, seen) => {
    await call("listProcesses", { q: "a&b", status: "online" }, {}, configuration)
    await call("listProcesses", {}, {}, configuration)
    assert.deepEqual(seen.map(request => request.url), ["/api/v1/processes?status=online&q=a%26b", "/api/v1/processes"])
  })
})

test("a problem becomes an error with its code, command and violations, and says what to do next", async () => {
  const problem = {
    type: "urn:x", title: "x", status: 400, code: "INVALID_ARGUMENT", command: "startProcess", detail: "nmae: is not known",
    violations: [{ field: "nmae", message: "is not known" }],
  }
  await fakeConsole((_, response) => {
    response.writeHead(400, { "content-type": "application/problem+json" }).end(JSON.stringify(problem))
  }, async configuration => {
    const error = await failureOf(call("startProcess", { script: "a.js" }, {}, configuration))
    assert.equal(error.code, "INVALID_ARGUMENT")
    assert.equal(error.command, "startProcess")
    assert.equal(error.status, 400)
    assert.deepEqual(error.violations, problem.violations)
    assert.equal(error.message, "INVALID_ARGUMENT (startProcess): nmae: is not known. Correct what is named, and call again.")
  })
})

const unexpected: Record<string, [number, string, string]> = {
  "a page instead of JSON": [200, "text/html", "<html>sign in</html>"],
  "a failure that is a page": [502, "text/html", "<html>bad gateway</html>"],
  "JSON that is none": [200, "application/json", "{\"processes\":["],
  "JSON that is no object": [200, "application/json", "42"],
  "a problem of somebody else": [403, "application/problem+json", "{\"code\":\"toString\",\"detail\":\"x\"}"],
  "an answer without a type": [200, "", "{}"],
  "a redirect, which is not followed": [302, "text/html", ""],
}
for (const [name, [status, type, body]] of Object.entries(unexpected)) {
  test(`${name} is an unexpected answer`, async () => {
    await fakeConsole((_, response) => {
      response.writeHead(status, { ...(type ? { "content-type": type } : {}), location: "/elsewhere" }).end(body)
    }, async (configuration, seen) => {
      const error = await failureOf(call("getPM2Status", {}, {}, configuration))
      assert.equal(error.code, "UNEXPECTED_ANSWER" satisfies ErrorCode)
      assert.equal(error.command, "getPM2Status")
      assert.equal(seen.length, 1)
    })
  })
}

test("an answer without an end is given up", async () => {
  await fakeConsole((_, response) => {
    response.writeHead(200, { "content-type": "application/json" })
    const part = "x".repeat(1024 * 1024)
    const more = () => { while (!response.destroyed && response.write(part)) { /* as fast as it is taken */ } }
    response.on("drain", more)
    more()
  }, async configuration => {
    assert.equal((await failureOf(call("monitor", {}, {}, configuration))).code, "UNEXPECTED_ANSWER")
  })
})

test("nobody listens", async () => {
  const configuration = await fakeConsole(() => {}, async it => it)
  const error = await failureOf(call("getPM2Status", {}, {}, configuration))
  assert.equal(error.code, "CONSOLE_UNREACHABLE")
  assert.match(error.message, /no connection to http:\/\/127\.0\.0\.1:\d+ \(ECONNREFUSED\)/)
})

test("a connection that breaks off in the answer", async () => {
  await fakeConsole((_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" })
    response.write("{", () => response.destroy())
  }, async configuration => {
    assert.equal((await failureOf(call("getPM2Status", {}, {}, configuration))).code, "CONSOLE_UNREACHABLE")
  })
})

test("a console that is silent is not waited for longer than allowed", async () => {
  await fakeConsole(() => {}, async configuration => {
    const error = await failureOf(call("stopProcess", { nameOrId: "web" }, {}, { ...configuration, timeout: 100 }))
    assert.equal(error.code, "CONSOLE_TIMEOUT")
    assert.match(error.message, /may still take effect/)
  })
})

test("a call that is cancelled ends at once", async () => {
  const controller = new AbortController()
  await fakeConsole(() => controller.abort(), async configuration => {
    const error = await failureOf(call("getPM2Status", {}, { signal: controller.signal }, configuration))
    assert.equal(error.code, "CANCELLED")
  })
})

test("the environment configures it, and what is wrong is told without its value", async () => {
  assert.deepEqual(configurationOf({ PM2_CONSOLE_TOKEN: `${TOKEN}\n` }, "x"), { url: "http://127.0.0.1:9616", token: TOKEN, timeout: 120_000 })
  assert.equal(configurationOf({ PM2_CONSOLE_TOKEN: TOKEN, PM2_CONSOLE_URL: "https://host/pm2/" }, "x").url, "https://host/pm2")
  const wrong = [
    {},
    { PM2_CONSOLE_TOKEN: `${TOKEN} ${TOKEN}` },
    { PM2_CONSOLE_TOKEN: TOKEN, PM2_CONSOLE_URL: `http://user:${TOKEN}@host` },
    { PM2_CONSOLE_TOKEN: TOKEN, PM2_CONSOLE_URL: `http://host?token=${TOKEN}` },
    { PM2_CONSOLE_TOKEN: TOKEN, PM2_CONSOLE_URL: `file:///${TOKEN}` },
    { PM2_CONSOLE_TOKEN: TOKEN, PM2_CONSOLE_URL: TOKEN },
    { PM2_CONSOLE_TOKEN: TOKEN, PM2_CONSOLE_TIMEOUT: "0" },
  ]
  for (const environment of wrong) {
    const error = await failureOf(Promise.resolve().then(() => configurationOf(environment, "x")))
    assert.equal(error.code, "NOT_CONFIGURED")
  }
})
