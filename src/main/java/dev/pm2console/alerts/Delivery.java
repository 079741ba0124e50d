package dev.pm2console.alerts;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A message on its way to a channel.
///
/// @param id          its number
/// @param alert       the number of what is told
/// @param channel     the channel's number
/// @param channelName its name at that time
/// @param message     what is told
/// @param state       how far it has come
/// @param tries       how often it was tried
/// @param changedAt   when that was last
/// @param nextAt      when it is tried again, while it is pending
/// @param detail      what the other side said, or why it failed; empty before it was tried
public record Delivery(
        long id,
        long alert,
        long channel,
        String channelName,
        AlertMessage message,
        State state,
        int tries,
        Instant changedAt,
        Optional<Instant> nextAt,
        String detail) {

    /// How far a message has come.
    public enum State {
        PENDING,
        DELIVERED,
        FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
