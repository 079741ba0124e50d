package dev.pm2console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times as callers write them.
class ScalarsTest {

    @ParameterizedTest
    @CsvSource({ "2026-11-25T10:00:00Z, 2026-11-25T10:00:00Z", "2026-11-25T10:00:00.123Z, 2026-11-25T10:00:00.123Z",
            "2026-11-25T11:00:00+01:00, 2026-11-25T10:00:00Z", "2026-11-25T10:00:00.123456789Z, 2026-11-25T10:00:00.123Z",
            "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z" })
    void timeIsReadToTheMillisecond(String text, Instant time) {
        assertThat(Scalars.instant(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "now", "2026-11-25", "2026-11-25T10:00:00", "2026-13-25T10:00:00Z", "1795600800000",
            "1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z",
            "2026-11-25T11:00:00 01:00" })
    void otherTextIsNoTime(String text) {
        assertThat(Scalars.instant(text)).isEmpty();
    }

    @Test
    void millisecondsAreCountedFrom1970() {
        assertThat(Scalars.milliseconds("1795600800123")).contains(Instant.ofEpochMilli(1795600800123L));
        assertThat(Scalars.milliseconds("0")).contains(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-1", "1.5", "1e3", "253402300800000", "999999999999999999", "9999999999999999999" })
    void otherNumbersAreNoTime(String text) {
        assertThat(Scalars.milliseconds(text)).isEmpty();
    }
}
