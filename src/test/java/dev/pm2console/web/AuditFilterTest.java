package dev.pm2console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.pm2console.command.ListAudit;
import dev.pm2console.command.Violation;

class AuditFilterTest {

    private final AuditFilter filter = new AuditFilter();

    @Test
    void emptyFilterWantsEverything() {
        var request = filter.request(Optional.empty(), 10);

        assertThat(request.problems()).isEmpty();
        assertThat(request.command()).isEqualTo(new ListAudit(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10));
        assertThat(filter.query()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "2026-01-31T14:30,2026-01-31T14:30:00Z", "2026-01-31T14:30:05.250,2026-01-31T14:30:05.250Z",
            "2026-01-31T14:30Z,2026-01-31T14:30:00Z", "2026-01-31T14:30+02:00,2026-01-31T12:30:00Z" })
    void timeIsUtcUnlessItNamesAZone(String typed, Instant meant) {
        filter.from = typed;

        assertThat(((ListAudit) filter.request(Optional.empty(), 10).command()).from()).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = { "yesterday", "2026-01-31", "2026-13-31T14:30", "+999999999-12-31T23:59", "-0044-03-15T12:00" })
    void whatIsNoTimeOfOursIsToldOfItsField(String typed) {
        filter.to = typed;

        assertThat(filter.request(Optional.empty(), 10).problems()).extracting(Violation::field).containsExactly("to");
    }

    @Test
    void unknownOutcomeIsToldOfItsField() {
        filter.outcome = "great";

        assertThat(filter.request(Optional.empty(), 10).problems()).extracting(Violation::field).containsExactly("outcome");
    }

    @Test
    void olderPageEndsWhereTheFilterEndsAtTheLatest() {
        filter.to = "2026-01-31T14:30";

        var later = (ListAudit) filter.request(Optional.of(Instant.parse("2026-02-01T00:00:00Z")), 10).command();
        var earlier = (ListAudit) filter.request(Optional.of(Instant.parse("2026-01-01T00:00:00Z")), 10).command();

        assertThat(later.to()).contains(Instant.parse("2026-01-31T14:30:00Z"));
        assertThat(earlier.to()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void addressesKeepWhatIsAskedFor() {
        filter.actor = "token:ci & more";
        filter.from = "2026-01-31T14:30";
        filter.before = "2026-02-01T00:00:00Z";

        assertThat(filter.query()).isEqualTo("?actor=token%3Aci+%26+more&from=2026-01-31T14%3A30");
        assertThat(filter.file("csv")).isEqualTo(filter.query() + "&format=csv");
        assertThat(filter.queryOlder(Instant.EPOCH)).isEqualTo(filter.query() + "&before=1970-01-01T00%3A00%3A00Z");
        assertThat(filter.only("agent", "x")).isEqualTo("?agent=x");
    }
}
