package dev.pm2console.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.AlertResults;

/// Rules that most people want, to be added with one click.
public enum Preset {
    CRASH_LOOP("crash-loop", "Crash loop", "An app crashes again and again, or PM2 gave up on it", 0),
    DAEMON("daemon-down", "PM2 is down", "The PM2 daemon can’t be reached for 30 seconds", 30),
    MEMORY("memory", "Much memory", "A process takes more than 500 MB for 5 minutes", 300);

    private static final long MEMORY_BYTES = 500L << 20;

    private final String type;
    private final String title;
    private final String words;
    private final int hold;

    Preset(String type, String title, String words, int hold) {
        this.type = type;
        this.title = title;
        this.words = words;
        this.hold = hold;
    }

    /// What the form sends.
    public String type() {
        return type;
    }

    /// The rule's name.
    public String title() {
        return title;
    }

    /// What it is for.
    public String words() {
        return words;
    }

    static Optional<Preset> of(String type) {
        return Arrays.stream(values()).filter(it -> it.type.equals(type)).findFirst();
    }

    /// Those of which there is no rule yet.
    static List<Preset> missing(List<AlertResults.Rule> rules) {
        return Arrays.stream(values()).filter(it -> rules.stream().noneMatch(rule -> rule.condition().type().equals(it.type)))
                .toList();
    }

    /// The rule, which tells all channels.
    ObjectNode parameters(List<AlertResults.Channel> channels) {
        var body = JsonNodeFactory.instance.objectNode().put("name", title).put("hold", hold);
        var condition = body.putObject("condition").put("type", type);
        if (this == MEMORY) {
            condition.put("bytes", MEMORY_BYTES);
        }
        var told = body.putArray("channels");
        channels.forEach(it -> told.add(it.id()));
        return body;
    }
}
