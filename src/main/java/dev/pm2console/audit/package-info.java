/// Who did what: callers and their roles, and every command that was asked for, through every door, with its outcome.
///
/// May import: `process`, the logging facade, the JDK.
package dev.pm2console.audit;
