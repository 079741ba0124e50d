// Can only be killed.
process.on('SIGINT', () => console.log('SIGINT ignored'));
setInterval(() => {}, 1 << 30);
console.log('stubborn');
