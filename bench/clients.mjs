// What live clients of metrics cost, and whether each gets its frame a second, against how many there are.
import { Console, Daemon, cpuFrom, percentile, residentMb, row, sleep, table, until } from './lib.mjs'

const PROCESSES = 20

export async function clients(quick) {
  const seconds = quick ? 5 : 30
  console.log(`\n### Live metrics of ${PROCESSES} processes, over ${seconds} s; one Node.js process is all the clients\n`)
  table('clients', 'frames each', 'least', 'a frame was on its way, p50 ms', 'p99 ms', 'CPU of the console, % of a core', 'CPU of the daemon', 'resident MB')
  const daemon = new Daemon()
  let app
  try {
    daemon.start(PROCESSES, 'idle.sh')
    app = new Console(daemon, 19620)
    await app.ready
    await until('the list', async () => (await app.get('/api/v1/processes')).processes.length === PROCESSES)
    for (const count of quick ? [1, 50] : [1, 50, 200, 500]) {
      const frames = new Array(count).fill(0)
      const delays = []
      const sockets = []
      for (let i = 0; i < count; i++) {
        sockets.push(await app.live('/live/metrics', text => {
          frames[i]++
          delays.push(Date.now() - Number(/"at":(\d+)/.exec(text)[1]))
        }))
      }
      await sleep(quick ? 2000 : 10_000)
      frames.fill(0)
      delays.length = 0
      const used = cpuFrom(app.child.pid, daemon.pid)
      await sleep(seconds * 1000)
      const [cpu, daemonCpu] = used().map(it => 100 * it / seconds)
      delays.sort((a, b) => a - b)
      const mean = frames.reduce((sum, it) => sum + it, 0) / count
      row(count, mean.toFixed(1), Math.min(...frames), percentile(delays, 0.5), percentile(delays, 0.99), cpu.toFixed(1), daemonCpu.toFixed(1),
        residentMb(app.child.pid).toFixed(0))
      sockets.forEach(socket => socket.destroy())
    }
  } finally {
    await app?.ended()
    daemon.end()
  }
}
