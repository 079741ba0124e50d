/// What processes used: kept at three resolutions, in memory and in the database.
///
/// May import: the JDK, `process`, `storage`, `metrics`.
package dev.pm2console.metrics.history;
