// Ends by itself, with code 3, as soon as it has said so.
console.error('crashing');
setTimeout(() => process.exit(3), Number(process.env.CRASH_AFTER || 50));
