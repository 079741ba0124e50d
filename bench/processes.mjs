// What the list, one process and a restart cost against how many processes there are, beside PM2's own command.
import { Console, Daemon, PM2, RawRpc, cpuFrom, latencies, median, residentMb, row, table, until } from './lib.mjs'
import { spawnSync } from 'node:child_process'

const ms = value => value.toFixed(2)

export async function processes(quick) {
  const reads = []
  const commands = []
  for (const count of quick ? [1, 100] : [1, 20, 100, 500, 1000]) {
    const daemon = new Daemon()
    const app = new Console(daemon, 19619)
    try {
      daemon.start(count, count <= 20 ? 'node.js' : 'idle.sh')
      await app.ready
      await until('the list', async () => (await app.get('/api/v1/processes')).processes.length === count)
      const [warm, times, rounds] = quick ? [200, 500, 5] : [10_000, 2000, 20]
      const size = (await app.request('GET', '/api/v1/processes')).text.length / 1024
      await latencies(0, warm, () => app.request('GET', '/api/v1/processes'))
      const used = cpuFrom(app.child.pid, daemon.pid)
      const began = Date.now()
      const list = await latencies(0, times, () => app.request('GET', '/api/v1/processes'))
      const [cpu, daemonCpu] = used()
      const seconds = (Date.now() - began) / 1000
      const describe = await latencies(warm, times, () => app.request('GET', '/api/v1/processes/0/description'))
      const rpc = new RawRpc(daemon.home)
      const restarts = { raw: [], rest: [] }
      for (let i = 0; i < 5; i++) await app.request('POST', '/api/v1/processes/0/restart')
      for (let i = 0; i < rounds; i++) { // in turn, so that both meet the same machine
        restarts.raw.push((await latencies(0, 1, () => rpc.call('restartProcessId', { id: 0, env: {} }))).p50)
        restarts.rest.push((await latencies(0, 1, () => app.request('POST', '/api/v1/processes/0/restart'))).p50)
      }
      rpc.close()
      const [raw, rest] = [median(restarts.raw), median(restarts.rest)]
      reads.push([count, ms(list.p50), ms(list.p99), size.toFixed(0), ms(describe.p50), ms(describe.p99), ms(1000 * cpu / times),
        (100 * daemonCpu / seconds).toFixed(1), residentMb(app.child.pid).toFixed(0)])
      const pm2 = (...args) => command(daemon, quick ? 3 : 7, ...args)
      const [jlist, described, restarted] = [pm2('jlist'), pm2('describe', '0'), pm2('restart', '0')]
      commands.push([count, jlist.wall.toFixed(0), jlist.cpu.toFixed(0), (jlist.wall / list.p50).toFixed(0), described.wall.toFixed(0),
        (described.wall / describe.p50).toFixed(0), ms(raw), ms(rest), restarted.wall.toFixed(0), (restarted.wall / rest).toFixed(1)])
    } finally {
      await app.ended()
      daemon.end()
    }
  }
  console.log('\n### Against the number of processes: `GET /api/v1/processes`, `GET …/0/description`\n')
  table('processes', 'list p50 ms', 'list p99 ms', 'list KB', 'describe p50 ms', 'describe p99 ms', 'CPU of the console a list, ms',
    'CPU of the daemon meanwhile, % of a core', 'resident MB')
  reads.forEach(cells => row(...cells))
  console.log('\n### The same by PM2’s command, and a restart of one of them\n')
  table('processes', '`pm2 jlist` ms', 'its CPU ms', '`jlist` / list', '`pm2 describe` ms', '`describe` / describe', 'restart by the raw call, ms',
    'restart by REST, ms', '`pm2 restart` ms', '`restart` / REST')
  commands.forEach(cells => row(...cells))
}

/** Wall time and CPU of the command, in ms: the median of some runs. */
function command(daemon, runs, ...args) {
  const all = Array.from({ length: runs }, () => {
    const began = process.hrtime.bigint()
    const run = spawnSync('/usr/bin/time', ['-f', '%U %S', PM2, ...args], { env: daemon.env, encoding: 'utf8', maxBuffer: 1 << 28 })
    const wall = Number(process.hrtime.bigint() - began) / 1e6
    if (run.status !== 0) throw new Error(`pm2 ${args[0]}: ${run.stderr}`)
    const [user, system] = run.stderr.trim().split('\n').at(-1).split(' ').map(Number)
    return { wall, cpu: (user + system) * 1000 }
  })
  return { wall: median(all.map(it => it.wall)), cpu: median(all.map(it => it.cpu)) }
}
