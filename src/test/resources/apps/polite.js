// A web server for the cluster that finishes its connections when PM2's graceful reload asks it to. That it did is in the
// file that its environment names.
const fs = require('fs');
const http = require('http');
const server = http.createServer((request, response) => response.end('polite')).listen(0, '127.0.0.1');
process.on('message', message => message === 'shutdown' && server.close(() => {
  fs.writeFileSync(process.env.FINISHED, String(process.pid));
  process.exit(0);
}));
