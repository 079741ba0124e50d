/// What watchers are told while it happens: one shared stream each of metrics and of events, which the sockets read.
///
/// May import: `process`, `metrics`, `logs`, `events`, `audit`, the JSON generator, Mutiny.
package dev.pm2console.live;
