// How long the console takes to start, and what it holds when nearly nothing is asked of it.
import { Console, Daemon, cpuSeconds, isNative, median, residentMb, row, sleep, table, until } from './lib.mjs'

const PROCESSES = 20

/** For a server that has other work: docs/deployment.md. */
const SMALL = ['-XX:TieredStopAtLevel=1', '-XX:+UseCompactObjectHeaders']

export async function start(quick) {
  const runs = quick ? 3 : 10
  console.log(`\n### Start, ${runs} times, with ${PROCESSES} processes; then one client of /live/metrics\n`)
  table('how', 'first answer, median ms', 'least ms', 'CPU until then, median s', 'resident MB after a minute', 'CPU then, % of a core')
  const daemon = new Daemon()
  try {
    daemon.start(PROCESSES, 'idle.sh')
    for (const [how, jvmOptions] of isNative ? [['native', []]] : [['JVM', []], [`JVM, \`${SMALL.join(' ')}\``, SMALL]]) {
      const times = []
      const cpu = []
      let idle
      for (let i = 0; i < runs; i++) {
        const app = new Console(daemon, 19618, [], jvmOptions)
        try {
          times.push(await app.ready)
          cpu.push(cpuSeconds(app.child.pid))
          if (i === runs - 1) idle = await watched(app, quick ? 10 : 60)
        } finally {
          await app.ended()
        }
      }
      row(how, median(times).toFixed(0), Math.min(...times).toFixed(0), median(cpu).toFixed(2), idle.memory.toFixed(0), idle.cpu.toFixed(2))
    }
  } finally {
    daemon.end()
  }
}

async function watched(app, seconds) {
  await until('the list', async () => (await app.get('/api/v1/processes')).processes.length === PROCESSES)
  const socket = await app.live('/live/metrics', () => {})
  await sleep(seconds * 500)
  const before = cpuSeconds(app.child.pid)
  await sleep(seconds * 500)
  const cpu = 100 * (cpuSeconds(app.child.pid) - before) / (seconds / 2)
  socket.destroy()
  return { cpu, memory: residentMb(app.child.pid) }
}
