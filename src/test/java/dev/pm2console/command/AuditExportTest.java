package dev.pm2console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.pm2console.audit.AuditEntry;
import dev.pm2console.audit.AuditLog;
import dev.pm2console.audit.AuditPage;
import dev.pm2console.audit.AuditPlace;
import dev.pm2console.audit.AuditQuery;
import dev.pm2console.command.AuditExport.Format;

/// A file of entries is made of pages, each of which is asked for when the one before was written.
class AuditExportTest {

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
    private static final AuditQuery ALL = new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// So many entries, which remembers how many it was asked for.
    private record Numbered(int count, List<Integer> asked) implements AuditLog {

        @Override
        public void record(AuditEntry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AuditPage page(AuditQuery query, Optional<AuditPlace> after, int limit) {
            asked.add(limit);
            var first = after.map(place -> (int) place.id()).orElse(0);
            var last = Math.min(count, first + limit);
            return new AuditPage(IntStream.range(first, last).mapToObj(Numbered::entry).toList(),
                    last < count ? Optional.of(new AuditPlace(AT, last)) : Optional.empty());
        }

        private static AuditEntry entry(int number) {
            return new AuditEntry(AT, "stopProcess", "rest", "ada", "admin", Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.of("process " + number), Map.of(), AuditEntry.Outcome.DONE, Optional.empty(),
                    Duration.ZERO);
        }
    }

    private static List<String> lines(Numbered audit, int limit, Format format) throws IOException {
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).addModule(new Jdk8Module()).build();
        var out = new ByteArrayOutputStream();
        new AuditExport(audit, ALL, limit, json).write(format, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void everyEntryIsALineOfJson() throws IOException {
        var audit = new Numbered(1_234, new ArrayList<>());

        var lines = lines(audit, ExportAudit.MOST, Format.JSON_LINES);

        assertThat(lines).hasSize(1_234).doesNotHaveDuplicates().allMatch(line -> line.startsWith("{\"at\":"));
        assertThat(lines.getLast()).contains("process 1233");
        assertThat(audit.asked()).containsExactly(500, 500, 500);
    }

    @Test
    void commaSeparatedValuesBeginWithTheirNames() throws IOException {
        assertThat(lines(new Numbered(2, new ArrayList<>()), 10, Format.CSV)).hasSize(3)
                .first().asString().startsWith("at,command,");
        assertThat(lines(new Numbered(0, new ArrayList<>()), 10, Format.CSV)).hasSize(1);
    }

    @Test
    void firstPageIsReadBeforeAnythingIsWritten() {
        var audit = new Numbered(5_000, new ArrayList<>());

        var export = new AuditExport(audit, ALL, 700, new JsonMapper());

        assertThat(export).isNotNull();
        assertThat(audit.asked()).containsExactly(500);
    }

    @Test
    void limitIsKept() throws IOException {
        var audit = new Numbered(5_000, new ArrayList<>());

        assertThat(lines(audit, 1_100, Format.JSON_LINES)).hasSize(1_100);
        assertThat(audit.asked()).containsExactly(500, 500, 100);
        assertThat(lines(new Numbered(5_000, new ArrayList<>()), 500, Format.JSON_LINES)).hasSize(500);
        assertThat(lines(new Numbered(5_000, new ArrayList<>()), 1, Format.JSON_LINES)).hasSize(1);
    }
}
