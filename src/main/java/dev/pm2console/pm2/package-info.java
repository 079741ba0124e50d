/// PM2 itself: the one implementation of [dev.pm2console.process.ProcessManager], over the daemon's two sockets, the
/// `pm2` command and the files of a PM2 home.
///
/// May import: the JDK, Jackson, the logging facade, `process` and `pm2.wire`. Nobody imports it but the wiring.
package dev.pm2console.pm2;
