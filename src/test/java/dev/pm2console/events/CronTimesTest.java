package dev.pm2console.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "* * * * * | 2026-01-31T12:30:00.020Z | true",
            "* * * * * | 2026-01-31T12:30:30Z | false",
            "*/15 * * * * | 2026-01-31T12:45:01Z | true",
            "*/15 * * * * | 2026-01-31T12:46:00Z | false",
            "*/5 * * * * * | 2026-01-31T12:46:35Z | true",
            "0 3 * * 6 | 2026-01-31T03:00:00Z | true",
            "0 3 * * sun | 2026-01-31T03:00:00Z | false",
            "0 3 1-7,31 jan * | 2026-01-31T03:00:00Z | true",
            "0 3 13 * sat | 2026-01-31T03:00:00Z | true",
            "0 3 13 * * | 2026-01-31T03:00:00Z | false",
            "@daily | 2026-01-31T00:00:00Z | true",
            "@hourly | 2026-01-31T00:30:00Z | false",
            "0 0 L * * | 2026-01-31T00:00:00Z | true",
            "what | 2026-01-31T00:00:00Z | true" })
    void timesAreThoseOfTheTimetable(String expression, Instant at, boolean due) {
        assertThat(CronTimes.isDue(expression, at, ZoneOffset.UTC)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({ "2026-01-31T02:00:00Z,true", "2026-01-31T03:00:00Z,false" })
    void timesAreThoseOfTheZone(Instant at, boolean due) {
        assertThat(CronTimes.isDue("0 3 * * *", at, ZoneId.of("Europe/Berlin"))).isEqualTo(due);
    }
}
