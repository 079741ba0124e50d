#!/usr/bin/env node
// Asks much of a packaged console for long, and tells whether what it holds stays the same: live clients, a third of them slow and some
// that never read, and commands of all kinds at a steady rate, on a real PM2. Ends with 1 where it grows, or answers what it should not.
// Usage: node bench/load.mjs [--minutes 30] [--clients 500] [--rate 200] [--processes 20]   (after ./mvnw package -DskipTests; JAVA_HOME names a JDK 25)
import { Console, Daemon, cpuFrom, held, percentile, residentMb, row, sleep, table, until } from './lib.mjs'

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const minutes = option('minutes', 30)
const clients = option('clients', 500)
const rate = option('rate', 200)
const processes = option('processes', 20)
const SAMPLES = 20
const STREAMS = ['/live/metrics', '/live/logs?lines=10', '/live/events']
/** How often each comes among all requests: reads mostly, as people and scripts do; what is refused, too. */
const MIX = [
  [40, 'GET', '/api/v1/processes'], [10, 'GET', '/api/v1/processes?detailed=true'], [10, 'GET', '/api/v1/status'],
  [8, 'GET', '/api/v1/processes/1/description'], [8, 'GET', '/api/v1/processes/1/logs?lines=50'], [5, 'GET', '/api/v1/events?limit=20'],
  [5, 'GET', '/api/v1/monitor'], [1, 'GET', '/'], [3, 'GET', '/api/v1/processes/2/history'], [2, 'GET', '/api/v1/logs/search?q=line&limit=20'],
  [1, 'POST', '/api/v1/processes/3/reset'], [0.1, 'POST', '/api/v1/save'], [1, 'GET', '/api/v1/processes/nobody', 404],
  [1, 'POST', '/api/v1/processes/4/start', 409], [0.2, 'POST', '/api/v1/processes/5/restart'],
]
const WEIGHT = MIX.reduce((sum, [weight]) => sum + weight, 0)

function next() {
  let left = Math.random() * WEIGHT
  return MIX.find(([weight]) => (left -= weight) < 0) ?? MIX[0]
}

/** A client of a stream: one that reads, one that reads a little each second, or one that never does. */
async function client(app, number, frames) {
  const socket = await app.live(STREAMS[number % STREAMS.length], () => frames.count++)
  const kind = number % 12 === 11 ? 'deaf' : Math.floor(number / 3) % 3 === 2 ? 'slow' : 'quick'
  if (kind !== 'quick') socket.pause()
  const timer = kind === 'slow' ? setInterval(() => { socket.resume(); setTimeout(() => socket.pause(), 20) }, 1000) : undefined
  socket.on('error', () => {})
  socket.on('close', () => { frames.closed++; clearInterval(timer) })
  return { kind, end: () => { clearInterval(timer); socket.destroy() } }
}

/** Says whether the last quarter is like the one before, and fails where it is more. */
function flat(what, values, factor) {
  const mean = values => values.reduce((sum, it) => sum + it, 0) / values.length
  const [before, after] = [values.slice(SAMPLES / 2, SAMPLES * 3 / 4), values.slice(SAMPLES * 3 / 4)].map(mean)
  const grows = after > before * factor
  console.log(`${what}: ${before.toFixed(0)} in the third quarter, ${after.toFixed(0)} in the last: ${grows ? 'GROWS' : 'flat'}.`)
  if (grows) process.exitCode = 1
}

/** Sends requests at the rate, however long they take; at most 200 wait at a time. */
function requests(app, seen) {
  app.agent.maxSockets = 64
  let due = Date.now()
  const timer = setInterval(() => {
    for (; due <= Date.now(); due += 1000 / rate) {
      if (seen.open >= 200) { seen.left++; continue }
      const [, method, url, status = 200] = next()
      const began = process.hrtime.bigint()
      seen.open++
      app.request(method, url).then(answer => {
        seen.times.push(Number(process.hrtime.bigint() - began) / 1e6)
        if (answer.status !== status) seen.other(`${method} ${url}: ${answer.status} ${/"code":"(\w+)"/.exec(answer.text)?.[1] ?? ''}`)
      }, failure => seen.other(`${method} ${url}: ${failure.code}`))
        .finally(() => seen.open--)
    }
  }, 20)
  return () => clearInterval(timer)
}

const daemon = new Daemon()
let app
try {
  daemon.start(processes, 'idle.sh')
  app = new Console(daemon, 19622)
  await app.ready
  await until('the list', async () => (await app.get('/api/v1/processes')).processes.length === processes)
  const frames = { count: 0, closed: 0 }
  const all = []
  for (let i = 0; i < clients; i++) all.push(await client(app, i, frames))
  const kinds = kind => all.filter(it => it.kind === kind).length
  console.log(`\n### ${minutes} min of ${rate} requests/s, ${processes} processes and ${clients} live clients: ${kinds('quick')} read, ${kinds('slow')} read slowly, ${kinds('deaf')} never\n`)
  const seen = { times: [], wrong: new Map(), open: 0, left: 0, other(what) { this.wrong.set(what, (this.wrong.get(what) ?? 0) + 1) } }
  const stop = requests(app, seen)
  table('min', 'requests/s', 'p50 ms', 'p99 ms', 'not sent', 'frames/s', 'sockets closed', 'CPU, % of a core', 'CPU of the daemon', 'resident MB', 'files', 'threads')
  const [memory, files, threads] = [[], [], []]
  for (let sample = 1; sample <= SAMPLES; sample++) {
    const seconds = minutes * 60 / SAMPLES
    const used = cpuFrom(app.child.pid, daemon.pid)
    Object.assign(seen, { times: [], left: 0 })
    frames.count = 0
    await sleep(seconds * 1000)
    const times = seen.times.slice().sort((a, b) => a - b)
    const [cpu, daemonCpu] = used().map(it => (100 * it / seconds).toFixed(0))
    const now = held(app.child.pid)
    files.push(now.files)
    threads.push(now.threads)
    memory.push(residentMb(app.child.pid))
    row((sample * minutes / SAMPLES).toFixed(1), (times.length / seconds).toFixed(0), percentile(times, 0.5).toFixed(1),
      percentile(times, 0.99).toFixed(1), seen.left, (frames.count / seconds).toFixed(0), frames.closed,
      cpu, daemonCpu, memory.at(-1).toFixed(0), now.files, now.threads)
  }
  stop()
  console.log()
  flat('Resident memory, MB', memory, 1.1)
  flat('Open files', files, 1.02)
  flat('Threads', threads, 1.1)
  for (const [what, count] of seen.wrong) {
    const busy = what.includes('/logs/search') && what.endsWith('429 RATE_LIMITED') // only so many search at once
    console.log(`${count} × ${what}${busy ? ', as is meant' : ''}`)
    if (!busy) process.exitCode = 1
  }
  if (frames.closed > 0 || frames.count === 0) process.exitCode = 1 // cut off, or told nothing
  all.forEach(it => it.end())
} finally {
  await app?.ended()
  daemon.end()
}
process.exit()
