#!/usr/bin/env node
// Measures the console beside PM2's own command, in one run on one machine, and prints tables in Markdown.
// Usage: bench/run [--quick] [--only start,processes,restart,watch,clients,agents,logs,outage]   (after ./mvnw package -DskipTests)
import { cpus } from 'node:os'
import { Console, Daemon, ROOT, RawRpc, cpuFrom, latencies, median, residentMb, row, sleep, table, until } from './lib.mjs'
import { agents } from './agents.mjs'
import { clients } from './clients.mjs'
import { processes } from './processes.mjs'
import { start } from './start.mjs'
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const quick = process.argv.includes('--quick')
const only = process.argv[process.argv.indexOf('--only') + 1]?.split(',')
const wanted = name => !process.argv.includes('--only') || only.includes(name)

const ms = value => value.toFixed(2)

async function withConsole(daemon, task) {
  const app = new Console(daemon, 19616)
  try {
    const startMs = await app.ready
    return await task(app, startMs)
  } finally {
    await app.ended()
  }
}

async function restart() {
  console.log('\n### Restart of one process among 20\n')
  const daemon = new Daemon()
  try {
    daemon.start(20)
    const rounds = quick ? 10 : 40
    const rpc = new RawRpc(daemon.home)
    await withConsole(daemon, async app => {
      await until('list', async () => (await app.get('/api/v1/processes')).processes.length === 20)
      const viaRest = () => app.request('POST', '/api/v1/processes/3/restart')
      const viaRpc = () => rpc.call('restartProcessId', { id: 3, env: {} })
      const times = { rest: [], raw: [] }
      for (let i = 0; i < 5; i++) await viaRest()
      const cold = []
      for (let i = 0; i < rounds / 4; i++) cold.push((await latencies(0, 1, viaRest)).p50)
      // the same way through the console, refused at its end: until the JVM has compiled it
      for (let i = 0; i < (quick ? 300 : 3000); i++) await app.request('POST', '/api/v1/processes/3/start')
      for (let i = 0; i < rounds; i++) { // in turn, so that both meet the same machine
        times.raw.push((await latencies(0, 1, viaRpc)).p50)
        times.rest.push((await latencies(0, 1, viaRest)).p50)
      }
      const command = median(Array.from({ length: quick ? 3 : 7 }, () => daemon.command('restart', '3')))
      table('path', 'median ms', 'more than the raw call, ms')
      row('raw RPC', ms(median(times.raw)), '')
      row('REST', ms(median(times.rest)), ms(median(times.rest) - median(times.raw)))
      row('REST, first requests of a fresh JVM', ms(median(cold)), ms(median(cold) - median(times.raw)))
      row('`pm2 restart`', ms(command), ms(command - median(times.raw)))
    })
    rpc.close()
  } finally {
    daemon.end()
  }
}

async function watch() {
  const seconds = quick ? 15 : 60
  console.log(`\n### CPU over ${seconds} s, 20 Node.js processes that do nothing\n`)
  const daemon = new Daemon()
  try {
    daemon.start(20)
    await sleep(5000)
    const measure = async (task, also = []) => {
      const used = cpuFrom(daemon.pid, ...also)
      await task()
      return used()
    }
    const [alone] = await measure(() => sleep(seconds * 1000))
    const watched = await withConsole(daemon, async app => {
      let frames = 0
      const socket = await app.live('/live/metrics', () => frames++)
      await sleep(quick ? 5000 : 30000) // until the console has warmed up
      frames = 0
      const [daemonCpu, consoleCpu] = await measure(() => sleep(seconds * 1000), [app.child.pid])
      socket.destroy()
      return { daemonCpu, consoleCpu, frames, memory: residentMb(app.child.pid) }
    })
    const [polled] = await measure(async () => {
      for (let i = 0; i < seconds; i++) {
        const began = Date.now()
        daemon.command('jlist')
        await sleep(Math.max(0, 1000 - (Date.now() - began)))
      }
    })
    const [again] = await measure(() => sleep(seconds * 1000))
    const nobody = (alone + again) / 2
    table('who watches', 'daemon CPU s', 'against nobody', 'console CPU s')
    row('nobody (before, after)', `${alone.toFixed(2)}, ${again.toFixed(2)}`, '1', '')
    row(`the console with one live client (${watched.frames} frames)`, watched.daemonCpu.toFixed(2),
      (watched.daemonCpu / nobody).toFixed(2), watched.consoleCpu.toFixed(2))
    row('`pm2 jlist` every second', polled.toFixed(2), (polled / nobody).toFixed(2), '')
    console.log(`\nResident memory of the console (JVM) then: ${watched.memory.toFixed(0)} MB.`)
  } finally {
    daemon.end()
  }
}

async function outage() {
  console.log('\n### The daemon dies and comes back\n')
  const daemon = new Daemon()
  try {
    daemon.start(3)
    daemon.command('save')
    await withConsole(daemon, async app => {
      const seen = []
      const socket = await app.live('/live/events', frame => seen.push({ at: Date.now(), ...JSON.parse(frame) }))
      await until('list', async () => (await app.get('/api/v1/processes')).processes.length === 3)
      const orphans = (await app.get('/api/v1/processes')).processes.map(it => it.pid)
      const killed = Date.now()
      process.kill(daemon.pid, 'SIGKILL')
      const down = await until('daemon-down', () => seen.find(it => it.event === 'daemon-down' && it.at >= killed))
      daemon.command('resurrect')
      const returned = Date.now()
      await until('list', async () => (await app.get('/api/v1/processes')).processes.length === 3)
      const listed = Date.now()
      const up = await until('daemon-up', () => seen.find(it => it.event === 'daemon-up' && it.at >= killed))
      table('what', 'ms')
      row('killed → told to live clients', down.at - killed)
      row('`pm2 resurrect` ended → complete list over REST', Math.max(0, listed - returned))
      row('`pm2 resurrect` ended → told to live clients', up.at <= returned ? 'before it ended' : up.at - returned)
      socket.destroy()
      for (const pid of orphans) {
        try { process.kill(pid, 'SIGKILL') } catch { /* it ended with its daemon */ }
      }
    })
  } finally {
    daemon.end()
  }
}

/** Log lines, flooding and at steady rates, beside `pm2 logs`: a benchmark of its own. */
function logs() {
  const run = spawnSync(process.execPath, [path.join(ROOT, 'bench/logs.mjs'), ...(quick ? ['--quick'] : [])], { stdio: 'inherit' })
  if (run.status !== 0) throw new Error(`bench/logs.mjs ended with ${run.status ?? run.signal}`)
}

console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model}, Node ${process.version}`)
for (const [name, task] of Object.entries({ start, processes, restart, watch, clients, agents, logs, outage })) {
  if (wanted(name)) await task(quick)
}
