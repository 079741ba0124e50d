// What an agent does with a process, from its start to its end, through the official SDK of MCP: the console at MCP_URL, a real
// PM2. The SDK itself holds every answer against the tool's output schema.
import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

const url = new URL(process.env.MCP_URL)
const client = new Client({ name: 'scenario', version: '1.0.0' })
const called = new Set()
let tools

const transport = token => new StreamableHTTPClientTransport(url, { requestInit: { headers: { Authorization: `Bearer ${token}` } } })

async function call(name, args = {}, options = {}) {
  called.add(name)
  const answer = await client.callTool({ name, arguments: args, _meta: { agent: 'scenario', sessionID: 's1', messageID: 'm1' } },
    undefined, options)
  assert.ok(!answer.isError, `${name}: ${answer.content[0].text}`)
  assert.ok(answer.content[0].text.length > 0 && answer.structuredContent)
  return { ...answer.structuredContent, text: answer.content[0].text }
}

async function failure(name, args = {}) {
  const answer = await client.callTool({ name, arguments: args })
  assert.equal(answer.isError, true, name)
  const error = JSON.parse(answer.content[0].text)
  assert.equal(error.command, name)
  assert.ok(error.message && error.next)
  return error
}

async function until(what) {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const found = await what()
    if (found) return found
    await new Promise(done => setTimeout(done, 200))
  }
  assert.fail(`not within a minute: ${what}`)
}

before(async () => {
  await client.connect(transport(process.env.MCP_TOKEN))
  tools = (await client.listTools()).tools
})

after(() => client.close())

test('the server says who it is and what to do', () => {
  assert.equal(client.getServerVersion().name, 'pm2-console')
  assert.match(client.getInstructions(), /listProcesses/)
  assert.equal(tools.length, 24)
  for (const tool of tools) assert.ok(tool.description && tool.inputSchema && tool.outputSchema && tool.annotations, tool.name)
})

test('start, logs, crash, diagnosis, restart, delete', async () => {
  const started = await call('startProcess', { script: 'numbers.js', name: 'agent-web' })
  assert.equal(started.processes[0].status, 'online')
  const id = started.processes[0].id
  assert.match((await call('listProcesses', { q: 'agent' })).text, /"agent-web" \(id \d+\): online/)

  process.kill(started.processes[0].pid, 'SIGKILL') // what the out-of-memory killer does
  const restarted = await until(async () => {
    const shown = (await call('showProcessInfo', { nameOrId: id })).processes[0]
    return shown.restarts === 1 && shown.status === 'online' && shown
  })
  assert.notEqual(restarted.pid, started.processes[0].pid)
  await until(async () => /SIGKILL/.test((await call('listEvents', { process: 'agent-web' })).text))
  const prompt = await client.getPrompt({ name: 'why-did-it-restart', arguments: { process: 'agent-web' } })
  assert.match(prompt.messages[0].content.text, /SIGKILL/)
  assert.match(prompt.messages[0].content.text, /data from outside/)
  const logs = await call('showLogs', { nameOrId: 'agent-web', lines: 10 })
  assert.equal(logs.truncated, false)
  assert.match((await client.readResource({ uri: 'pm2://processes' })).contents[0].text, /agent-web/)

  assert.equal((await call('restartProcess', { nameOrId: 'agent-web' })).processes[0].restarts, 2)
  await call('deleteProcess', { nameOrId: 'agent-web' })
  assert.equal((await failure('showProcessInfo', { nameOrId: 'agent-web' })).code, 'PROCESS_NOT_FOUND')
})

test('a cluster: progress while it reloads', async () => {
  await call('startProcess', { script: 'web.js', name: 'agent-cluster', instances: 2, env: { PORT: 0 } })
  const steps = []
  const reloaded = await call('reloadProcess', { nameOrId: 'agent-cluster' }, { onprogress: step => steps.push(step) })
  assert.equal(reloaded.zeroDowntime, true)
  assert.deepEqual(steps.at(-1).progress, 2)
  assert.equal((await call('scaleProcess', { nameOrId: 'agent-cluster', instances: 3 })).processes.length, 3)
  await call('gracefulReload', { nameOrId: 'agent-cluster' })
  await call('resetMetadata', { nameOrId: 'agent-cluster' })
  const watched = await call('monitor', { nameOrId: 'agent-cluster', seconds: 1 })
  assert.equal(watched.sampled.processes.length, 3)
  await call('stopProcess', { nameOrId: 'agent-cluster' })
})

test('the others, and the end', async () => {
  for (const name of ['getPM2Status', 'getPM2Version', 'reloadLogs', 'flushLogs', 'saveProcessList', 'resurrectProcesses']) await call(name)
  await call('describeProcess', { nameOrId: 'all' })
  await call('searchLogs', { q: 'nothing like it' })
  await call('generateStartupScript', { platform: 'systemd' })
  const refused = await failure('startup', { platform: 'no-such-system' })
  assert.deepEqual(refused.violations.map(it => it.field), ['platform'])
  called.add('startup') // which would install something on this machine
  assert.equal((await failure('killPM2', {})).code, 'INVALID_ARGUMENT')
  await call('killPM2', { confirm: true })
  await until(async () => (await call('getPM2Status')).daemon === 'down')
  assert.equal((await failure('listProcesses')).code, 'PM2_UNREACHABLE')
  assert.deepEqual([...called].sort(), tools.map(tool => tool.name).sort())
})

test('a token that is none gets nothing', async () => {
  await assert.rejects(new Client({ name: 'stranger', version: '1' }).connect(transport('nobody')), /401/)
})
