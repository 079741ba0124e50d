// A background worker: works through jobs, logs a line of JSON for each, obeys lines on its standard input.
'use strict'

const readline = require('node:readline')

let paused = false
let jobs = 0

function log (level, msg, fields = {}) {
  const line = JSON.stringify({ time: new Date().toISOString(), level, msg, ...fields })
  if (level === 'error') {
    console.error(line)
  } else {
    console.log(line)
  }
}

// Keeps a core busy for a while, so that there is something to see.
function work (ms) {
  const end = performance.now() + ms
  let sum = 0
  while (performance.now() < end) {
    sum += Math.sqrt(sum + 1)
  }
}

function nextJob () {
  if (paused) {
    return
  }
  const job = ++jobs
  const started = performance.now()
  work(20 + Math.random() * (job % 10 === 0 ? 800 : 120))
  const tookMs = Math.round(performance.now() - started)
  if (job % 25 === 0) {
    log('error', 'job failed', { job, tookMs, reason: 'upstream answered 503' })
  } else if (tookMs > 300) {
    log('warn', 'job was slow', { job, tookMs })
  } else {
    log(job % 5 === 0 ? 'debug' : 'info', 'job done', { job, tookMs })
  }
}

const commands = {
  pause: () => { paused = true },
  resume: () => { paused = false },
  status: () => {}
}

readline.createInterface({ input: process.stdin }).on('line', line => {
  const command = line.trim()
  if (Object.hasOwn(commands, command)) {
    commands[command]()
    log('info', paused ? 'paused' : 'working', { jobs })
  } else {
    log('warn', 'unknown command', { command, known: Object.keys(commands) })
  }
})

const timer = setInterval(nextJob, 1000)
log('info', 'worker started', { pid: process.pid })

process.once('SIGINT', () => {
  clearInterval(timer)
  log('info', 'worker stopped', { jobs })
  process.exit(0)
})
