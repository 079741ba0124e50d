// A Chromium without a window, spoken to over a pipe in its own protocol (CDP).
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export class Chromium {
  constructor(command = process.env.CHROMIUM ?? '/usr/bin/chromium') {
    this.profile = fs.mkdtempSync(path.join(os.tmpdir(), 'pm2b-chromium'))
    this.child = spawn(command, ['--headless=new', '--no-sandbox', '--remote-debugging-pipe', `--user-data-dir=${this.profile}`,
      '--window-size=1440,900', 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
    this.waiting = new Map()
    this.listeners = []
    this.next = 1
    let text = ''
    this.child.stdio[4].setEncoding('utf8').on('data', data => {
      text += data
      const messages = text.split('\0')
      text = messages.pop()
      messages.forEach(message => this.take(JSON.parse(message)))
    })
  }

  take({ id, result, error, method, params }) {
    if (method) this.listeners.forEach(listener => listener(method, params))
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    if (error) waiting?.failed(new Error(error.message))
    else waiting?.done(result)
  }

  send(method, params = {}) {
    const id = this.next++
    this.child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId: this.session })}\0`)
    return new Promise((done, failed) => this.waiting.set(id, { done, failed }))
  }

  /** A page, at which all further messages are aimed. */
  async page() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' })
    this.session = (await this.send('Target.attachToTarget', { targetId, flatten: true })).sessionId
    for (const domain of ['Page', 'Runtime', 'Network']) await this.send(`${domain}.enable`)
    await this.send('Performance.enable', { timeDomain: 'threadTicks' }) // time of the processor, which others can't stretch
  }

  async go(url) {
    const loaded = new Promise(done => this.listeners.push(method => method === 'Page.loadEventFired' && done()))
    await this.send('Page.navigate', { url })
    await loaded
  }

  async run(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** Seconds and counts so far, by name. */
  async metrics() {
    return Object.fromEntries((await this.send('Performance.getMetrics')).metrics.map(it => [it.name, it.value]))
  }

  /** Returns when so many frames came over the sockets that are watched. */
  frames(count) {
    return new Promise(done => {
      let left = count
      const listener = (method, params) => {
        if (method === 'Network.webSocketFrameReceived' && this.sockets.has(params.requestId) && --left === 0) {
          this.listeners.splice(this.listeners.indexOf(listener), 1)
          done()
        }
      }
      this.listeners.push(listener)
    })
  }

  /** From now on, notes the sockets of this path. */
  watchSockets(urlPart) {
    this.sockets = new Set()
    this.listeners.push((method, params) => {
      if (method === 'Network.webSocketCreated' && params.url.includes(urlPart)) this.sockets.add(params.requestId)
    })
  }

  async end() {
    const ended = new Promise(done => this.child.once('exit', done))
    this.child.kill()
    await ended
    fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
