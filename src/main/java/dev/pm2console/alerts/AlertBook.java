package dev.pm2console.alerts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Rules and channels as they are kept; answered from memory, changed one at a time.
final class AlertBook {

    private final AlertTables tables;
    private final DestinationChange destinations;
    private final InstantSource clock;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile List<Rule> rules;
    private volatile List<Channel> channels;

    AlertBook(AlertTables tables, DestinationChange destinations, InstantSource clock) {
        this.tables = tables;
        this.destinations = destinations;
        this.clock = clock;
        this.rules = List.copyOf(tables.rules());
        this.channels = List.copyOf(tables.channels());
    }

    /// By number.
    List<Rule> rules() {
        return rules;
    }

    /// By number.
    List<Channel> channels() {
        return channels;
    }

    Rule rule(long id) {
        return rules.stream().filter(it -> it.id() == id).findFirst()
                .orElseThrow(() -> new AlertException(new AlertRefusal.Unknown("rule", id)));
    }

    Channel channel(long id) {
        return channels.stream().filter(it -> it.id() == id).findFirst()
                .orElseThrow(() -> new AlertException(new AlertRefusal.Unknown("channel", id)));
    }

    Rule add(RuleChange change) {
        changing.lock();
        try {
            if (rules.size() >= Bounds.RULES) {
                throw new AlertException(new AlertRefusal.TooMany("rules", Bounds.RULES));
            }
            var rule = known(change.asNew());
            var id = tables.add(rule);
            if (id.isEmpty()) {
                throw new AlertException(new AlertRefusal.NameTaken("rule", rule.name()));
            }
            rules = List.copyOf(tables.rules());
            return rule(id.getAsLong());
        } finally {
            changing.unlock();
        }
    }

    Rule change(long id, RuleChange change) {
        changing.lock();
        try {
            var rule = known(change.of(rule(id)));
            if (!tables.change(rule)) {
                throw new AlertException(new AlertRefusal.NameTaken("rule", rule.name()));
            }
            rules = List.copyOf(tables.rules());
            return rule(id);
        } finally {
            changing.unlock();
        }
    }

    Rule removeRule(long id) {
        changing.lock();
        try {
            var rule = rule(id);
            tables.removeRule(id);
            rules = List.copyOf(tables.rules());
            return rule;
        } finally {
            changing.unlock();
        }
    }

    Channel add(ChannelKind kind, ChannelChange change) {
        changing.lock();
        try {
            if (channels.size() >= Bounds.CHANNELS) {
                throw new AlertException(new AlertRefusal.TooMany("channels", Bounds.CHANNELS));
            }
            var channel = new Channel(0, change.name().orElseThrow(), destinations.of(kind, Optional.empty(), change));
            var id = tables.add(channel);
            if (id.isEmpty()) {
                throw new AlertException(new AlertRefusal.NameTaken("channel", channel.name()));
            }
            channels = List.copyOf(tables.channels());
            return channel(id.getAsLong());
        } finally {
            changing.unlock();
        }
    }

    Channel change(long id, ChannelChange change) {
        changing.lock();
        try {
            var before = channel(id);
            var channel = new Channel(id, change.name().orElse(before.name()),
                    destinations.of(before.destination().kind(), Optional.of(before.destination()), change));
            if (!tables.change(channel)) {
                throw new AlertException(new AlertRefusal.NameTaken("channel", channel.name()));
            }
            channels = List.copyOf(tables.channels());
            return channel(id);
        } finally {
            changing.unlock();
        }
    }

    Channel removeChannel(long id) {
        changing.lock();
        try {
            var channel = channel(id);
            var telling = rules.stream().filter(it -> it.channels().contains(id)).map(Rule::name).toList();
            if (!telling.isEmpty()) {
                throw new AlertException(new AlertRefusal.ChannelInUse(channel.name(), telling));
            }
            tables.removeChannel(id, now());
            channels = List.copyOf(tables.channels());
            return channel;
        } finally {
            changing.unlock();
        }
    }

    private Instant now() {
        return clock.instant();
    }

    /// The rule, all of whose channels there are.
    private Rule known(Rule rule) {
        var wrong = new ArrayList<AlertRefusal.Problem>();
        for (var i = 0; i < rule.channels().size(); i++) {
            var id = rule.channels().get(i);
            if (channels.stream().noneMatch(it -> it.id() == id)) {
                wrong.add(new AlertRefusal.Problem("channels[" + i + "]", "is the number of a channel"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new AlertException(new AlertRefusal.Invalid(wrong));
        }
        return rule;
    }
}
