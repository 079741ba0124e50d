/// The vocabulary: what a process, a target, a status and the daemon are, and the port [ProcessManager] through which
/// everything is done to them.
///
/// May import: the JDK only.
package dev.pm2console.process;
