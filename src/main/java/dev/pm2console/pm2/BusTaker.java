package dev.pm2console.pm2;

import dev.pm2console.pm2.wire.BusMessage;

/// Somebody who takes messages off the bus. Called on its reading thread: waits for nothing.
interface BusTaker {

    /// Whether a message is to be offered, before its payload is read.
    ///
    /// @param length the payload's, in bytes
    boolean wants(String topic, int length);

    /// Takes a message that was wanted.
    void add(BusMessage message);

    /// No more come.
    void close();
}
