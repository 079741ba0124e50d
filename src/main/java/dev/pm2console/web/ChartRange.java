package dev.pm2console.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// How far back the charts go. `address.js` knows the same.
public enum ChartRange {
    QUARTER("15m", "15 min", Duration.ofMinutes(15)),
    HOUR("1h", "1 hour", Duration.ofHours(1)),
    SIX_HOURS("6h", "6 hours", Duration.ofHours(6)),
    DAY("24h", "24 hours", Duration.ofDays(1)),
    WEEK("7d", "7 days", Duration.ofDays(7)),
    FORTNIGHT("14d", "14 days", Duration.ofDays(14));

    static final ChartRange USUAL = HOUR;

    private final String word;
    private final String label;
    private final Duration length;

    ChartRange(String word, String label, Duration length) {
        this.word = word;
        this.label = label;
        this.length = length;
    }

    /// What an address calls it.
    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    Duration length() {
        return length;
    }

    static Optional<ChartRange> of(String word) {
        return Arrays.stream(values()).filter(range -> range.word.equals(word)).findFirst();
    }
}
