// Fails now and then, in one of the ways that programs fail. PM2 starts it again.
'use strict'

const failures = [
  function uncaughtException () {
    const order = { id: 4711 }
    console.log(order.customer.name)
  },
  function unhandledRejection () {
    Promise.reject(new Error('connection to the database was lost'))
  },
  function fatalConfiguration () {
    console.error('Error: no valid certificate')
    process.exit(78)
  },
  function failureWithCause () {
    try {
      JSON.parse('{"price": ')
    } catch (cause) {
      console.error(new Error('the price list cannot be read', { cause }))
      process.exit(3)
    }
  },
  function killed () {
    process.kill(process.pid, 'SIGKILL')
  }
]

const seconds = 20 + Math.floor(Math.random() * 40)
console.log(`started; will fail in ${seconds} s`)

setInterval(() => console.log('still fine'), 5000)
setTimeout(() => failures[Math.floor(Math.random() * failures.length)](), seconds * 1000)
