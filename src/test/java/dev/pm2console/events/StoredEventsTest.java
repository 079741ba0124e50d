package dev.pm2console.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.storage.DataDirectory;
import dev.pm2console.storage.Database;
import dev.pm2console.testsupport.FullDisk;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.TestClock;

/// Events outlast a database that can't be written for a while, and a clock that is wrong for a moment.
@Timeout(120)
class StoredEventsTest {

    private static final Ending ENDING = new Ending(OptionalInt.of(1), Optional.empty(), OptionalLong.empty(),
            OptionalLong.empty(), Collections.nCopies(10, "x".repeat(1_000)), Optional.empty());

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-04T05:06:07Z"));
    private Database database;
    private EventTable table;
    private StoredEvents events;

    private record Config(Duration retention, int maxEntries) implements EventsConfig {
    }

    @BeforeEach
    void begin() {
        database = Database.open(DataDirectory.open(directory), List.of(EventTable.SCHEMA));
        table = new EventTable(database);
        events = new StoredEvents(table, clock, new Config(Duration.ofDays(30), 10_000));
        events.start();
    }

    @AfterEach
    void end() {
        events.close();
        database.close();
    }

    @Test
    void whatCanNotBeWrittenNowIsWrittenLater() {
        try (var _ = new FullDisk(database)) {
            happens(1);
            happens(2);
            assertThat(table.count()).isZero();
        }

        Patience.await().until(() -> table.count() == 2);
    }

    @Test
    void whatWaitsIsWrittenWhenTheConsoleEnds() {
        try (var _ = new FullDisk(database)) {
            happens(1);
        }

        events.close();

        assertThat(table.count()).isEqualTo(1);
    }

    @Test
    void clockThatWasSetForwardCostsNothing() {
        happens(1);
        Patience.await().until(() -> table.count() == 1);
        events.expire(0);
        clock.pass(Duration.ofDays(400));

        events.expire(Duration.ofMinutes(10).toNanos());
        assertThat(table.count()).isEqualTo(1);

        events.expire(Duration.ofMinutes(10).toNanos());
        assertThat(table.count()).as("where it is no mistake").isZero();
    }

    private void happens(long number) {
        events.happened(new Event(number, clock.instant(), EventKind.DAEMON_UP, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of("PM2 answers"), Optional.empty(), ENDING, Standing.UNKNOWN, 1,
                false, OptionalLong.empty()));
    }
}
