// Says again what it is told on its standard input, and which signals it got.
process.stdin.on('data', data => process.stdout.write('echo: ' + data));
for (const signal of ['SIGUSR2', 'SIGHUP']) process.on(signal, () => console.log('got ' + signal));
setInterval(() => {}, 1 << 30);
console.log('echo ready');
