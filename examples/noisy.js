// Writes what log viewers have trouble with: JSON, stack traces, emoji and CJK, colours, progress bars; and a flood of
// FLOOD lines a second (or the first argument), where that is asked for.
'use strict'

const flood = Number(process.argv[2] ?? process.env.FLOOD ?? 0)
const colour = (code, text) => `\u001b[${code}m${text}\u001b[0m`
let turn = 0
let lines = 0

function json (level, msg, fields) {
  console.log(JSON.stringify({ time: new Date().toISOString(), level, msg, ...fields }))
}

const turns = [
  () => json('info', 'request', { method: 'GET', path: '/basket', status: 200, tookMs: 12, user: { id: 7, name: 'Ada' } }),
  () => console.log('🚀 deployed 部署完成 デプロイ完了 배포 완료 👩‍👩‍👧 naïve café'),
  () => console.log(`${colour(32, 'GET')} /orders ${colour('1;33', '304')} ${colour('38;5;208', 'orange of 256')} ${colour('38;2;120;80;240', 'a true colour')} ${colour('41;37', ' red ')}`),
  () => console.error(new Error('the payment was refused').stack),
  () => json('warn', 'cache is nearly full', { used: 0.93, keys: 18204 }),
  () => {
    for (let done = 0; done <= 100; done += 20) process.stdout.write(`\rbuilding [${'#'.repeat(done / 5).padEnd(20)}] ${done}%`)
    process.stdout.write('\n')
  },
  () => console.error('[ERROR] upstream answered 503, trying again'),
  () => console.log(`a long line ${'which goes on and on '.repeat(20)}`),
  () => json('debug', 'pool', { free: 8, busy: 2 })
]

setInterval(() => turns[turn++ % turns.length](), 700)
if (flood) {
  const every = 20 // ms
  setInterval(() => {
    let text = ''
    for (let i = 0; i < flood * every / 1000; i++) text += `flood line ${lines++} of many, as fast as it is asked for\n`
    process.stdout.write(text)
  }, every)
}
