#!/usr/bin/env node
// Measures the log engine beside a raw reader of the daemon's bus and beside `pm2 logs`, in one run on one machine, and prints
// tables in Markdown. Usage: node bench/logs.mjs [--quick] [--only flood,live,pm2]   (after ./mvnw package -DskipTests)
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { spawn } from 'node:child_process'
import { Console, Daemon, PM2, cpuSeconds, percentile, residentMb, row, sleep, table, until } from './lib.mjs'

const quick = process.argv.includes('--quick')
const only = process.argv[process.argv.indexOf('--only') + 1]?.split(',')
const wanted = name => !process.argv.includes('--only') || only.includes(name)

const SECONDS = quick ? 5 : 15
const WARM_UP = 3
const thousands = value => Math.round(value).toLocaleString('en')

// Prints numbered lines with the time at which they were made: so many a second, or as many as it can; then how many.
const PRINTER = `
const [rate, seconds] = process.argv.slice(2).map(Number)
const pad = 'x'.repeat(80)
let count = 0
const line = () => 'T' + (performance.timeOrigin + performance.now()).toFixed(1) + ' ' + ++count + ' ' + pad + '\\n'
const began = Date.now()
const over = () => Date.now() - began > seconds * 1000
const end = () => setTimeout(() => process.stdout.write('END ' + count + '\\n'), 2000)
function flood () {
  if (over()) return end()
  let block = ''
  for (let i = 0; i < 500; i++) block += line()
  process.stdout.write(block, () => setImmediate(flood))
}
function pace () {
  const due = (Date.now() - began) / 1000 * rate
  for (let block = ''; count < due;) { block = line(); process.stdout.write(block) }
  over() ? end() : setTimeout(pace, 5)
}
rate ? pace() : flood()
setInterval(() => {}, 60000)
`

/** A daemon with one printer, which begins when it is told to. */
class Printing {
  constructor() {
    this.daemon = new Daemon()
    fs.writeFileSync(path.join(this.daemon.apps, 'printer.js'), PRINTER)
    this.daemon.start(1)
  }

  begin(rate, seconds) {
    this.daemon.command('start', path.join(this.daemon.apps, 'printer.js'), '--name', 'printer', '--no-autorestart', '--',
      String(rate), String(seconds))
  }

  again() {
    this.daemon.command('delete', 'printer')
  }
}

/** The most memory of processes, looked at all the time. */
function watchMemory(pids) {
  const most = pids.map(() => 0)
  const timer = setInterval(() => pids.forEach((pid, i) => { most[i] = Math.max(most[i], residentMb(pid)) }), 100)
  return () => { clearInterval(timer); return most }
}

/** Takes lines in pieces, and keeps the lag of each that has its time. */
class Lag {
  constructor() {
    this.lags = []
    this.lines = 0
    this.broken = 0
    this.printed = undefined
  }

  take(text) {
    const now = performance.timeOrigin + performance.now()
    const match = /^T([\d.]+) \d+ x{80}$/.exec(text)
    if (match) { this.lines++; this.lags.push(now - Number(match[1])) }
    else if (text.startsWith('END ')) this.printed = Number(text.slice(4))
    else this.broken++
  }

  get p50() { return this.of(0.5) }
  get p99() { return this.of(0.99) }

  of(share) {
    this.lags.sort((a, b) => a - b)
    return this.lags.length ? percentile(this.lags, share).toFixed(0) : '-'
  }
}

/** A client of /live/logs. The first reads every line; the others count them. */
async function client(app, reads, filter = '') {
  const seen = { lines: 0, skipped: 0, lag: new Lag(), ended: false }
  seen.socket = await app.live(`/live/logs?process=printer&lines=0${filter}`, frame => {
    seen.skipped += Number(/"skipped":(\d+)\}$/.exec(frame)[1])
    if (reads) {
      for (const line of JSON.parse(frame).lines) { seen.lines++; seen.lag.take(line.text) }
    } else {
      for (let at = frame.indexOf('"seq":'); at >= 0; at = frame.indexOf('"seq":', at + 1)) seen.lines++
    }
    seen.ended ||= frame.includes('"text":"END ')
  })
  return seen
}

async function withConsole(printing, task) {
  const app = new Console(printing.daemon, 19616)
  try {
    await app.ready
    await until('list', async () => (await app.get('/api/v1/processes')).processes.length > 0)
    return await task(app)
  } finally {
    app.end()
    await sleep(500)
  }
}

/** Lines on the bus of one application, counted by whoever only reads the socket. */
function rawReader(home) {
  const seen = { lines: 0, bytes: 0, ended: false }
  seen.socket = net.connect(path.join(home, 'pub.sock'))
  seen.socket.on('data', data => {
    seen.bytes += data.length
    for (let at = data.indexOf('xx\\n'); at >= 0; at = data.indexOf('xx\\n', at + 1)) seen.lines++
    seen.ended ||= data.includes('END ')
  })
  return seen
}

async function flood() {
  console.log(`\n### One application floods, ${SECONDS} s\n`)
  table('reader', 'printed lines/s', 'delivered', 'skipped', 'delivered + skipped - printed', 'daemon MB before', 'daemon MB most', 'console MB most')
  const printing = new Printing()
  try {
    const before = residentMb(printing.daemon.pid)
    const raw = rawReader(printing.daemon.home)
    let memory = watchMemory([printing.daemon.pid])
    printing.begin(0, SECONDS)
    await until('raw reader', () => raw.ended, 120)
    raw.socket.destroy()
    row('raw, of `pub.sock`', thousands(raw.lines / SECONDS), thousands(raw.lines), '', '', before.toFixed(0), memory()[0].toFixed(0), '')
    printing.again()

    await withConsole(printing, async app => {
      for (const [name, filter] of [['console, a viewer of one line', '&grep=%5EEND'], ['console, a viewer of all', '']]) {
        const again = residentMb(printing.daemon.pid)
        memory = watchMemory([printing.daemon.pid, app.child.pid])
        const seen = await client(app, true, filter)
        printing.begin(0, SECONDS)
        await until('console', () => seen.ended, 120)
        const [daemon, own] = memory()
        row(name, thousands(seen.lag.printed / SECONDS), thousands(seen.lines), thousands(seen.skipped),
          filter ? '' : seen.lines - 1 + seen.skipped - seen.lag.printed, again.toFixed(0), daemon.toFixed(0), own.toFixed(0))
        seen.socket.destroy()
        printing.again()
      }
    })
  } finally {
    printing.daemon.end()
  }
}

async function live() {
  console.log(`\n### Lines at a steady rate to live clients, ${SECONDS} s\n`)
  table('lines/s', 'clients', 'printed', 'delivered to each', 'skipped', 'not whole', 'lag p50 ms', 'lag p99 ms', 'console CPU %', 'console MB most')
  for (const [rate, clients] of quick ? [[10000, 1], [10000, 20], [50000, 1]] : [[10000, 1], [10000, 10], [10000, 20], [10000, 100], [50000, 1]]) {
    const printing = new Printing()
    try {
      await withConsole(printing, async app => {
        const warm = await client(app, true)
        printing.begin(rate, WARM_UP)
        await until('warm-up', () => warm.ended, 120)
        warm.socket.destroy()
        printing.again()
        const all = await Promise.all(Array.from({ length: clients }, (_, i) => client(app, i === 0)))
        const memory = watchMemory([app.child.pid])
        const cpu = cpuSeconds(app.child.pid)
        const began = Date.now()
        printing.begin(rate, SECONDS)
        await until('clients', () => all.every(it => it.ended), 180)
        const used = (cpuSeconds(app.child.pid) - cpu) / ((Date.now() - began) / 1000) * 100
        const [first] = all
        const least = Math.min(...all.map(it => it.lines - 1))
        row(thousands(rate), clients, thousands(first.lag.printed), least === first.lag.printed ? 'all' : `${thousands(least)} at least`,
          thousands(Math.max(...all.map(it => it.skipped))), first.lag.broken, first.lag.p50, first.lag.p99, used.toFixed(0), memory()[0].toFixed(0))
        all.forEach(it => it.socket.destroy())
      })
    } finally {
      printing.daemon.end()
    }
  }
}

async function pm2() {
  console.log(`\n### \`pm2 logs --raw\` on the same lines, ${SECONDS} s\n`)
  table('lines/s', 'printed', 'whole lines', 'not whole', 'lag p50 ms', 'lag p99 ms', 'its CPU %')
  const printing = new Printing()
  try {
    for (const rate of [10000, 50000]) {
      const child = spawn(PM2, ['logs', '--raw', '--lines', '0'], { env: printing.daemon.env, stdio: ['ignore', 'pipe', 'ignore'] })
      const lag = new Lag()
      let rest = ''
      child.stdout.on('data', data => {
        const lines = (rest + data).split('\n')
        rest = lines.pop()
        lines.filter(Boolean).forEach(line => lag.take(line))
      })
      await sleep(2000) // it says nothing when it is ready
      const cpu = cpuSeconds(child.pid)
      printing.begin(rate, SECONDS)
      await until('pm2 logs', () => lag.printed, 120)
      row(thousands(rate), thousands(lag.printed), thousands(lag.lines), thousands(lag.broken), lag.p50, lag.p99,
        ((cpuSeconds(child.pid) - cpu) / (SECONDS + 2) * 100).toFixed(0))
      child.kill()
      printing.again()
    }
  } finally {
    printing.daemon.end()
  }
}

if (wanted('flood')) await flood()
if (wanted('live')) await live()
if (wanted('pm2')) await pm2()
