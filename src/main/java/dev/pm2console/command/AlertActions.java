package dev.pm2console.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.pm2console.accounts.Caller;
import dev.pm2console.alerts.AlertException;
import dev.pm2console.alerts.AlertRefusal;
import dev.pm2console.alerts.Alerts;
import dev.pm2console.alerts.Channel;
import dev.pm2console.alerts.Condition;
import dev.pm2console.alerts.Delivery;
import dev.pm2console.alerts.Destination;
import dev.pm2console.alerts.PastAlert;
import dev.pm2console.alerts.Rule;
import dev.pm2console.alerts.Standing;
import dev.pm2console.alerts.Subject;

/// The commands for alerts.
final class AlertActions {

    private final Alerts alerts;

    AlertActions(Alerts alerts) {
        this.alerts = alerts;
    }

    Object run(Caller caller, AlertCommand<?> command) {
        try {
            return switch (command) {
                case AlertCommand.ListAlerts(var limit) -> list(limit);
                case AlertCommand.ListRules _ -> new AlertResults.Rules(alerts.rules().stream().map(this::view).toList());
                case AlertCommand.AddRule(var rule) -> view(alerts.add(rule));
                case AlertCommand.ChangeRule(var id, var rule) -> view(alerts.change(id, rule));
                case AlertCommand.RemoveRule(var id) -> view(alerts.removeRule(id));
                case AlertCommand.ListChannels _ -> new AlertResults.Channels(
                        alerts.channels().stream().map(this::view).toList(), alerts.canMail());
                case AlertCommand.AddChannel(var kind, var channel) -> view(alerts.add(kind, channel));
                case AlertCommand.ChangeChannel(var id, var channel) -> view(alerts.change(id, channel));
                case AlertCommand.RemoveChannel(var id) -> view(alerts.removeChannel(id));
                case AlertCommand.TestChannel(var id) -> view(alerts.test(id, caller.name()));
            };
        } catch (AlertException e) {
            throw new CommandException(failure(e.refusal()));
        }
    }

    private static Failure failure(AlertRefusal refusal) {
        return refusal instanceof AlertRefusal.Invalid(var problems)
                ? new Failure.InvalidArgument(problems.stream().map(it -> new Violation(it.field(), it.rule())).toList())
                : new Failure.Alert(refusal);
    }

    private AlertResults.Alerts list(int limit) {
        return new AlertResults.Alerts(alerts.standings().stream().flatMap(it -> view(it).stream()).toList(),
                alerts.recent(limit).stream().map(AlertActions::view).toList(),
                alerts.deliveries(limit).stream().map(AlertActions::view).toList(), alerts.leftOut());
    }

    private AlertResults.Rule view(Rule rule) {
        var standings = alerts.standings().stream().filter(it -> it.rule() == rule.id()).toList();
        var firing = (int) standings.stream().filter(it -> it.phase() == Standing.Phase.FIRING).count();
        return new AlertResults.Rule(rule.id(), rule.name(), rule.enabled(), rule.words(), view(rule.condition()),
                rule.holdFor().toSeconds(), rule.cooldown().toSeconds(), rule.targets().patterns(), rule.channels(),
                rule.notifyResolved(), firing, standings.size() - firing);
    }

    private static AlertResults.RuleCondition view(Condition condition) {
        var status = condition instanceof Condition.InStatus(var it) ? Optional.of(it.wire()) : Optional.<String> empty();
        var bytes = condition instanceof Condition.MemoryOver(var it) ? OptionalLong.of(it) : OptionalLong.empty();
        var percent = condition instanceof Condition.CpuOver(var it) ? OptionalDouble.of(it) : OptionalDouble.empty();
        var count = condition instanceof Condition.RestartsOver it ? OptionalInt.of(it.count()) : OptionalInt.empty();
        var time = switch (condition) {
            case Condition.RestartsOver it -> Optional.of(it.within());
            case Condition.LogSilent it -> Optional.of(it.time());
            case Condition.InStatus _ -> Optional.<Duration> empty();
            case Condition.CrashLoop _ -> Optional.<Duration> empty();
            case Condition.MemoryOver _ -> Optional.<Duration> empty();
            case Condition.CpuOver _ -> Optional.<Duration> empty();
            case Condition.DaemonDown _ -> Optional.<Duration> empty();
        };
        return new AlertResults.RuleCondition(condition.type(), status, bytes, percent, count,
                time.map(it -> OptionalLong.of(it.toSeconds())).orElse(OptionalLong.empty()));
    }

    private AlertResults.Channel view(Channel channel) {
        var told = alerts.rules().stream().filter(it -> it.channels().contains(channel.id())).map(Rule::name).toList();
        var to = channel.destination();
        return switch (to) {
            case Destination.Webhook it -> channel(channel, Optional.of(it.shape().toString()), it.authorization().isPresent(),
                    List.of(), told);
            case Destination.Ntfy it -> channel(channel, Optional.empty(), it.token().isPresent(), List.of(), told);
            case Destination.Email it -> channel(channel, Optional.empty(), false, it.recipients(), told);
        };
    }

    private static AlertResults.Channel channel(Channel channel, Optional<String> shape, boolean secret,
            List<String> recipients, List<String> told) {
        return new AlertResults.Channel(channel.id(), channel.name(), channel.destination().kind().toString(), shape,
                channel.destination().shown(), secret, recipients, told);
    }

    private static AlertResults.Tested view(Alerts.Tested tested) {
        return new AlertResults.Tested(tested.channel(), tested.delivered(), tested.detail(), tested.took().toMillis());
    }

    /// Empty for a rule that was removed in between.
    private Optional<AlertResults.Standing> view(Standing standing) {
        return alerts.rules().stream().filter(it -> it.id() == standing.rule()).findFirst()
                .map(rule -> new AlertResults.Standing(rule.id(), rule.name(), rule.conditionWords(),
                        standing.subject().map(AlertActions::view),
                        standing.phase() == Standing.Phase.FIRING ? "firing" : "pending",
                        text(standing.value()).filter(_ -> !(rule.condition() instanceof Condition.InStatus)),
                        standing.since()));
    }

    private static AlertResults.Alert view(PastAlert alert) {
        var message = alert.message();
        return new AlertResults.Alert(alert.id(), message.rule(), message.condition(),
                message.subject().map(AlertActions::view), message.text(), text(message.value()), message.since(), message.at(),
                alert.endedAt());
    }

    private static AlertResults.Delivery view(Delivery delivery) {
        return new AlertResults.Delivery(delivery.id(), delivery.alert(), delivery.message().type().wire(),
                delivery.message().rule(), delivery.channelName(), delivery.message().text(), delivery.state().toString(),
                delivery.tries(), delivery.changedAt(), delivery.nextAt(), text(delivery.detail()));
    }

    private static AlertResults.AlertProcess view(Subject subject) {
        return new AlertResults.AlertProcess(subject.id(), subject.name(), subject.namespace());
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty());
    }
}
