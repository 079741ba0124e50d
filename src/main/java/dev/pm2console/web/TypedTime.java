package dev.pm2console.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A time that somebody typed: UTC where it names no zone, as a browser's field for times has none.
final class TypedTime {

    /// What is said where something else was typed.
    static final String RULE = "is a time such as 2026-01-31T14:30";

    private static final int LAST_YEAR = 9999;

    private TypedTime() {
    }

    static Optional<Instant> read(String text) {
        return Stream.<Function<String, Instant>> of(
                it -> OffsetDateTime.parse(it).toInstant(),
                it -> LocalDateTime.parse(it).toInstant(ZoneOffset.UTC))
                .flatMap(reader -> read(text, reader).stream()).findFirst();
    }

    /// What a field for a time shows: minutes, in UTC; nothing where it is no time.
    static String minutes(String text) {
        return read(text).map(it -> it.truncatedTo(ChronoUnit.MINUTES).toString().replaceFirst(":00Z$", "")).orElse("");
    }

    private static Optional<Instant> read(String text, Function<String, Instant> reader) {
        try {
            return Optional.of(reader.apply(text)).filter(it -> isOfOurTime(it));
        } catch (DateTimeException notThisForm) {
            return Optional.empty();
        }
    }

    /// A time that milliseconds can tell, and a person can mean.
    private static boolean isOfOurTime(Instant time) {
        var year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= 0 && year <= LAST_YEAR;
    }
}
