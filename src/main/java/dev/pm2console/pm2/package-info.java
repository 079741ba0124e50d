/// PM2 itself: the one implementation of [dev.pm2console.process.ProcessManager], over the daemon's two sockets, the
/// `pm2` command and the files of a PM2 home.
///
/// May import: `process`, `pm2.wire`, the JSON parser, the JDK. Nobody imports it but the wiring.
package dev.pm2console.pm2;
