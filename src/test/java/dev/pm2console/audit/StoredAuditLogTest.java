package dev.pm2console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.audit.AuditEntry.Outcome;
import dev.pm2console.storage.Database;
import dev.pm2console.testsupport.FullDisk;
import dev.pm2console.testsupport.TestAccounts;
import dev.pm2console.testsupport.TestClock;

/// How long the audit remembers, and that nobody fills the disk with it.
class StoredAuditLogTest {

    @TempDir
    Path directory;

    /// The table goes by the system's clock.
    private final TestClock clock = new TestClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    private Database database;
    private StoredAuditLog log;

    private record Config(Duration retention, int maxEntries) implements AuditConfig {
    }

    @BeforeEach
    void open() {
        database = TestAccounts.database(directory);
        log = log(Duration.ofDays(90), 1_000_000);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private StoredAuditLog log(Duration retention, int maxEntries) {
        return new StoredAuditLog(new AuditTable(database), clock, new Config(retention, maxEntries));
    }

    /// For the second time, and with no clock set in between.
    private static void expire(StoredAuditLog log) {
        log.expire(0);
        log.expire(0);
    }

    private List<AuditEntry> all() {
        return log.find(Entries.all(), 10_000);
    }

    private AuditEntry refused(String actor) {
        return Entries.of(clock.instant(), actor, "killPM2", "web", Outcome.REFUSED);
    }

    @Test
    void retentionAndSizeHaveAFloor() {
        assertThatThrownBy(() -> log(Duration.ofHours(23), 1_000_000)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("console.audit.retention");
        assertThatThrownBy(() -> log(Duration.ofDays(1), 999)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("console.audit.max-entries");
    }

    @Test
    void entriesAreForgottenWhenTheirTimeIsUp() {
        log.record(Entries.of(clock.instant().minus(Duration.ofDays(90)).minusMillis(1), "ada", "old"));
        log.record(Entries.of(clock.instant().minus(Duration.ofDays(90)), "ada", "new"));

        expire(log);

        assertThat(all()).extracting(AuditEntry::command).containsExactly("new");
    }

    @Test
    void oldestAreForgottenWhereThereAreTooManyButNoneOfTheLastDay() {
        log = log(Duration.ofDays(90), 1_000);
        var table = new AuditTable(database);
        for (var i = 0; i < 1_000; i++) {
            table.add(List.of(Entries.of(clock.instant(), "ada", "today")));
        }
        table.add(List.of(Entries.of(clock.instant().minus(Duration.ofDays(2)), "ada", "old")));

        expire(log);

        assertThat(all()).hasSize(1_000).extracting(AuditEntry::command).containsOnly("today");
        table.add(List.of(Entries.of(clock.instant(), "ada", "today")));
        expire(log);
        assertThat(all()).hasSize(1_001);
    }

    @Test
    void floodIsWrittenDownWhenItIsOver() {
        for (var i = 0; i < AuditFlood.FREE + 5; i++) {
            log.record(refused("mallory"));
        }
        log.settle();
        assertThat(all()).hasSize(AuditFlood.FREE);

        clock.pass(Duration.ofMinutes(1));
        log.settle();

        assertThat(all()).hasSize(AuditFlood.FREE + 1);
        assertThat(all().getFirst().parameters()).containsEntry("leftOut", "4");
    }

    @Test
    void endOfTheConsoleLeavesNothingOut() {
        for (var i = 0; i < AuditFlood.FREE + 5; i++) {
            log.record(refused("mallory"));
        }

        log.close();

        assertThat(all()).hasSize(AuditFlood.FREE + 1);
        assertThat(all().getFirst().parameters()).containsEntry("leftOut", "4");
    }

    @Test
    void entryThatCanNotBeKeptBreaksNothing() {
        database.close();

        log.record(refused("ada"));
    }

    @Test
    void clockThatWasSetForwardCostsNothing() {
        log.record(refused("ada"));
        log.expire(0);
        clock.pass(Duration.ofDays(400));

        log.expire(Duration.ofMinutes(10).toNanos());

        assertThat(all()).hasSize(1);
    }

    @Test
    void whatCanNotBeWrittenNowIsWrittenLaterInItsOrder() {
        try (var _ = new FullDisk(database)) {
            log.record(large("ada"));
            log.record(large("grace"));
            log.record(large("ada"));
            assertThat(all()).isEmpty();
        }

        log.settle();

        assertThat(all()).extracting(AuditEntry::actor).containsExactly("ada", "grace", "ada");
    }

    @Test
    void whatWaitsIsWrittenWhenTheConsoleEnds() {
        try (var _ = new FullDisk(database)) {
            log.record(large("ada"));
        }

        log.close();

        assertThat(all()).hasSize(1);
    }

    @Test
    void whatWaitsForTooLongIsCountedAndTheNewestIsKept() {
        try (var _ = new FullDisk(database)) {
            for (var i = 0; i < StoredAuditLog.MOST_WAITING + 3; i++) {
                log.record(i == 0 ? large("first") : Entries.of(clock.instant(), "user-" + i, "stopProcess"));
            }
        }

        log.settle();

        assertThat(new AuditTable(database).count()).isEqualTo(StoredAuditLog.MOST_WAITING);
        assertThat(log.find(Entries.all(), 1)).extracting(AuditEntry::actor)
                .containsExactly("user-" + (StoredAuditLog.MOST_WAITING + 2));
    }

    private AuditEntry large(String actor) {
        var parameters = IntStream.range(0, 10).boxed().collect(Collectors.toMap(i -> "p" + i, _ -> "x".repeat(1_000)));
        return new AuditEntry(clock.instant(), "startProcess", "rest", actor, "admin", Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), parameters, Outcome.DONE, Optional.empty(), Duration.ZERO);
    }

    @Test
    void whatProgramsSayIsShortAndInOneLine() {
        log.record(new AuditEntry(clock.instant(), "stopProcess", "rest", "ada", "admin", Optional.of("a\r\nb\u202ec\u0000"),
                Optional.of("x".repeat(5_000)), Optional.of("🐙".repeat(300)), Optional.of("t".repeat(1_000_000)),
                Map.of("script", "s".repeat(1_000_000), "k\n", "v\u2028w"), Outcome.FAILED, Optional.of("INVALID_ARGUMENT"),
                Duration.ZERO));

        var kept = all().getFirst();
        assertThat(kept.agent()).contains("a??b?c?");
        assertThat(kept.session().orElseThrow()).hasSize(200).endsWith("x…");
        assertThat(kept.message().orElseThrow()).isEqualTo("🐙".repeat(199) + "…");
        assertThat(kept.target().orElseThrow()).hasSize(1_000).endsWith("t…");
        assertThat(kept.parameters().get("script")).hasSize(1_000).endsWith("s…");
        assertThat(kept.parameters()).containsEntry("k?", "v?w");
    }

    @Test
    void whatIsKeptOfATextIsFoundByTheWholeText() {
        log.record(Entries.by(clock.instant(), Optional.of("agent\tsmith"), Optional.of("x".repeat(300))));

        assertThat(log.find(new AuditQuery(Optional.empty(), Optional.of("agent\tsmith"), Optional.of("x".repeat(300)),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), 10)).hasSize(1);
    }
}
