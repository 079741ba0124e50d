// A web server for the cluster: says which instance answers.
const http = require('http');
const port = Number(process.env.WEB_PORT || 0);
http.createServer((request, response) => response.end(String(process.pid))).listen(port, '127.0.0.1');
