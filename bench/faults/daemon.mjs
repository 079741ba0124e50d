// Faults of the daemon and of PM2's command.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { ROOT, until } from '../lib.mjs'
import { answered, must, noTraces } from './report.mjs'

const PM2_6 = path.join(ROOT, 'target/pm2-6/node_modules/.bin/pm2')
const WELL = { health: 200, status: 200, list: 200, logs: 200, events: 200, audit: 200 }
const DOWN = { health: 200, status: 200, logs: 200, events: 200, audit: 200, list: 'PM2_UNREACHABLE' }

/** Ends the daemon as a crash does, and what it leaves behind. */
function crash(daemon, pids) {
  process.kill(daemon.pid, 'SIGKILL')
  endAll(pids)
}

function endAll(pids) {
  for (const pid of pids) {
    try { process.kill(pid, 'SIGKILL') } catch { /* it has ended */ }
  }
}

async function pids(app) {
  return (await app.ask('GET', '/api/v1/processes')).json.processes.map(it => it.pid).filter(it => it)
}

async function isBack(app, count) {
  const began = Date.now()
  await until('the list is whole again', async () => await app.daemonState() === 'online' && await app.count() === count, 60)
  answered(await app.answers(), WELL)
  return `whole again after ${((Date.now() - began) / 1000).toFixed(1)} s, without a restart`
}

export async function daemonFaults(report, app, daemon, count) {
  await report.fault('daemon killed (SIGKILL), then resurrected',
    'said at once; what the console remembers is answered; whole again by itself', async () => {
      const left = await pids(app)
      app.mark = app.log.length
      crash(daemon, left)
      const began = Date.now()
      await until('it is told', async () => await app.daemonState() === 'down', 20)
      const told = Date.now() - began
      const seen = answered(await app.answers(), DOWN)
      await until('it is an event', async () => (await app.events()).some(it => it.event === 'daemon-down'), 20)
      daemon.command('resurrect')
      const back = await isBack(app, count)
      noTraces(app)
      return `told after ${told} ms; ${seen}; ${back}`
    })

  await report.fault('daemon hung (SIGSTOP), then continued',
    '`unreachable` within some 15 s, nothing waits longer; by itself when it answers', async () => {
      app.mark = app.log.length
      const pid = daemon.pid
      process.kill(pid, 'SIGSTOP')
      try {
        await until('it is told', async () => await app.daemonState() === 'unreachable', 60)
        const seen = answered(await app.answers(), DOWN)
        process.kill(pid, 'SIGCONT')
        const back = await isBack(app, count)
        noTraces(app)
        return `${seen}; ${back}`
      } finally {
        process.kill(pid, 'SIGCONT')
      }
    })

  await report.fault('its sockets removed',
    'what is connected goes on; when that ends it is down; by itself when they are there again', async () => {
      app.mark = app.log.length
      const left = await pids(app)
      for (const name of ['rpc.sock', 'pub.sock']) fs.rmSync(path.join(daemon.home, name))
      const before = await app.answers()
      const restarted = (await app.ask('POST', '/api/v1/processes/0/restart')).status
      const all = [...left, ...await pids(app).catch(() => [])]
      crash(daemon, all)
      await until('it is told', async () => await app.daemonState() === 'down', 20)
      daemon.command('resurrect')
      const back = await isBack(app, count)
      noTraces(app)
      return `then list ${before.list}, restart ${restarted}; after its end ${back}`
    })

  await report.fault('replaced by PM2 6, then by PM2 7 again', 'the other version is told; the list is whole', async () => {
    app.mark = app.log.length
    daemon.command('kill')
    must(spawnSync(PM2_6, ['resurrect'], { env: daemon.env }).status === 0, 'PM2 6 did not start')
    await isBack(app, count)
    const other = (await app.ask('GET', '/api/v1/version')).json
    must(other.daemon.startsWith('6.') && other.match === false, `version told: ${other.daemon}, match ${other.match}`)
    spawnSync(PM2_6, ['kill'], { env: daemon.env })
    daemon.command('resurrect')
    const back = await isBack(app, count)
    noTraces(app)
    return `told ${other.daemon} (match ${other.match}), whole; then 7 ${back}`
  })
}

/** A console of a user who is not root, whom the mode of a directory can keep out. */
export async function unreadableHome(report, app, daemon, count) {
  await report.fault('home unreadable at the start, then readable', 'starts, says why; by itself when it may enter', async () => {
    fs.chmodSync(daemon.home, 0o700)
    await app.start()
    await until('it is told', async () => await app.daemonState() !== 'online', 30)
    const status = (await app.ask('GET', '/api/v1/status')).json
    const seen = answered(await app.answers(), { health: 200, status: 200, events: 200, audit: 200 })
    fs.chmodSync(daemon.home, 0o755)
    const back = await isBack(app, count)
    noTraces(app)
    return `daemon ${status.daemon} ("${status.reason}"); ${seen}; ${back}`
  })
}

export async function commandFaults(report, app, daemon, command) {
  const script = text => fs.writeFileSync(command, `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  const start = () => app.ask('POST', '/api/v1/processes', { script: 'node.js', name: 'new' })
  const cases = [
    ['PM2\'s command missing', () => fs.rmSync(command, { force: true }), 'refused, with how to get it'],
    ['… hanging', () => script('sleep 1000'), 'ended with its descendants at the deadline, and told'],
    ['… printing garbage, and failing', () => script('head -c 100000 /dev/urandom; exit 3'), 'refused; garbage is not passed on'],
    ['… printing garbage, and succeeding', () => script('head -c 100000 /dev/urandom'), 'not told as a success'],
    ['… exiting non-zero without a word', () => script('exit 7'), 'refused, with its code'],
  ]
  for (const [name, provoke, promise] of cases) {
    await report.fault(name, promise, async () => {
      app.mark = app.log.length
      provoke()
      const began = Date.now()
      const answer = await start()
      must(answer.status >= 400, `answered ${answer.status} ${answer.text}`)
      // eslint-disable-next-line no-control-regex
      must(!/[\u0000-\u0009\u000b-\u001f\ufffd]/.test(answer.text), 'garbage in the answer')
      const others = answered(await app.answers(), WELL)
      noTraces(app)
      return `${answer.status} ${answer.json.code} "${answer.json.detail}" after ${((Date.now() - began) / 1000).toFixed(1)} s; ${others}`
    })
  }
}
