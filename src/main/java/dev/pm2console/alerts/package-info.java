/// Rules over what processes and the daemon do, the channels that are told when one holds, and how that is delivered.
///
/// May import: process, storage, accounts, metrics, logs, events, audit.
package dev.pm2console.alerts;
