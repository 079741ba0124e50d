// Runs, and does nothing.
setInterval(() => {}, 1 << 30);
