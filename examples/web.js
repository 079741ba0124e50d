// An HTTP server for cluster mode: it says when it is ready, and a reload loses no request.
'use strict'

const http = require('node:http')

const port = Number(process.env.PORT || 3000)
const instance = process.env.NODE_APP_INSTANCE || '0'

const server = http.createServer((request, response) => {
  console.log(`${request.method} ${request.url}`)
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end(`Hello from instance ${instance}, process ${process.pid}\n`)
})

server.on('error', error => {
  console.error(error.message)
  process.exit(1)
})

// Only on this machine: it is an example.
server.listen(port, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${port}`)
  if (process.send) {
    process.send('ready')
  }
})

// PM2 stops and reloads with SIGINT: answer what was asked, then go. Not at once: a connection that was on its way to this
// instance is handed to another one, as long as there is somebody to hand it back.
process.once('SIGINT', () => {
  console.log('no new connections; finishing the open ones')
  server.close(() => setTimeout(() => process.exit(0), 500))
  server.closeIdleConnections()
})
