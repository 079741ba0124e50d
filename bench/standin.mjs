// Stands in for PM2's daemon, where hundreds of processes are needed and PM2 would take long to start them: real processes (`sleep`, say)
// on a real socket that tells their list.
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { spawn } from 'node:child_process'

/** Answers what PM2's daemon would, of processes that it started itself. */
export class StandIn {
  /** `commandOf`: what the process of a number is, with its arguments. */
  constructor(count, commandOf) {
    this.home = fs.mkdtempSync(path.join(os.tmpdir(), 'pm2b'))
    this.apps = this.home
    this.env = { PATH: process.env.PATH, HOME: this.home, PM2_HOME: this.home }
    this.children = Array.from({ length: count }, (_, id) => spawn(commandOf(id)[0], commandOf(id).slice(1), { stdio: 'ignore' }))
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
