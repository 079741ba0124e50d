/// What processes write: lines and what they say of themselves, and the files that PM2 keeps of them.
///
/// May import: `process`, the JDK, configuration annotations.
package dev.pm2console.logs;
