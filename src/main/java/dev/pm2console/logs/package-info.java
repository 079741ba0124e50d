/// What processes write: the files that PM2 keeps of it.
///
/// May import: `process`, the JDK.
package dev.pm2console.logs;
