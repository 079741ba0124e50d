package dev.pm2console.command;

import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import dev.pm2console.alerts.ChannelChange;
import dev.pm2console.alerts.ChannelKind;
import dev.pm2console.alerts.RuleChange;

/// What is done about alerts: their rules, and the channels that they tell.
public sealed interface AlertCommand<R> extends Command<R> {

    @Override
    default Operation operation() {
        return switch (this) {
            case ListAlerts _ -> Operation.LIST_ALERTS;
            case ListRules _ -> Operation.LIST_ALERT_RULES;
            case AddRule _ -> Operation.ADD_ALERT_RULE;
            case ChangeRule _ -> Operation.CHANGE_ALERT_RULE;
            case RemoveRule _ -> Operation.REMOVE_ALERT_RULE;
            case ListChannels _ -> Operation.LIST_ALERT_CHANNELS;
            case AddChannel _ -> Operation.ADD_ALERT_CHANNEL;
            case ChangeChannel _ -> Operation.CHANGE_ALERT_CHANNEL;
            case RemoveChannel _ -> Operation.REMOVE_ALERT_CHANNEL;
            case TestChannel _ -> Operation.TEST_ALERT_CHANNEL;
        };
    }

    /// @param limit the most of the past alerts, and of the deliveries
    record ListAlerts(
            @Max(value = 1_000, message = "is at most 1000") @Min(value = 1, message = "is at least 1") int limit)
            implements
                AlertCommand<AlertResults.Alerts> {
    }

    record ListRules() implements AlertCommand<AlertResults.Rules> {
    }

    record AddRule(RuleChange rule) implements AlertCommand<AlertResults.Rule> {
        @Override
        public Optional<String> target() {
            return rule.name().map(name -> "rule:" + name);
        }
    }

    record ChangeRule(@Min(value = 1, message = "is a rule's number") long id, RuleChange rule)
            implements
                AlertCommand<AlertResults.Rule> {
        @Override
        public Optional<String> target() {
            return Optional.of("rule:#" + id);
        }
    }

    record RemoveRule(@Min(value = 1, message = "is a rule's number") long id) implements AlertCommand<AlertResults.Rule> {
        @Override
        public Optional<String> target() {
            return Optional.of("rule:#" + id);
        }
    }

    record ListChannels() implements AlertCommand<AlertResults.Channels> {
    }

    record AddChannel(ChannelKind kind, ChannelChange channel) implements AlertCommand<AlertResults.Channel> {
        @Override
        public Optional<String> target() {
            return channel.name().map(name -> "channel:" + name);
        }
    }

    record ChangeChannel(@Min(value = 1, message = "is a channel's number") long id, ChannelChange channel)
            implements
                AlertCommand<AlertResults.Channel> {
        @Override
        public Optional<String> target() {
            return Optional.of("channel:#" + id);
        }
    }

    record RemoveChannel(@Min(value = 1, message = "is a channel's number") long id)
            implements
                AlertCommand<AlertResults.Channel> {
        @Override
        public Optional<String> target() {
            return Optional.of("channel:#" + id);
        }
    }

    record TestChannel(@Min(value = 1, message = "is a channel's number") long id)
            implements
                AlertCommand<AlertResults.Tested> {
        @Override
        public Optional<String> target() {
            return Optional.of("channel:#" + id);
        }
    }
}
