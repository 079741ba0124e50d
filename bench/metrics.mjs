#!/usr/bin/env node
// Measures what measuring costs: the CPU that a packaged console uses with 1, 100 and 1,000 processes, one after the other in one run,
// and prints a table in Markdown. Usage: node bench/metrics.mjs [--quick]   (after ./mvnw package -DskipTests)
//
// The processes are real (`sleep`), PM2 is not: a thousand of its own take long to start. A stand-in on a real socket started them and
// tells their list.
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { spawn } from 'node:child_process'
import { Console, cpuSeconds, percentile, residentMb, sleep, until } from './lib.mjs'

if (!process.env.JAVA_HOME) throw new Error('JAVA_HOME has to name a JDK 25 or newer')
const quick = process.argv.includes('--quick')
const WARM_UP = quick ? 20 : 60
const SECONDS = quick ? 20 : 60
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`)

/** Answers what PM2's daemon would, of processes that it started itself. */
class StandIn {
  constructor(count, ...command) {
    this.home = fs.mkdtempSync(path.join(os.tmpdir(), 'pm2b'))
    this.apps = this.home
    this.env = { PATH: process.env.PATH, HOME: this.home, PM2_HOME: this.home }
    this.children = Array.from({ length: count }, () => spawn(command[0], command.slice(1), { stdio: 'ignore' }))
    const since = Date.now()
    this.list = this.children.map((child, id) => ({
      pid: child.pid, name: `app-${id}`, pm_id: id, monit: { memory: 1 << 20, cpu: 0 },
      pm2_env: {
        pm_id: id, name: `app-${id}`, namespace: 'default', status: 'online', exec_mode: 'fork_mode', restart_time: 0,
        pm_uptime: since, env: {},
      },
    }))
    fs.writeFileSync(path.join(this.home, 'pm2.pid'), String(process.pid))
    this.servers = [
      net.createServer(socket => this.answer(socket)).listen(path.join(this.home, 'rpc.sock')),
      net.createServer(socket => socket.on('error', () => {})).listen(path.join(this.home, 'pub.sock')),
    ]
    this.sockets = new Set()
    this.servers.forEach(server => server.on('connection', socket => this.sockets.add(socket)))
  }

  answer(socket) {
    let buffer = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', data => {
      buffer = Buffer.concat([buffer, data])
      for (let next; (next = message(buffer)); buffer = buffer.subarray(next.length)) {
        const { method } = JSON.parse(next.call.toString().slice(2))
        const result = method === 'getMonitorData' ? this.list
          : method === 'getVersion' ? '7.0.4'
            : { pm2_version: '7.0.4', node_version: process.version.slice(1), started_at: Date.now() }
        socket.write(framed(`j:${JSON.stringify({ args: [result] })}`, next.id))
      }
    })
  }

  end() {
    this.children.forEach(child => child.kill())
    this.sockets.forEach(socket => socket.destroy())
    this.servers.forEach(server => server.close())
    fs.rmSync(this.home, { recursive: true, force: true })
  }
}

/** The first call, its id, and how long its message is; nothing while it is not whole. */
function message(buffer) {
  const parts = []
  let at = 1
  for (let left = buffer.length ? buffer[0] & 15 : 1; left > 0; left--) {
    if (buffer.length < at + 4 || buffer.length < at + 4 + buffer.readUInt32BE(at)) return undefined
    const length = buffer.readUInt32BE(at)
    parts.push(buffer.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return { call: parts[0], id: parts[1], length: at }
}

function framed(...parts) {
  const length = part => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(part.length); return bytes }
  return Buffer.concat([Buffer.from([16 | parts.length]), ...parts.map(part => Buffer.from(part))
    .flatMap(part => [length(part), part])])
}

async function measure(count, port) {
  const daemon = new StandIn(count, 'sleep', '1000000')
  const console = new Console(daemon, port)
  try {
    await console.ready
    await until('the list', async () => (await console.get('/api/v1/monitor')).processes.filter(it => it.cpu !== null)
      .length === count)
    await sleep(WARM_UP * 1000)
    const before = cpuSeconds(console.child.pid)
    const began = Date.now()
    await sleep(SECONDS * 1000)
    const share = 100 * (cpuSeconds(console.child.pid) - before) / ((Date.now() - began) / 1000)
    const polls = []
    for (let i = 0; i < 20; i++) {
      await sleep(1000)
      const text = (await console.request('GET', '/q/metrics')).text
      polls.push(Number(/^pm2_console_poll_seconds (\S+)/m.exec(text)[1]) * 1000)
    }
    polls.sort((a, b) => a - b)
    return { count, share, poll: percentile(polls, 0.5), least: polls[0], memory: residentMb(console.child.pid) }
  } finally {
    console.end()
    daemon.end()
  }
}

row('processes', 'CPU of the console, % of a core', 'more than with 1', 'a tick, median ms', 'least ms', 'resident MB')
row('---', '---', '---', '---', '---', '---')
const results = []
for (const count of [1, 100, 1000]) results.push(await measure(count, 19617))
for (const it of results) {
  row(it.count, it.share.toFixed(2), (it.share - results[0].share).toFixed(2), it.poll.toFixed(2), it.least.toFixed(2), it.memory.toFixed(0))
}
process.exit(0)
