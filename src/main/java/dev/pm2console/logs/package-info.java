/// What processes write: lines, put together from what the daemon tells and kept in memory, what they say of themselves, and
/// the files that PM2 keeps of them.
///
/// May import: `process`, the JDK, annotations of injection and configuration.
package dev.pm2console.logs;
