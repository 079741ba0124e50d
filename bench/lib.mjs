// What the benchmarks share: a PM2 of their own, a console of their own, and how to measure.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
export const PM2 = path.join(ROOT, 'target/pm2/node_modules/.bin/pm2')
const JAR = path.join(ROOT, 'target/quarkus-app/quarkus-run.jar')

/** A row of a table in Markdown, and its first two. */
export const row = (...cells) => console.log(`| ${cells.join(' | ')} |`)
export const table = (...heads) => { row(...heads); row(...heads.map(() => '---')) }

/** What starts the console: a native executable, or the packaged jar on a JVM. */
export const isNative = Boolean(process.env.CONSOLE_EXECUTABLE)
const command = jvmOptions => isNative ? [process.env.CONSOLE_EXECUTABLE]
  : [path.join(process.env.JAVA_HOME ?? fail('JAVA_HOME has to name a JDK 25 or newer, or CONSOLE_EXECUTABLE an executable'),
    'bin/java'), `-Xmx${process.env.CONSOLE_HEAP_MB ?? 128}m`, '-XX:+UseSerialGC', ...jvmOptions, '-jar', JAR]

function fail(message) {
  throw new Error(message)
}

export const sleep = ms => new Promise(done => setTimeout(done, ms))

export async function until(what, condition, seconds = 60) {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    try {
      const value = await condition()
      if (value) return value
    } catch { /* not yet */ }
    await sleep(10)
  }
  throw new Error(`${what}: not within ${seconds} s`)
}

export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

export const median = values => percentile([...values].sort((a, b) => a - b), 0.5)

/** Percentiles, in milliseconds, of an action done again and again. */
export async function latencies(warmUp, count, action) {
  for (let i = 0; i < warmUp; i++) await action()
  const times = []
  for (let i = 0; i < count; i++) {
    const start = process.hrtime.bigint()
    await action()
    times.push(Number(process.hrtime.bigint() - start) / 1e6)
  }
  times.sort((a, b) => a - b)
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

/** Seconds of CPU that a process has used so far. */
export function cpuSeconds(pid) {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Answers what processes have used since, in seconds of CPU. */
export function cpuFrom(...pids) {
  const before = pids.map(cpuSeconds)
  return () => pids.map((pid, i) => cpuSeconds(pid) - before[i])
}

export function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
}

/** Open files and threads of a process. */
export function held(pid) {
  return { files: fs.readdirSync(`/proc/${pid}/fd`).length, threads: fs.readdirSync(`/proc/${pid}/task`).length }
}

/** A PM2 with a home of its own. */
export class Daemon {
  constructor() {
    this.home = fs.mkdtempSync(path.join(os.tmpdir(), 'pm2b'))
    this.apps = path.join(this.home, 'apps')
    fs.mkdirSync(this.apps)
    fs.writeFileSync(path.join(this.apps, 'node.js'), 'setInterval(() => {}, 60000)\n')
    fs.writeFileSync(path.join(this.apps, 'idle.sh'), 'exec sleep 1000000\n')
    this.env = { PATH: process.env.PATH, HOME: this.home, PM2_HOME: this.home, PM2_DISCRETE_MODE: 'true' }
  }

  /** Runs the command; answers its wall time in ms. */
  command(...args) {
    const start = process.hrtime.bigint()
    const run = spawnSync(PM2, args, { env: this.env, encoding: 'utf8', maxBuffer: 1 << 28 })
    if (run.status !== 0) throw new Error(`pm2 ${args[0]}: ${run.stdout}${run.stderr}`)
    return Number(process.hrtime.bigint() - start) / 1e6
  }

  /** Starts applications: Node.js programs, or (where they only have to be there) programs that sleep. */
  start(count, kind = 'node.js') {
    const apps = Array.from({ length: count }, (_, i) => ({
      name: `app-${i}`, script: kind, cwd: this.apps, interpreter: kind === 'node.js' ? 'node' : 'bash', vizion: false,
    }))
    const file = path.join(this.home, 'ecosystem.json')
    fs.writeFileSync(file, JSON.stringify({ apps }))
    this.command('start', file)
  }

  get pid() {
    return Number(fs.readFileSync(path.join(this.home, 'pm2.pid'), 'utf8'))
  }

  end() {
    spawnSync(PM2, ['kill'], { env: this.env })
    fs.rmSync(this.home, { recursive: true, force: true })
  }
}

/** One call over the daemon's socket, as plain as can be: what the console is measured against. */
export class RawRpc {
  constructor(home) {
    this.socket = net.connect(path.join(home, 'rpc.sock'))
    this.buffer = Buffer.alloc(0)
    this.waiting = new Map()
    this.next = 0
    this.socket.on('data', data => this.read(data))
  }

  call(method, argument) {
    const id = String(this.next++)
    const parts = [`j:${JSON.stringify({ type: 'call', method, args: [argument] })}`, `s:${id}`].map(it => Buffer.from(it))
    const length = part => { const b = Buffer.alloc(4); b.writeUInt32BE(part.length); return b }
    this.socket.write(Buffer.concat([Buffer.from([0x12]), ...parts.flatMap(part => [length(part), part])]))
    return new Promise(done => this.waiting.set(id, done))
  }

  read(data) {
    this.buffer = Buffer.concat([this.buffer, data])
    for (;;) {
      let at = 1
      const parts = []
      const count = this.buffer.length ? this.buffer[0] & 15 : 1
      while (parts.length < count && this.buffer.length >= at + 4) {
        const length = this.buffer.readUInt32BE(at)
        if (this.buffer.length < at + 4 + length) break
        parts.push(this.buffer.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
      if (parts.length < count) return
      this.buffer = this.buffer.subarray(at)
      const id = parts[1].toString().slice(2)
      this.waiting.get(id)?.(parts[0])
      this.waiting.delete(id)
    }
  }

  close() {
    this.socket.destroy()
  }
}

/** The packaged console, on a port of its own. */
export class Console {
  constructor(daemon, port, options = [], jvmOptions = []) {
    this.port = port
    this.token = randomBytes(32).toString('hex')
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
    const started = process.hrtime.bigint()
    const [executable, ...first] = command(jvmOptions)
    this.child = spawn(executable, [...first, ...options], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...daemon.env, CONSOLE_ADMIN_TOKEN: this.token, QUARKUS_HTTP_PORT: String(port), CONSOLE_PM2_COMMAND: PM2,
        CONSOLE_APPS_ROOT: daemon.apps, QUARKUS_LOG_LEVEL: 'WARN',
      },
    })
    this.ready = until('console', async () => (await this.request('GET', '/q/health')).status === 200)
      .then(() => Number(process.hrtime.bigint() - started) / 1e6)
  }

  request(method, url, body) {
    return new Promise((done, failed) => {
      const request = http.request({
        port: this.port, host: '127.0.0.1', method, path: url, agent: this.agent,
        headers: { Authorization: `Bearer ${this.token}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      }, response => {
        const chunks = []
        response.on('data', chunk => chunks.push(chunk))
        response.on('end', () => done({ status: response.statusCode, text: Buffer.concat(chunks).toString() }))
      })
      request.on('error', failed)
      request.end(body)
    })
  }

  async get(url) {
    const answer = await this.request('GET', url)
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${answer.text}`)
    return JSON.parse(answer.text)
  }

  /** A live client: calls back with each text, of however many frames. */
  live(url, onFrame) {
    return new Promise((done, failed) => {
      const request = http.request({
        port: this.port, host: '127.0.0.1', path: url,
        headers: {
          Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Key': randomBytes(16).toString('base64'), Authorization: `Bearer ${this.token}`,
        },
      })
      request.on('upgrade', (_, socket) => {
        let buffer = Buffer.alloc(0)
        const message = []
        socket.on('data', data => {
          buffer = Buffer.concat([buffer, data])
          while (buffer.length >= 2) {
            const short = buffer[1] & 127
            const header = short === 126 ? 4 : short === 127 ? 10 : 2
            if (buffer.length < header) return
            const length = short === 126 ? buffer.readUInt16BE(2) : short === 127 ? Number(buffer.readBigUInt64BE(2)) : short
            if (buffer.length < header + length) return
            const isText = (buffer[0] & 15) < 2 // and not a ping
            if (isText) message.push(buffer.subarray(header, header + length))
            if (isText && buffer[0] & 128) onFrame(Buffer.concat(message.splice(0)).toString())
            buffer = buffer.subarray(header + length)
          }
        })
        done(socket)
      })
      request.on('response', response => failed(new Error(`${url}: ${response.statusCode}`)))
      request.on('error', failed)
      request.end()
    })
  }

  end() {
    this.agent.destroy()
    this.child.kill()
  }

  /** Ends it, and waits until it has ended. */
  async ended() {
    const ended = new Promise(done => this.child.once('exit', done))
    this.end()
    await ended
  }
}
