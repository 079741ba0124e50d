#!/usr/bin/env node
// Provokes every fault that docs/reliability.md is about, one after the other, on the packaged console and a real PM2, and
// prints what was promised and what was seen. Everything is in directories of its own and ended by its number.
// Usage: node bench/faults.mjs [--only daemon,home,command,corrupt,lock,disk,kill,pm2disk,clock] [--kills 20] [--port 19640]
// Needs JAVA_HOME (25 or newer), ./mvnw package -DskipTests, sqlite3; root for `home`, `disk` and `pm2disk`; libfaketime for
// `clock`. What can't be provoked here is left out, and said.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Daemon, until } from './lib.mjs'
import { Report, must, noTraces } from './faults/report.mjs'
import { Subject } from './faults/subject.mjs'
import { commandFaults, daemonFaults, unreadableHome } from './faults/daemon.mjs'
import { corruption, fullDisk, killed, locked } from './faults/database.mjs'
import { LIBRARY, clockFaults, environment } from './faults/clock.mjs'

const argument = name => process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined
const only = argument('--only')?.split(',')
const wanted = name => !only || only.includes(name)
const isRoot = process.getuid() === 0
if (!process.env.JAVA_HOME) throw new Error('JAVA_HOME has to name a JDK 25 or newer')

const PORT = Number(argument('--port') ?? 19640)
const NOBODY = 65534
const COUNT = 3
const report = new Report()
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'faults'))
const mounts = []
const leftOut = []

function small(directory, size) {
  fs.mkdirSync(directory, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'tmpfs', directory])
  mounts.push(directory)
  return directory
}

/** A console of its own for one group of faults. */
async function withConsole(daemon, env, task, data = path.join(scratch, `data-${Math.random().toString(36).slice(2)}`)) {
  const app = new Subject(daemon, data, PORT, env)
  try {
    await app.start()
    await until('the list', async () => await app.count() === COUNT)
    await task(app)
  } finally {
    await app.stop()
    if (process.env.FAULTS_LOG) fs.appendFileSync(process.env.FAULTS_LOG, app.log)
  }
}

const daemon = new Daemon()
try {
  daemon.start(COUNT)
  daemon.command('save')

  if (wanted('daemon')) await withConsole(daemon, {}, app => daemonFaults(report, app, daemon, COUNT))
  if (wanted('command')) {
    const command = path.join(scratch, 'pm2')
    fs.writeFileSync(command, '#!/bin/sh\n', { mode: 0o755 })
    await withConsole(daemon, { CONSOLE_PM2_COMMAND: command, CONSOLE_COMMAND_TIMEOUT: '5s' },
      app => commandFaults(report, app, daemon, command))
  }
  if (wanted('corrupt')) await withConsole(daemon, {}, app => corruption(report, app))
  if (wanted('lock')) await withConsole(daemon, {}, app => locked(report, app))
  if (wanted('kill')) await withConsole(daemon, {}, app => killed(report, app, Number(argument('--kills') ?? 20)))
  if (wanted('disk')) {
    if (isRoot) await withConsole(daemon, {}, app => fullDisk(report, app), small(path.join(scratch, 'small'), '12m'))
    else leftOut.push('disk full: needs root')
  }
  if (wanted('clock')) {
    const file = path.join(scratch, 'clock')
    fs.writeFileSync(file, '+0\n')
    if (fs.existsSync(LIBRARY)) await withConsole(daemon, environment(file), app => clockFaults(report, app, file))
    else leftOut.push('clock: needs libfaketime')
  }
  if (wanted('home')) {
    if (isRoot) {
      const data = path.join(scratch, 'nobody')
      fs.mkdirSync(data)
      fs.chownSync(data, NOBODY, NOBODY)
      fs.chmodSync(scratch, 0o755)
      for (const name of ['rpc.sock', 'pub.sock']) fs.chmodSync(path.join(daemon.home, name), 0o777)
      const app = new Subject(daemon, data, PORT, { HOME: data }, { uid: NOBODY, gid: NOBODY })
      await unreadableHome(report, app, daemon, COUNT).finally(() => app.stop())
    } else leftOut.push('home unreadable: needs root, to be another user than the daemon')
  }
} finally {
  daemon.end()
}

if (wanted('pm2disk') && isRoot) {
  const other = new Daemon()
  const logs = small(path.join(other.home, 'logs'), '1m')
  try {
    other.start(COUNT)
    await withConsole(other, {}, app => report.fault('disk of PM2\'s logs full', 'the console goes on; PM2 loses the lines, live ones are seen', async () => {
      try { fs.writeFileSync(path.join(logs, 'filler'), Buffer.alloc(2 << 20)) } catch { /* full */ }
      const restart = (await app.ask('POST', '/api/v1/processes/0/restart')).status
      const seen = await app.answers()
      const flush = (await app.ask('POST', '/api/v1/logs/flush')).status
      must(seen.list === 200 && seen.logs === 200 && seen.health === 200, JSON.stringify(seen))
      noTraces(app)
      return `list ${seen.list}, logs ${seen.logs}, restart ${restart}, flush ${flush}`
    }))
  } finally {
    execFileSync('umount', ['-l', mounts.pop()])
    other.end()
  }
}

for (const directory of mounts) execFileSync('umount', ['-l', directory])
fs.rmSync(scratch, { recursive: true, force: true })
console.log(`${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0].model}, load ${os.loadavg()[0].toFixed(1)}, Node ${process.version}\n`)
const kept = report.print()
leftOut.forEach(it => console.log(`\nLeft out: ${it}.`))
process.exitCode = kept ? 0 : 1
