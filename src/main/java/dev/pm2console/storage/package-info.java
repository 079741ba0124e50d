/// Where what has to outlive a restart is kept: the data directory, its key, and the one SQLite file that all features share.
/// Each feature brings the [Schema] of its own tables, and has all its SQL in one class.
///
/// May import: the JDK, the logging facade.
package dev.pm2console.storage;
