package dev.pm2console.alerts;

import java.util.Locale;

/// The ways in which people are told.
public enum ChannelKind {
    WEBHOOK,
    NTFY,
    EMAIL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
