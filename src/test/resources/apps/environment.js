// Writes its whole environment.
console.log(JSON.stringify(process.env));
setInterval(() => {}, 1 << 30);
