// The packaged console as it is put to the test: its log, its data directory, and what it answers.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { PM2, ROOT, until } from '../lib.mjs'

const JAR = path.join(ROOT, 'target/quarkus-app/quarkus-run.jar')
/** What is asked of the console in every fault. */
const QUESTIONS = {
  health: '/q/health', status: '/api/v1/status', list: '/api/v1/processes', logs: '/api/v1/logs', events: '/api/v1/events',
  audit: '/api/v1/audit',
}

export class Subject {
  /** A console of this data directory, on the PM2 home of a daemon; `env` comes on top. */
  constructor(daemon, data, port, env = {}, ids = {}) {
    Object.assign(this, { daemon, data, port, ids })
    this.token = randomBytes(32).toString('hex')
    this.env = {
      PATH: process.env.PATH, HOME: daemon.home, PM2_HOME: daemon.home, CONSOLE_ADMIN_TOKEN: this.token, CONSOLE_DATA: data,
      CONSOLE_PM2_COMMAND: PM2, CONSOLE_APPS_ROOT: daemon.apps, QUARKUS_HTTP_PORT: String(port), ...env,
    }
    this.log = ''
    this.mark = 0
  }

  /** Starts it; what it logs from now on is what `said` tells. */
  begin() {
    this.mark = this.log.length
    this.child = spawn(path.join(process.env.JAVA_HOME, 'bin/java'), ['-Xmx128m', '-XX:+UseSerialGC', '-jar', JAR],
      { env: this.env, stdio: ['ignore', 'pipe', 'pipe'], cwd: '/tmp', ...this.ids })
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on('data', data => { this.log += data })
    this.ended = new Promise(done => this.child.on('close', code => done(code)))
    this.over = undefined
    this.ended.then(code => { this.over = code })
  }

  async start() {
    this.begin()
    await until('the console', async () => {
      if (this.over !== undefined) return true
      return (await this.ask('GET', '/q/health')).status === 200
    }, 120)
    if (this.over !== undefined) throw new Error(`the console ended with ${this.over}: ${this.said()}`)
    return this
  }

  /** Starts it where it is not expected to; answers its exit code. */
  async startInVain() {
    this.begin()
    return this.ended
  }

  async stop(signal = 'SIGTERM') {
    if (this.over === undefined) this.child.kill(signal)
    return this.ended
  }

  said() {
    return this.log.slice(this.mark)
  }

  /** Lines of stack traces in what it said. */
  traces() {
    return this.said().split('\n').filter(line => /^\s+at [\w.$/]+\(/.test(line)).length
  }

  ask(method, url, body, seconds = 40) {
    return new Promise((done, failed) => {
      const request = http.request({
        port: this.port, host: '127.0.0.1', method, path: url, timeout: seconds * 1000,
        headers: { Authorization: `Bearer ${this.token}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      }, response => {
        const chunks = []
        response.on('data', chunk => chunks.push(chunk))
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          let json
          try { json = JSON.parse(text) } catch { json = {} }
          done({ status: response.statusCode, text, json })
        })
      })
      request.on('timeout', () => request.destroy(new Error('no answer')))
      request.on('error', failed)
      request.end(body && JSON.stringify(body))
    })
  }

  /** What it answers to the questions: the HTTP status, or the code of the problem. */
  async answers() {
    const seen = {}
    for (const [name, url] of Object.entries(QUESTIONS)) {
      const answer = await this.ask('GET', url)
      seen[name] = answer.json.code ?? answer.status
    }
    return seen
  }

  async daemonState() {
    return (await this.ask('GET', '/api/v1/status')).json.daemon
  }

  async count() {
    return (await this.ask('GET', '/api/v1/processes')).json.processes?.length
  }

  async audit() {
    return (await this.ask('GET', '/api/v1/audit?limit=1000')).json.entries ?? []
  }

  async events() {
    return (await this.ask('GET', '/api/v1/events')).json.events ?? []
  }

  file(name) {
    return path.join(this.data, name)
  }

  aside() {
    return fs.readdirSync(this.data).filter(name => name.includes('.damaged-'))
  }
}
