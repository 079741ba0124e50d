package dev.pm2console.events;

import java.time.Instant;
import java.util.Optional;

/// Which events are wanted; what is empty may be anything.
///
/// @param whose    of which processes; the daemon's events are for everybody
/// @param problems only what somebody may have to do something about
/// @param brief    without those that another event tells more fully
/// @param from     not before
/// @param to       before
public record EventQuery(Optional<Whose> whose, boolean problems, boolean brief, Optional<Instant> from,
        Optional<Instant> to) {

    /// All of them.
    public static final EventQuery ALL = new EventQuery(Optional.empty(), false, false, Optional.empty(), Optional.empty());

    /// Of which processes. They need not be in the list any more.
    public sealed interface Whose {

        /// @param name where it is known, as PM2 uses the numbers of processes that are gone again
        record OfId(int id, Optional<String> name) implements Whose {
        }

        record OfName(String name) implements Whose {
        }

        record OfNamespace(String namespace) implements Whose {
        }

        record OfNameOrNamespace(String text) implements Whose {
        }
    }
}
