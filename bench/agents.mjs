// What a call of an MCP tool costs, beside the same over REST.
import http from 'node:http'
import { Console, Daemon, cpuFrom, row, table, until } from './lib.mjs'

const PROCESSES = 20

export async function agents(quick) {
  console.log(`\n### Calls of MCP tools, with ${PROCESSES} processes, each client on one kept connection\n`)
  table('what', 'clients', 'calls/s', 'p50 ms', 'p99 ms', 'CPU of the console a call, ms', 'CPU of the daemon, % of a core')
  const daemon = new Daemon()
  let app
  try {
    daemon.start(PROCESSES, 'idle.sh')
    app = new Console(daemon, 19621, ['-Dconsole.mcp.calls-per-minute=1000000'])
    await app.ready
    await until('the list', async () => (await app.get('/api/v1/processes')).processes.length === PROCESSES)
    const tool = name => JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: {} } })
    const ways = {
      'REST `listProcesses`': connection => send(app, connection, 'GET', '/api/v1/processes'),
      'MCP `listProcesses`': connection => send(app, connection, 'POST', '/mcp', tool('listProcesses')),
      'MCP `getPM2Status`': connection => send(app, connection, 'POST', '/mcp', tool('getPM2Status')),
      'MCP `tools/list`': connection => send(app, connection, 'POST', '/mcp', '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'),
    }
    for (const [name, way] of Object.entries(ways)) {
      for (const clients of [1, 20]) {
        await rate(way, clients, quick ? 1 : 5) // to warm up
        const used = cpuFrom(app.child.pid, daemon.pid)
        const { times, seconds } = await rate(way, clients, quick ? 2 : 10)
        const [cpu, daemonCpu] = used()
        times.sort((a, b) => a - b)
        row(name, clients, (times.length / seconds).toFixed(0), times[times.length >> 1].toFixed(2),
          times[Math.floor(times.length * 0.99)].toFixed(2), (1000 * cpu / times.length).toFixed(2), (100 * daemonCpu / seconds).toFixed(1))
      }
    }
  } finally {
    await app?.ended()
    daemon.end()
  }
}

async function rate(way, clients, seconds) {
  const times = []
  const began = Date.now()
  await Promise.all(Array.from({ length: clients }, async () => {
    const connection = new http.Agent({ keepAlive: true, maxSockets: 1 })
    while (Date.now() - began < seconds * 1000) {
      const start = process.hrtime.bigint()
      await way(connection)
      times.push(Number(process.hrtime.bigint() - start) / 1e6)
    }
    connection.destroy()
  }))
  return { times, seconds: (Date.now() - began) / 1000 }
}

function send(app, agent, method, path, body) {
  return new Promise((done, failed) => {
    const request = http.request({
      port: app.port, host: '127.0.0.1', method, path, agent,
      headers: {
        Authorization: `Bearer ${app.token}`, Accept: 'application/json, text/event-stream',
        ...(body ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) } : {}),
      },
    }, response => {
      let text = ''
      response.on('data', chunk => { text += chunk })
      response.on('end', () => response.statusCode === 200 && !text.includes('"isError":true') ? done()
        : failed(new Error(`${path}: ${response.statusCode} ${text.slice(0, 300)}`)))
    })
    request.on('error', failed)
    request.end(body)
  })
}
