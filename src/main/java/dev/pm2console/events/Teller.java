package dev.pm2console.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What the life of a process needs around it: who saw and who asked, and who is told.
interface Teller {

    Witness witness();

    Askers askers();

    /// The daemon's time zone, which is taken to be the console's.
    ZoneId zone();

    /// Tells an event, and answers it with its number.
    Event tell(ProcessLife of, Telling telling);

    /// Tells an event of the daemon.
    void tellOfDaemon(Telling telling);

    /// An event that is yet to get its number.
    ///
    /// @param retells an earlier one that this one tells again
    record Telling(Instant at, EventKind kind, Optional<Why> why, Ending ending, Standing standing, int count, boolean aside,
            Optional<Event> retells) {

        static Telling of(Instant at, EventKind kind, Why why) {
            return new Telling(at, kind, Optional.of(why), Ending.NONE, Standing.UNKNOWN, 1, false, Optional.empty());
        }

        Telling ending(Ending ending) {
            return new Telling(at, kind, why, ending, standing, count, aside, retells);
        }

        Telling standing(Standing standing) {
            return new Telling(at, kind, why, ending, standing, count, aside, retells);
        }

        Telling count(int count) {
            return new Telling(at, kind, why, ending, standing, count, aside, retells);
        }

        Telling aside(boolean aside) {
            return new Telling(at, kind, why, ending, standing, count, aside, retells);
        }

        Telling retells(Optional<Event> retells) {
            return new Telling(at, kind, why, ending, standing, count, aside, retells);
        }
    }
}
