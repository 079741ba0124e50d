package dev.pm2console.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// How far back the charts go. `address.js` knows the same.
public enum ChartRange {
    QUARTER("15m", "15 min", "15 minutes", Duration.ofMinutes(15)),
    HOUR("1h", "1 h", "hour", Duration.ofHours(1)),
    SIX_HOURS("6h", "6 h", "6 hours", Duration.ofHours(6)),
    DAY("24h", "24 h", "24 hours", Duration.ofDays(1)),
    WEEK("7d", "7 d", "7 days", Duration.ofDays(7)),
    FORTNIGHT("14d", "14 d", "14 days", Duration.ofDays(14));

    static final ChartRange USUAL = HOUR;

    private final String word;
    private final String brief;
    private final String label;
    private final Duration length;

    ChartRange(String word, String brief, String label, Duration length) {
        this.word = word;
        this.brief = brief;
        this.label = label;
        this.length = length;
    }

    /// What an address calls it.
    public String word() {
        return word;
    }

    /// What its button says.
    public String brief() {
        return brief;
    }

    /// As in "the last …".
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
