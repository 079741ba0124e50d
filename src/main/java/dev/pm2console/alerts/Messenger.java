package dev.pm2console.alerts;

/// Sends a message to where a channel leads.
@FunctionalInterface
interface Messenger {

    /// Blocks until it is known how that ended, within some seconds; never throws.
    Outcome send(Destination to, AlertMessage message);
}
