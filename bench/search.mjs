#!/usr/bin/env node
// Measures the search of log files over REST beside grep and zgrep on the same files, in one run on one machine, and prints a table
// in Markdown. Usage: node bench/search.mjs [--quick]   (after ./mvnw package -DskipTests)
import fs from 'node:fs'
import path from 'node:path'
import { once } from 'node:events'
import { spawnSync } from 'node:child_process'
import { createGzip } from 'node:zlib'
import { Console, Daemon, row, table, until } from './lib.mjs'

const quick = process.argv.includes('--quick')

const MB = 1 << 20
const PLAIN = (quick ? 75 : 750) * MB
const PACKED = (quick ? 25 : 250) * MB
const RUNS = 3
const PORT = 19617

/** The same figures in each run. */
function dice(seed) {
  let state = seed
  return limit => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor(state / 4294967296 * limit)
  }
}

const WORDS = ['order', 'payment', 'session', 'cache', 'upstream', 'retry', 'user', 'invoice', 'queue', 'worker', 'shard', 'token']
const LEVELS = ['INFO', 'INFO', 'INFO', 'DEBUG', 'DEBUG', 'WARN', 'ERROR']

/** About 1 MB of lines: stamped ones, JSON, access logs, stack traces. */
function block(random, at) {
  const lines = []
  let length = 0
  let time = at
  while (length < MB) {
    time += random(20)
    const stamp = new Date(time).toISOString()
    const word = () => WORDS[random(WORDS.length)]
    const kind = random(10)
    const line = kind < 5 ? `${stamp} ${LEVELS[random(LEVELS.length)]} ${word()}-${random(1e6)} ${word()} done in ${random(3000)} ms, ${word()} ${word()}`
      : kind < 8 ? JSON.stringify({ time: stamp, level: 'info', msg: `${word()} ${word()}`, id: random(1e9), tookMs: random(5000), host: `10.0.${random(256)}.${random(256)}` })
        : kind < 9 ? `10.1.${random(256)}.${random(256)} - - [${stamp}] "GET /api/${word()}/${random(1e5)} HTTP/1.1" ${[200, 200, 304, 404, 500][random(5)]} ${random(1e5)}`
          : `${stamp} ERROR TypeError: ${word()} is not a function\n    at ${word()} (/srv/app/${word()}.js:${random(900)}:${random(80)})\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)`
    lines.push(line)
    length += line.length + 1
  }
  return [lines.join('\n') + '\n', time]
}

/** Writes so many bytes of varied lines, with three rare ones among them. */
async function write(out, size, seed) {
  const random = dice(seed)
  let time = Date.UTC(2026, 10, 1)
  const blocks = Math.round(size / MB)
  const rare = new Set([1, blocks >> 1, blocks - 2])
  for (let i = 0; i < blocks; i++) {
    const [text, end] = block(random, time)
    time = end
    const special = rare.has(i) ? `${new Date(time).toISOString()} ERROR Needle-in-the-Haystack number 4711-${i} was found\n` : ''
    if (!out.write(text + special)) await once(out, 'drain')
  }
  out.end()
}

async function files(logs) {
  const plain = fs.createWriteStream(path.join(logs, 'app-0-out.log'))
  await Promise.all([write(plain, PLAIN, 1), once(plain, 'finish')])
  const packed = fs.createWriteStream(path.join(logs, 'app-1-out__2026-11-20_00-00-00.log.gz'))
  const gzip = createGzip({ level: 6 })
  gzip.pipe(packed)
  await Promise.all([write(gzip, PACKED, 2), once(packed, 'finish')])
  return [plain.path, packed.path]
}

async function median(action) {
  await action()
  const times = []
  for (let i = 0; i < RUNS; i++) {
    const start = process.hrtime.bigint()
    await action()
    times.push(Number(process.hrtime.bigint() - start) / 1e6)
  }
  return times.sort((a, b) => a - b)[RUNS >> 1]
}

/** Runs a search; checks how many lines it told. */
async function search(app, query, expected) {
  const answer = await app.request('GET', `/api/v1/logs/search?${query}&type=out`)
  const end = JSON.parse(answer.text.trimEnd().split('\n').at(-1))
  if (end.type !== 'end' || end.matches !== expected) throw new Error(`${query}: ${answer.status} ${JSON.stringify(end)}, not ${expected} matches`)
}

function grep(command, args) {
  const run = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' }, maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${run.status} ${run.stderr}`)
  return run.stdout.trimEnd().split('\n').length
}

const daemon = new Daemon()
let app
try {
  daemon.start(2)
  const [plain, packed] = await files(path.join(daemon.home, 'logs'))
  app = new Console(daemon, PORT)
  await app.ready
  await until('list', async () => (await app.get('/api/v1/processes')).processes.length === 2)
  console.log(`${PLAIN / MB} MB plain, ${PACKED / MB} MB in a gzip file of ${(fs.statSync(packed).size / MB).toFixed(0)} MB\n`)
  table('what', 'against', 'lines', 'console ms', 'grep ms', 'console / grep')
  const regex = 'Needle-[a-z-]+Haystack number [0-9]+'
  for (const [what, query, command, args] of [
    ['a rare text', 'process=app-0&q=Needle-in-the-Haystack', 'grep', ['-F', 'Needle-in-the-Haystack', plain]],
    ['a rare text in any case', 'process=app-0&q=needle-in-the-haystack', 'grep', ['-F', '-i', 'needle-in-the-haystack', plain]],
    ['a regular expression', `process=app-0&regex=${encodeURIComponent('Needle-[a-z-]+')}Haystack`, 'grep', ['-E', 'Needle-[a-z-]+Haystack', plain]],
    ['a rare text, gzipped', 'process=app-1&q=Needle-in-the-Haystack', 'zgrep', ['-F', 'Needle-in-the-Haystack', packed]],
    ['a regular expression, gzipped', `process=app-1&regex=${encodeURIComponent(regex)}`, 'zgrep', ['-E', regex, packed]],
    ['one without a text to look for', `process=app-0&regex=${encodeURIComponent('[N][e]{2}dle-[A-Za-z-]+ [a-z]+ 4[0-9]{3}-')}`, 'grep', ['-E', '[N][e]{2}dle-[A-Za-z-]+ [a-z]+ 4[0-9]{3}-', plain]],
  ]) {
    const lines = grep(command, args)
    const theirs = await median(() => grep(command, args))
    const own = await median(() => search(app, query, lines))
    row(what, `\`${command} ${args.slice(0, -2).join(' ')}\``, lines, own.toFixed(0), theirs.toFixed(0), (own / theirs).toFixed(2))
  }
} finally {
  app?.end()
  daemon.end()
}
