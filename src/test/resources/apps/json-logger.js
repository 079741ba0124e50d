// Writes JSON lines, one to each stream.
console.log(JSON.stringify({ level: 'info', msg: 'to the output' }));
console.error(JSON.stringify({ level: 'error', msg: 'to the errors' }));
setInterval(() => {}, 1 << 30);
