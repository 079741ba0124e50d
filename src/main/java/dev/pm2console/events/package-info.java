/// What happened, and why: restarts, exits, crash loops, the daemon coming and going, commands.
///
/// May import: `process`, `storage`, the configuration mapping, the logging facade, the JDK.
package dev.pm2console.events;
