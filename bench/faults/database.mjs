// Faults of the data directory: its database, its disk, and the end of the console at any moment.
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { sleep, until } from '../lib.mjs'
import { answered, must, noTraces } from './report.mjs'

const WELL = { health: 200, status: 200, list: 200, logs: 200, events: 200, audit: 200 }

function sql(file, ...statements) {
  return execFileSync('sqlite3', [file, ...statements], { encoding: 'utf8' }).trim()
}

/** Another program that begins to write and does not go on. */
async function holder(file) {
  const child = spawn('sqlite3', [file], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.write('BEGIN IMMEDIATE;\nSELECT \'held\';\n')
  await new Promise(done => child.stdout.once('data', done))
  return { end: () => new Promise(done => { child.once('close', done); child.kill('SIGKILL') }) }
}

function overwrite(file, from, length) {
  const fd = fs.openSync(file, 'r+')
  fs.writeSync(fd, randomBytes(length), 0, length, from)
  fs.closeSync(fd)
}

async function act(app) {
  return (await app.ask('POST', '/api/v1/processes/0/reset')).status
}

/** Where nothing may be lost: the audit knows what was done before and now. */
async function goesOn(app) {
  must(await act(app) === 200, 'a command failed')
  const seen = answered(await app.answers(), WELL)
  must((await app.audit()).some(it => it.command === 'resetMetadata'), 'the audit does not have it')
  return seen
}

export async function corruption(report, app) {
  const db = app.file('console.db')
  const cases = [
    ['garbage in the whole file', () => overwrite(db, 0, fs.statSync(db).size)],
    ['garbage in a page in the middle', () => overwrite(db, Math.floor(fs.statSync(db).size / 8192) * 4096, 4096)],
    ['half of the file gone', () => fs.truncateSync(db, Math.floor(fs.statSync(db).size / 2))],
  ]
  for (const [name, damage] of cases) {
    await report.fault(`database: ${name}`, 'starts, says so, keeps it aside (0600), set-up is open; the key stays', async () => {
      await app.stop()
      const key = fs.readFileSync(app.file('console.key'))
      damage()
      const damaged = fs.readFileSync(db)
      const before = app.aside()
      await app.start()
      const kept = app.aside().filter(it => !before.includes(it))
      must(kept.length === 1 && fs.readFileSync(app.file(kept[0])).equals(damaged), `kept aside: ${kept}`)
      must((fs.statSync(app.file(kept[0])).mode & 0o777) === 0o600, 'it is open to others')
      must(fs.readFileSync(app.file('console.key')).equals(key), 'the key is another')
      must(/damaged/.test(app.said()) && app.said().includes(kept[0]) && /setup\?token=/.test(app.said()), 'it says nothing')
      const seen = await goesOn(app)
      noTraces(app)
      return `kept as \`${kept[0]}\`; ${seen}`
    })
  }

  await report.fault('database: damaged while the console runs', 'what needs it fails and says why, the rest works; the next start keeps it aside', async () => {
    await goesOn(app)
    await app.stop()
    await app.start() // so that nothing is in SQLite's log any more
    overwrite(db, 4096, fs.statSync(db).size - 4096)
    const audit = (await app.ask('GET', '/api/v1/audit')).status
    const health = (await app.ask('GET', '/q/health')).status
    const list = (await app.ask('GET', '/api/v1/processes')).status
    must(audit === 500 && /damaged/.test(app.said()), `audit ${audit}, and it says nothing`)
    noTraces(app)
    await app.stop()
    const before = app.aside().length
    await app.start()
    const after = app.aside().length
    must(after === before + 1, 'nothing is kept aside')
    return `audit ${audit}, list ${list}, health ${health}; ${after - before} kept aside at the next start; ${await goesOn(app)}`
  })

  await report.fault('database: garbage in its log (WAL)', 'the file itself stays as it was', async () => {
    await goesOn(app)
    await app.stop()
    const before = sql(db, 'SELECT count(*) FROM audit')
    fs.writeFileSync(`${db}-wal`, randomBytes(50_000))
    const aside = app.aside().length
    await app.start()
    must(app.aside().length === aside, 'it was kept aside')
    const count = (await app.audit()).length
    must(count >= Number(before), `${count} of ${before} entries`)
    noTraces(app)
    return `${before} entries of the audit before, ${count} after; ${await goesOn(app)}`
  })

  await report.fault('database: no bytes', 'a new one begins, and that is said', async () => {
    await app.stop()
    fs.truncateSync(db, 0)
    await app.start()
    must(/gone or empty/.test(app.said()), 'it says nothing')
    noTraces(app)
    return `said; ${await goesOn(app)}`
  })

  await report.fault('database: a directory in its place', 'does not start: one sentence, exit code 1; nothing is touched', async () => {
    await app.stop()
    fs.renameSync(db, `${db}.mine`)
    fs.mkdirSync(db)
    const code = await app.startInVain()
    const line = app.said().split('\n').find(it => it.includes('console.db')) ?? app.said()
    fs.rmdirSync(db)
    fs.renameSync(`${db}.mine`, db)
    must(code === 1 && app.traces() === 0, `exit code ${code}, ${app.traces()} lines of stack traces: ${line}`)
    await app.start()
    return `exit code 1, "${line.trim().slice(-120)}"`
  })
}

export async function locked(report, app) {
  const db = app.file('console.db')
  await report.fault('database locked by another program, at the start and for 15 s', 'starts, answers, says so; what waited is written', async () => {
    await app.stop()
    const other = await holder(db)
    let during
    try {
      await app.start()
      const began = Date.now()
      must(await act(app) === 200, 'a command failed')
      const took = Date.now() - began
      during = `${answered(await app.answers(), WELL)}, the command took ${took} ms`
      await until('it is said', () => /locked by another program/.test(app.said()), 20)
      await sleep(8000)
      must(await act(app) === 200, 'a second command failed')
    } finally {
      await other.end()
    }
    await until('both are in the audit', async () => (await app.audit()).filter(it =>
      it.command === 'resetMetadata' && Date.parse(it.at) > Date.now() - 60_000).length >= 2, 30)
    must(app.aside().every(it => !it.includes('-locked')), 'kept aside')
    noTraces(app)
    return `${during}; written when it was free`
  })
}

/** On a small file system of its own, that only root can make. */
export async function fullDisk(report, app) {
  const filler = app.file('filler')
  const fill = () => {
    const fd = fs.openSync(filler, 'a')
    try {
      for (const size of [1 << 16, 1 << 12, 256, 1]) {
        try { for (;;) fs.writeSync(fd, Buffer.alloc(size)) } catch { /* full */ }
      }
    } finally { fs.closeSync(fd) }
  }
  await report.fault('disk of the data directory full for a minute', 'answers, says so; audit, events and figures wait and are written', async () => {
    app.mark = app.log.length
    const before = (await app.audit()).length
    fill()
    let done = 0
    const end = Date.now() + 60_000
    const seen = new Set()
    while (Date.now() < end) {
      if (await act(app) === 200) done++
      Object.entries(await app.answers()).forEach(([name, value]) => seen.add(`${name} ${value}`))
      await sleep(50)
    }
    const kept = (await app.audit()).length - before
    must(/disk is full/.test(app.said()), 'it says nothing')
    must([...seen].every(it => it.endsWith('200')), `answered ${[...seen].join(', ')}`)
    fs.rmSync(filler)
    const wanted = Math.min(1000, before + done)
    await until('all are in the audit', async () => (await app.audit()).length >= wanted, 30)
    noTraces(app)
    const said = app.said().split('\n').filter(it => /WARN|ERROR/.test(it)).length
    return `${done} commands, ${kept} of them in the audit while it was full, all of them after; ${said} lines of warnings`
  })

  await report.fault('start on a full disk', 'does not start: one sentence, exit code 1; as before when there is room', async () => {
    const before = (await app.audit()).length
    await app.stop()
    fill()
    app.begin()
    const end = Date.now() + 60_000
    let up = false
    while (Date.now() < end && app.over === undefined && !up) {
      up = await app.ask('GET', '/q/health').then(it => it.status === 200, () => false)
      await sleep(100)
    }
    const line = app.said().split('\n').find(it => /KB left|ERROR|can't|failed/i.test(it)) ?? ''
    const traces = app.traces()
    const outcome = up ? 'started' : `exit code ${app.over}, "${line.trim().slice(0, 300)}"`
    if (up) await app.stop()
    fs.rmSync(filler)
    await app.start()
    must((await app.audit()).length >= Math.min(before, 1000), 'entries of the audit are missing')
    must(traces === 0, `${outcome}, with ${traces} lines of stack traces`)
    return outcome
  })
}

export async function killed(report, app, rounds) {
  await report.fault(`console killed (SIGKILL) ${rounds} times while it writes`, 'no database damaged; whatever was answered is in the audit', async () => {
    let answered = 0
    const before = Number(sql(app.file('console.db'), 'SELECT count(*) FROM audit'))
    for (let round = 0; round < rounds; round++) {
      let going = true
      const writers = Array.from({ length: 4 }, async () => {
        while (going) {
          try { if (await act(app) === 200) answered++ } catch { return }
        }
      })
      await sleep(200 + Math.random() * 1500)
      await app.stop('SIGKILL')
      going = false
      await Promise.all(writers)
      await app.start()
      must(!/damaged|gone or empty/.test(app.said()), `round ${round}: ${app.said().slice(0, 400)}`)
      noTraces(app)
    }
    const after = Number(sql(app.file('console.db'), 'SELECT count(*) FROM audit'))
    const integrity = sql(app.file('console.db'), 'PRAGMA integrity_check')
    must(integrity === 'ok', integrity)
    must(after - before >= answered, `${answered} answered, ${after - before} in the audit`)
    const libraries = fs.readdirSync(app.data).filter(it => it.startsWith('sqlite-')).length
    return `${answered} commands answered, ${after - before} in the audit, integrity_check ok, ${libraries} files of the driver there`
  })
}
