/// What is done again and again, as long as the console runs.
///
/// May import: the JDK, the logging facade.
package dev.pm2console.jobs;
