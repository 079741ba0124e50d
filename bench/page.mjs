#!/usr/bin/env node
// Measures what the list of 500 live processes costs the browser: script, layout and all work of a tick, and how smoothly it scrolls.
// Prints a table in Markdown. Usage: node bench/page.mjs [--quick] [count …]   (after ./mvnw package -DskipTests; Chromium in CHROMIUM)
//
// The processes are real, PM2 is a stand-in. Those that one sees at first work a little, so that their figures change; the rest sleep.
import { Chromium } from './chromium.mjs'
import { Console, percentile, row, sleep, table, until } from './lib.mjs'
import { StandIn } from './standin.mjs'

const quick = process.argv.includes('--quick')
const counts = process.argv.slice(2).map(Number).filter(Boolean)
const TICKS = quick ? 10 : 30
const PASSWORD = 'a-long-password-of-the-bench'
const WORKING = ['perl', '-e', 'while (1) { select(undef, undef, undef, 0.5); my $x = 0; $x += $_ for 1 .. 20_000 }']

/** Frames of one ride down the list and up again, in ms between them. */
const RIDE = `new Promise(done => {
  const gaps = []
  const end = document.documentElement.scrollHeight - innerHeight
  let last = performance.now(), step = 0
  const frame = now => {
    gaps.push(now - last)
    last = now
    if (step++ === 180) return done(gaps.slice(1))
    scrollTo({ top: end * (1 - Math.abs(step - 90) / 90), behavior: 'instant' })
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
})`

async function signIn(chromium, console) {
  const made = await console.request('POST', '/api/v1/users', JSON.stringify({ name: 'bench', password: PASSWORD, role: 'admin' }))
  if (made.status >= 300) throw new Error(made.text)
  await chromium.go(`http://127.0.0.1:${console.port}/sign-in`)
  await chromium.run(`document.querySelector('[name=name]').value = 'bench'; document.querySelector('[name=password]').value = '${PASSWORD}'
    document.querySelector('form button.primary').click()`)
  await until('the list', () => chromium.run("location.pathname === '/' && Boolean(document.querySelector('#link.live'))"))
}

async function measure(count, port) {
  const daemon = new StandIn(count, id => id < 60 ? WORKING : ['sleep', '1000000'])
  const console = new Console(daemon, port)
  const chromium = new Chromium()
  try {
    await console.ready
    await until('the processes', async () => (await console.get('/api/v1/monitor')).processes.filter(it => it.cpu !== null).length === count)
    await chromium.page()
    chromium.watchSockets('/live/metrics')
    await signIn(chromium, console)
    await until('the rows', async () => await chromium.run("document.querySelectorAll('tr.proc').length") === count)
    await chromium.frames(20) // to warm up
    const before = await chromium.metrics()
    await chromium.frames(TICKS)
    await sleep(300)
    const after = await chromium.metrics()
    const tick = name => (after[name] - before[name]) * 1000 / TICKS
    const gaps = (await chromium.run(RIDE)).sort((a, b) => a - b)
    return { count, script: tick('ScriptDuration'), style: tick('RecalcStyleDuration'), layout: tick('LayoutDuration'), task: tick('TaskDuration'),
      p50: percentile(gaps, 0.5), p95: percentile(gaps, 0.95), most: gaps.at(-1) }
  } finally {
    console.end()
    daemon.end()
    await chromium.end()
  }
}

table('processes', 'script ms a tick', 'style ms', 'layout ms', 'all work of the page ms', 'scrolling: frame p50 ms', 'p95 ms', 'most ms')
for (const count of counts.length ? counts : [500]) {
  const it = await measure(count, 19619)
  row(it.count, ...[it.script, it.style, it.layout, it.task, it.p50, it.p95, it.most].map(value => value.toFixed(2)))
}
process.exit(0)
