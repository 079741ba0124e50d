/// Who did what: every command that was asked for, through every door, with its outcome; and sign-ins.
///
/// May import: `storage`, the JSON library, the logging facade, the JDK.
package dev.pm2console.audit;
