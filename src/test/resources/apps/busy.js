// Uses as much of a core as it gets, and a little of the disk.
const fs = require('node:fs')
const file = `${__dirname}/busy-${process.pid}.data`
process.on('exit', () => fs.rmSync(file, { force: true }))
setInterval(() => fs.appendFileSync(file, Buffer.alloc(4096)), 200).unref()
function work () {
  const end = Date.now() + 20
  while (Date.now() < end);
  setImmediate(work)
}
work()
