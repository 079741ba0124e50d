// What the list and one process cost against how many there are: a stand-in for PM2 tells of real processes that sleep.
import { StandIn } from './standin.mjs'
import { Console, latencies, residentMb, row, table, until } from './lib.mjs'

export async function many(quick) {
  console.log('\n### Reads against the number of processes\n')
  table('processes', 'list p50 ms', 'list p99 ms', 'list, KB', 'describe p50 ms', 'describe p99 ms', 'resident MB')
  for (const count of quick ? [1, 100] : [1, 20, 100, 500, 1000]) {
    const daemon = new StandIn(count, () => ['sleep', '1000000'])
    const app = new Console(daemon, 19619)
    try {
      await app.ready
      await until('the list', async () => (await app.get('/api/v1/processes')).processes.length === count)
      const [warm, times] = quick ? [200, 500] : [3000, 2000]
      const size = (await app.request('GET', '/api/v1/processes')).text.length / 1024
      const list = await latencies(Math.min(warm, 300_000 / count), times, () => app.request('GET', '/api/v1/processes'))
      const describe = await latencies(warm, times, () => app.request('GET', '/api/v1/processes/0/description'))
      row(count, list.p50.toFixed(2), list.p99.toFixed(2), size.toFixed(0), describe.p50.toFixed(2), describe.p99.toFixed(2),
        residentMb(app.child.pid).toFixed(0))
    } finally {
      await app.ended()
      daemon.end()
    }
  }
}
