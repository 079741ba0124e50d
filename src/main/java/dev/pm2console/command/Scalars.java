package dev.pm2console.command;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/// Single values out of the text that callers send; empty where the text is something else.
final class Scalars {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Scalars() {
    }

    /// `?raw` is the same as `?raw=true`.
    static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true", "" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /// ISO 8601 with an offset or `Z`, from 1970 to 9999; to the millisecond, as it is kept.
    static Optional<Instant> instant(String text) {
        try {
            return inRange(Instant.parse(text)).map(time -> Instant.ofEpochMilli(time.toEpochMilli()));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /// Milliseconds since 1970.
    static Optional<Instant> milliseconds(String text) {
        return number(text).flatMap(it -> inRange(Instant.ofEpochMilli(it)));
    }

    /// Text, a number or a truth value, as text. A number is written as JavaScript would: 1.0 is `1`.
    static Optional<String> text(JsonNode value) {
        if (value.isFloatingPointNumber()) {
            return Double.isFinite(value.doubleValue())
                    ? Optional.of(new BigDecimal(value.asText()).stripTrailingZeros().toPlainString())
                    : Optional.empty();
        }
        return value.isTextual() || value.isNumber() || value.isBoolean() ? Optional.of(value.asText()) : Optional.empty();
    }

    private static Optional<Instant> inRange(Instant time) {
        return time.isBefore(FIRST) || time.isAfter(LAST) ? Optional.empty() : Optional.of(time);
    }
}
