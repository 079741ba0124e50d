// How long the console takes to start, and what it holds when nearly nothing is asked of it.
import { Console, Daemon, cpuSeconds, percentile, residentMb, row, sleep, table, until } from './lib.mjs'

const PROCESSES = 20

export async function start(quick) {
  const runs = quick ? 3 : 10
  console.log(`\n### Start, ${runs} times, with ${PROCESSES} processes; then one client of /live/metrics\n`)
  const daemon = new Daemon()
  daemon.start(PROCESSES, 'idle.sh')
  try {
    const times = []
    const cpu = []
    let idle
    for (let i = 0; i < runs; i++) {
      const app = new Console(daemon, 19618)
      times.push(await app.ready)
      cpu.push(cpuSeconds(app.child.pid))
      if (i === runs - 1) idle = await watched(app, quick ? 10 : 60)
      await app.ended()
    }
    times.sort((a, b) => a - b)
    cpu.sort((a, b) => a - b)
    table('first answer, median ms', 'least ms', 'CPU until then, median s', 'resident MB after a minute', 'CPU then, % of a core')
    row(percentile(times, 0.5).toFixed(0), times[0].toFixed(0), percentile(cpu, 0.5).toFixed(2), idle.memory.toFixed(0), idle.cpu.toFixed(2))
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
