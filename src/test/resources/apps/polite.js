// A web server for the cluster that finishes its connections when PM2's graceful reload asks it to, and says so.
const http = require('http');
const server = http.createServer((request, response) => response.end('polite')).listen(0, '127.0.0.1');
process.on('message', message => message === 'shutdown' && server.close(() => {
  console.log('finished');
  process.exit(0);
}));
