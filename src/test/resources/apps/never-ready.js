// Never says that it is ready, and listens to nothing.
setInterval(() => {}, 1 << 30);
