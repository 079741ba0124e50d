package dev.pm2console.metrics.history;

/// A block and whose it is.
record OwnedBlock(SeriesKey key, Block block) {
}
