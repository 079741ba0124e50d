package dev.pm2console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.audit.AuditEntry.Outcome;
import dev.pm2console.storage.Database;
import dev.pm2console.storage.StorageException;
import dev.pm2console.testsupport.TestAccounts;

/// Entries are kept as they are, found by what they are about, and not changed by anybody.
class AuditTableTest {

    @TempDir
    Path directory;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private Database database;
    private AuditTable table;

    @BeforeEach
    void open() {
        database = TestAccounts.database(directory);
        table = new AuditTable(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static AuditQuery query(Optional<String> actor, Optional<String> agent, Optional<String> session,
            Optional<String> process, Optional<Outcome> outcome) {
        return new AuditQuery(actor, agent, session, process, outcome, Optional.empty(), Optional.empty());
    }

    private List<AuditEntry> find(AuditQuery query) {
        return table.page(query, Optional.empty(), 1_000).entries();
    }

    private static AuditQuery time(Optional<Instant> from, Optional<Instant> to) {
        return new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), from,
                to);
    }

    @Test
    void entryComesBackAsItWas() {
        var entry = Entries.of(now, "ada", "scaleProcess", "name:web", Outcome.FAILED);
        var bare = Entries.by(now.minusSeconds(1), Optional.empty(), Optional.empty());

        add(entry);
        add(bare);

        assertThat(find(Entries.all())).containsExactly(entry, bare);
    }

    @Test
    void newestComesFirstWhateverTheOrderTheyCameIn() {
        add(Entries.of(now.minusSeconds(1), "ada", "second"));
        add(Entries.of(now, "ada", "third"));
        add(Entries.of(now.minusSeconds(2), "ada", "first"));
        add(Entries.of(now, "ada", "fourth, of the same moment"));

        assertThat(find(Entries.all())).extracting(AuditEntry::command)
                .containsExactly("fourth, of the same moment", "third", "second", "first");
    }

    @Test
    void whoAskedIsFoundInUpperAndLowerCase() {
        add(Entries.of(now, "Ada", "hers"));
        add(Entries.of(now, "token:ada", "of a token"));

        assertThat(find(query(Optional.of("aDA"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .extracting(AuditEntry::command).containsExactly("hers");
    }

    @Test
    void agentAndItsSessionAreFound() {
        var wanted = Entries.by(now, Optional.of("bot"), Optional.of("s-2"));
        add(wanted);
        add(Entries.by(now, Optional.of("bot"), Optional.of("s-3")));
        add(Entries.by(now, Optional.of("other"), Optional.of("s-2")));
        add(Entries.by(now, Optional.empty(), Optional.empty()));

        assertThat(find(query(Optional.empty(), Optional.of("bot"), Optional.empty(), Optional.empty(), Optional.empty())))
                .hasSize(2);
        assertThat(find(query(Optional.empty(), Optional.of("bot"), Optional.of("s-2"), Optional.empty(), Optional.empty())))
                .containsExactly(wanted);
    }

    @Test
    void targetAndOutcomeAreFound() {
        add(Entries.of(now, "ada", "a", "web", Outcome.DONE));
        add(Entries.of(now, "ada", "b", "web", Outcome.REFUSED));
        add(Entries.of(now, "ada", "c", "worker", Outcome.REFUSED));

        assertThat(find(query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("web"), Optional.empty())))
                .extracting(AuditEntry::command).containsExactly("b", "a");
        assertThat(find(query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(Outcome.REFUSED)))).extracting(AuditEntry::command).containsExactly("c", "b");
        assertThat(find(query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("web"),
                Optional.of(Outcome.REFUSED)))).extracting(AuditEntry::command).containsExactly("b");
    }

    @Test
    void timeIsFromAndBefore() {
        for (var second = 0; second < 4; second++) {
            add(Entries.of(now.plusSeconds(second), "ada", "at " + second));
        }

        assertThat(find(time(Optional.of(now.plusSeconds(1)), Optional.of(now.plusSeconds(3)))))
                .extracting(AuditEntry::command).containsExactly("at 2", "at 1");
        assertThat(find(time(Optional.of(now.plusSeconds(4)), Optional.empty()))).isEmpty();
    }

    @Test
    void whatIsLookedForIsOnlyLookedFor() {
        add(Entries.of(now, "ada", "a"));

        for (var text : List.of("' OR '1'='1", "%", "ada'; DROP TABLE audit; --")) {
            assertThat(find(query(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                    .isEmpty();
            assertThat(find(query(Optional.empty(), Optional.of(text), Optional.of(text), Optional.of(text),
                    Optional.empty()))).isEmpty();
        }
        assertThat(find(Entries.all())).hasSize(1);
    }

    @Test
    void pagesHaveEveryEntryOnceAlsoThoseOfOneMoment() {
        IntStream.range(0, 25).forEach(i -> add(Entries.of(now.plusMillis(i / 10), "ada", "entry " + i)));
        var seen = new ArrayList<String>();

        var page = table.page(Entries.all(), Optional.empty(), 10);
        add(Entries.of(now.plusSeconds(1), "ada", "too late to be on a page"));
        page.entries().forEach(entry -> seen.add(entry.command()));
        while (page.next().isPresent()) {
            page = table.page(Entries.all(), page.next(), 10);
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(10);
            page.entries().forEach(entry -> seen.add(entry.command()));
        }

        assertThat(seen).isEqualTo(IntStream.range(0, 25).mapToObj(i -> "entry " + (24 - i)).toList());
    }

    @Test
    void pageThatIsNotFullIsTheLast() {
        assertThat(table.page(Entries.all(), Optional.empty(), 10)).isEqualTo(new AuditPage(List.of(), Optional.empty()));
        add(Entries.of(now, "ada", "a"));

        assertThat(table.page(Entries.all(), Optional.empty(), 2).next()).isEmpty();
        var full = table.page(Entries.all(), Optional.empty(), 1);
        assertThat(table.page(Entries.all(), full.next(), 1)).isEqualTo(new AuditPage(List.of(), Optional.empty()));
    }

    @Test
    void nothingIsEverChanged() {
        add(Entries.of(now.minus(Duration.ofDays(50)), "mallory", "killPM2"));

        assertThatThrownBy(() -> sql("UPDATE audit SET actor = 'ada'")).isInstanceOf(StorageException.class)
                .hasMessageContaining("the audit is not changed");
        assertThatThrownBy(() -> sql("INSERT OR REPLACE INTO audit SELECT id, at, command, door, 'ada', role, agent, session,"
                + " message, target, parameters, outcome, code, took_ms FROM audit")).isInstanceOf(StorageException.class)
                .hasMessageContaining("the audit is not changed");
        assertThat(find(Entries.all())).extracting(AuditEntry::actor).containsExactly("mallory");
    }

    @Test
    void nothingOfTheLastDayIsRemovedByAnybody() {
        add(Entries.of(now, "mallory", "killPM2"));
        add(Entries.of(now.minus(Duration.ofHours(23)), "mallory", "killPM2"));

        assertThatThrownBy(() -> sql("DELETE FROM audit")).isInstanceOf(StorageException.class)
                .hasMessageContaining("the audit of the last day is kept");
        assertThatThrownBy(() -> sql("DELETE FROM audit WHERE actor = 'mallory'")).isInstanceOf(StorageException.class);
        assertThat(table.removeBefore(now.plus(Duration.ofDays(1)))).isZero();
        assertThat(table.keepNewest(0)).isZero();
        assertThat(table.count()).isEqualTo(2);
    }

    @Test
    void whatIsOlderIsRemoved() {
        add(Entries.of(now.minus(Duration.ofDays(91)), "ada", "old"));
        add(Entries.of(now.minus(Duration.ofDays(89)), "ada", "new"));

        assertThat(table.removeBefore(now.minus(Duration.ofDays(90)))).isEqualTo(1);

        assertThat(find(Entries.all())).extracting(AuditEntry::command).containsExactly("new");
    }

    @Test
    void oldestGoFirstWhereThereAreTooMany() {
        add(Entries.of(now, "ada", "today"));
        add(Entries.of(now.minus(Duration.ofDays(3)), "ada", "oldest"));
        add(Entries.of(now.minus(Duration.ofDays(2)), "ada", "old"));

        assertThat(table.keepNewest(2)).isEqualTo(1);
        assertThat(find(Entries.all())).extracting(AuditEntry::command).containsExactly("today", "old");
        assertThat(table.keepNewest(2)).isZero();
        assertThat(table.keepNewest(0)).isEqualTo(1);
        assertThat(find(Entries.all())).extracting(AuditEntry::command).containsExactly("today");
    }

    private void add(AuditEntry entry) {
        table.add(List.of(entry));
    }

    private void sql(String text) {
        database.write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(text);
            }
        });
    }
}
