// Publishes figures of itself and offers actions, by the messages that PM2 understands: what `@pm2/io` does, without it.
// Its load rises and falls, so that there is something to see.
'use strict'

const { monitorEventLoopDelay } = require('node:perf_hooks')

const lag = monitorEventLoopDelay({ resolution: 10 })
const queue = []
let done = 0
let turn = 0

lag.enable()

function publish (probes) {
  process.send?.({ type: 'axm:monitor', data: Object.fromEntries(Object.entries(probes).map(([name, [value, unit]]) =>
    [name, { value, unit, type: 'metric', historic: true }])) })
}

const actions = {
  status: () => ({ queue: queue.length, done, uptime: Math.round(process.uptime()), memory: process.memoryUsage() }),
  'add jobs': count => {
    const jobs = Number.parseInt(count ?? '10', 10)
    if (!(jobs > 0 && jobs <= 10_000)) throw new Error(`"${count}" is no number from 1 to 10000`)
    for (let i = 0; i < jobs; i++) queue.push({ at: Date.now() })
    return { added: jobs, queue: queue.length }
  },
  fail: () => { throw new Error('this action always fails') }
}

for (const name of Object.keys(actions)) {
  process.send?.({ type: 'axm:action', data: { action_name: name, action_type: 'custom', arity: actions[name].length } })
}

process.on('message', message => {
  const [name, parameter] = typeof message === 'string' ? [message] : [message.msg, message.opts]
  if (!Object.hasOwn(actions, name)) return
  let answer
  try {
    answer = actions[name](parameter ?? undefined)
  } catch (error) {
    answer = { error: error.message }
  }
  process.send({ type: 'axm:reply', data: { action_name: name, return: answer } })
})

// Keeps the processor busy for a share of each tenth of a second, which rises and falls within two minutes.
setInterval(() => {
  const share = 0.2 + 0.15 * Math.sin(turn++ / 1200 * 2 * Math.PI)
  const until = performance.now() + 100 * share
  while (performance.now() < until) {
    if (queue.shift()) done++
    Math.sqrt(Math.random())
  }
}, 100)

setInterval(() => {
  if (queue.length < 500) queue.push(...Array.from({ length: Math.floor(Math.random() * 20) }, () => ({ at: Date.now() })))
}, 1000)

setInterval(() => {
  publish({
    'Queue length': [queue.length, 'jobs'],
    'Jobs done': [done, ''],
    'Event loop lag': [Number((lag.percentile(95) / 1e6).toFixed(2)), 'ms'],
    'Heap used': [Number((process.memoryUsage().heapUsed / 2 ** 20).toFixed(2)), 'MiB']
  })
  lag.reset()
}, 1000)
