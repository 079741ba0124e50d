/// What watchers are told while it happens: one shared stream each of metrics, of log lines and of events, which the sockets read.
///
/// May import: `process`, `metrics`, `logs`, `events`, `audit`, the JSON generator, RE2/J, Mutiny.
package dev.pm2console.live;
