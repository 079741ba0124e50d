// Writes its arguments.
console.log(JSON.stringify(process.argv.slice(2)));
setInterval(() => {}, 1 << 30);
