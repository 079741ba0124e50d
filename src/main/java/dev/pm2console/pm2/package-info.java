/// PM2 behind the vocabulary's port: its sockets, its command line and its home directory.
///
/// May import: the JDK, Jackson, `process` and `pm2.wire`.
package dev.pm2console.pm2;
