/// What is done again and again, as long as the console runs, whatever happens to the clock.
///
/// May import: the JDK, the logging facade.
package dev.pm2console.jobs;
