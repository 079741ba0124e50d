#!/usr/bin/env node
// Measures what measuring costs: the CPU that a packaged console uses with 1, 100 and 1,000 processes, one after the other in one run,
// and prints a table in Markdown. Usage: node bench/metrics.mjs [--quick]   (after ./mvnw package -DskipTests)
//
// The processes are real (`sleep`), PM2 is not: a thousand of its own take long to start. A stand-in on a real socket started them and
// tells their list.
import { Console, cpuSeconds, percentile, residentMb, row, sleep, table, until } from './lib.mjs'
import { StandIn } from './standin.mjs'

const quick = process.argv.includes('--quick')
const WARM_UP = quick ? 20 : 60
const SECONDS = quick ? 20 : 60

async function measure(count, port) {
  const daemon = new StandIn(count, () => ['sleep', '1000000'])
  const console = new Console(daemon, port)
  try {
    await console.ready
    await until('the list', async () => (await console.get('/api/v1/monitor')).processes.filter(it => it.cpu !== null)
      .length === count)
    await sleep(WARM_UP * 1000)
    const before = cpuSeconds(console.child.pid)
    const began = Date.now()
    await sleep(SECONDS * 1000)
    const share = 100 * (cpuSeconds(console.child.pid) - before) / ((Date.now() - began) / 1000)
    const polls = []
    for (let i = 0; i < 20; i++) {
      await sleep(1000)
      const text = (await console.request('GET', '/q/metrics')).text
      polls.push(Number(/^pm2_console_poll_seconds (\S+)/m.exec(text)[1]) * 1000)
    }
    polls.sort((a, b) => a - b)
    return { count, share, poll: percentile(polls, 0.5), least: polls[0], memory: residentMb(console.child.pid) }
  } finally {
    console.end()
    daemon.end()
  }
}

table('processes', 'CPU of the console, % of a core', 'more than with 1', 'a tick, median ms', 'least ms', 'resident MB')
const results = []
for (const count of [1, 100, 1000]) results.push(await measure(count, 19617))
for (const it of results) {
  row(it.count, it.share.toFixed(2), (it.share - results[0].share).toFixed(2), it.poll.toFixed(2), it.least.toFixed(2), it.memory.toFixed(0))
}
process.exit(0)
