/// What processes and the host use: sampling of process trees and of the machine out of `/proc`.
///
/// May import: the JDK, `process`.
package dev.pm2console.metrics;
