package dev.pm2console.alerts;

import java.util.Locale;

/// What a webhook understands.
public enum Shape {
    /// The alert with all its facts.
    JSON,
    /// A text for Slack, and for what takes the same.
    SLACK,
    /// A text for Discord.
    DISCORD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
