package dev.pm2console.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pm2console.alerts.Bounds;
import dev.pm2console.alerts.ChannelChange;
import dev.pm2console.alerts.ChannelKind;
import dev.pm2console.alerts.Condition;
import dev.pm2console.alerts.RuleChange;
import dev.pm2console.alerts.Shape;
import dev.pm2console.alerts.Targets;
import dev.pm2console.process.Status;

/// Makes commands for alerts of what callers send; as [Requests] does for the others. What is out of bounds is noted here,
/// because the records of alerts refuse to be made of it.
public final class AlertRequests {

    private static final List<String> TYPES = List.of("status", "crash-loop", "memory", "cpu", "restarts", "silence",
            "daemon-down");
    /// The statuses that a rule can be about, the usual ones first.
    public static final List<Status> STATUSES = List.of(Status.ERRORED, Status.STOPPED, Status.WAITING_RESTART,
            Status.LAUNCHING, Status.STOPPING, Status.ONLINE);
    private static final String SECONDS = "is a number of seconds, at most ";

    private AlertRequests() {
    }

    public static Request<AlertResults.Alerts> list(Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        return fields.request(new AlertCommand.ListAlerts(Math.clamp(fields.whole("limit").orElse(100L), -1,
                Integer.MAX_VALUE)));
    }

    public static Request<AlertResults.Rule> addRule(JsonNode body) {
        var fields = Fields.of(body);
        fields.require("name", Optional.empty());
        fields.require("condition", Optional.empty());
        var change = rule(fields);
        // placeholders: what is missing is noted
        return fields.request(new AlertCommand.AddRule(new RuleChange(change.name().or(() -> Optional.of("?")),
                change.enabled(), change.condition().or(() -> Optional.of(new Condition.DaemonDown())), change.holdFor(),
                change.cooldown(), change.targets(), change.channels(), change.notifyResolved())));
    }

    public static Request<AlertResults.Rule> changeRule(String id, JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new AlertCommand.ChangeRule(number(id), rule(fields)));
    }

    public static Request<AlertResults.Rule> removeRule(String id, Map<String, String> query) {
        return Fields.ofQuery(query).request(new AlertCommand.RemoveRule(number(id)));
    }

    public static Request<AlertResults.Channel> addChannel(JsonNode body) {
        var fields = Fields.of(body);
        fields.require("name", Optional.empty());
        var kind = fields.require("kind", fields.choice("kind", List.of(ChannelKind.values())));
        return fields.request(new AlertCommand.AddChannel(kind.orElse(ChannelKind.WEBHOOK), channel(fields)));
    }

    public static Request<AlertResults.Channel> changeChannel(String id, JsonNode body) {
        var fields = Fields.of(body);
        return fields.request(new AlertCommand.ChangeChannel(number(id), channel(fields)));
    }

    public static Request<AlertResults.Channel> removeChannel(String id, Map<String, String> query) {
        return Fields.ofQuery(query).request(new AlertCommand.RemoveChannel(number(id)));
    }

    public static Request<AlertResults.Tested> testChannel(String id, JsonNode body) {
        return Fields.of(body).request(new AlertCommand.TestChannel(number(id)));
    }

    private static RuleChange rule(Fields fields) {
        return new RuleChange(name(fields), fields.bool("enabled"),
                fields.section("condition").flatMap(AlertRequests::condition),
                seconds(fields, "hold", Duration.ZERO), seconds(fields, "cooldown", Duration.ZERO), targets(fields),
                fields.optionalWholes("channels").map(it -> channels(fields, it)), fields.bool("notifyResolved"));
    }

    private static Optional<Condition> condition(Fields fields) {
        var type = fields.require("type", fields.text("type"));
        var made = type.flatMap(it -> condition(it, fields));
        fields.noteUnknown();
        return made;
    }

    private static Optional<Condition> condition(String type, Fields fields) {
        return switch (type) {
            case "status" -> fields.require("status", fields.choice("status", STATUSES)).map(Condition.InStatus::new);
            case "crash-loop" -> Optional.of(new Condition.CrashLoop());
            case "memory" -> number(fields, "bytes", Bounds.LEAST_BYTES, Bounds.MOST_BYTES).map(Condition.MemoryOver::new);
            case "cpu" -> number(fields, "percent", 1, Bounds.MOST_PERCENT).map(it -> new Condition.CpuOver(it));
            case "restarts" -> restarts(fields);
            case "silence" -> window(fields).map(Condition.LogSilent::new);
            case "daemon-down" -> Optional.of(new Condition.DaemonDown());
            default -> unknown(fields);
        };
    }

    private static Optional<Condition> restarts(Fields fields) {
        var count = number(fields, "count", 0, Bounds.MOST_RESTARTS);
        var within = window(fields);
        return count.flatMap(it -> within.map(time -> new Condition.RestartsOver(it.intValue(), time)));
    }

    private static Optional<Condition> unknown(Fields fields) {
        fields.note("type", "is one of: " + TYPES);
        return Optional.empty();
    }

    private static Optional<Duration> window(Fields fields) {
        return number(fields, "seconds", Bounds.LEAST_WINDOW.toSeconds(), Bounds.LONGEST.toSeconds())
                .map(Duration::ofSeconds);
    }

    private static Optional<Long> number(Fields fields, String name, long least, long most) {
        var number = fields.require(name, fields.whole(name));
        return number.filter(it -> within(fields, name, it, least, most));
    }

    private static Optional<Duration> seconds(Fields fields, String name, Duration least) {
        return fields.whole(name).filter(it -> {
            var isIn = it >= least.toSeconds() && it <= Bounds.LONGEST.toSeconds();
            if (!isIn) {
                fields.note(name, SECONDS + Bounds.LONGEST.toSeconds());
            }
            return isIn;
        }).map(Duration::ofSeconds);
    }

    private static boolean within(Fields fields, String name, long value, long least, long most) {
        if (value < least || value > most) {
            fields.note(name, "is " + least + " to " + most);
            return false;
        }
        return true;
    }

    /// A name that people can read, on one line.
    private static Optional<String> name(Fields fields) {
        return fields.text("name").map(String::strip).filter(it -> {
            var isName = !it.isEmpty() && it.length() <= Bounds.NAME && it.chars().noneMatch(Character::isISOControl);
            if (!isName) {
                fields.note("name", "has 1 to " + Bounds.NAME + " characters, on one line");
            }
            return isName;
        });
    }

    private static Optional<Targets> targets(Fields fields) {
        return fields.optionalTexts("targets").map(texts -> {
            if (texts.size() > Bounds.TARGETS) {
                fields.note("targets", "has at most " + Bounds.TARGETS + " entries");
                return Targets.ALL;
            }
            var wrong = false;
            for (var i = 0; i < texts.size(); i++) {
                if (!Targets.isPattern(texts.get(i))) {
                    fields.note("targets[" + i + "]", "is a name or a namespace, in which * stands for anything");
                    wrong = true;
                }
            }
            return wrong ? Targets.ALL : new Targets(texts.stream().distinct().toList());
        });
    }

    private static List<Long> channels(Fields fields, List<Long> ids) {
        if (ids.size() > Bounds.CHANNELS) {
            fields.note("channels", "has at most " + Bounds.CHANNELS + " numbers");
            return List.of();
        }
        return new ArrayList<>(ids.stream().distinct().toList());
    }

    private static ChannelChange channel(Fields fields) {
        return new ChannelChange(name(fields), fields.secret("url"), fields.choice("shape", List.of(Shape.values())),
                fields.secret("authorization"), fields.text("server"), fields.secret("topic"), fields.secret("token"),
                fields.optionalTexts("recipients"));
    }

    private static long number(String id) {
        return Scalars.number(id).orElse(0L);
    }
}
