package dev.pm2console.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jboss.resteasy.reactive.RestForm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.AlertRequests;
import dev.pm2console.command.AlertResults;
import dev.pm2console.command.Violation;
import dev.pm2console.process.Status;

/// What a person typed into the form of a rule.
public final class RuleForm {

    private static final String TIME = "is a time such as 30s, 5m or 2h";

    @RestForm
    String name;
    @RestForm
    String type;
    @RestForm
    String status;
    @RestForm
    String memory;
    @RestForm
    String cpu;
    @RestForm
    String count;
    @RestForm
    String within;
    @RestForm
    String silence;
    @RestForm
    String hold;
    @RestForm
    String cooldown;
    @RestForm
    String targets;
    @RestForm
    List<String> channel;
    @RestForm
    String notifyResolved;

    /// A rule as it is typed at first.
    static RuleForm empty() {
        var form = new RuleForm();
        form.type = "crash-loop";
        form.status = "errored";
        form.memory = "500 MB";
        form.cpu = "90";
        form.count = "5";
        form.within = "10m";
        form.silence = "10m";
        form.hold = "0";
        form.cooldown = "15m";
        form.notifyResolved = "on";
        return form;
    }

    /// A rule as it would have to be typed.
    static RuleForm of(AlertResults.Rule rule) {
        var form = empty();
        var condition = rule.condition();
        form.name = rule.name();
        form.type = condition.type();
        form.status = condition.status().orElse(form.status);
        condition.bytes().ifPresent(it -> form.memory = Amounts.typedBytes(it));
        condition.percent().ifPresent(it -> form.cpu = Long.toString((long) it));
        condition.count().ifPresent(it -> form.count = Integer.toString(it));
        condition.seconds().ifPresent(it -> {
            if (condition.type().equals("silence")) {
                form.silence = Amounts.typed(it);
            } else {
                form.within = Amounts.typed(it);
            }
        });
        form.hold = Amounts.typed(rule.hold());
        form.cooldown = Amounts.typed(rule.cooldown());
        form.targets = String.join("\n", rule.targets());
        form.channel = rule.channels().stream().map(it -> Long.toString(it)).toList();
        form.notifyResolved = rule.notifyResolved() ? "on" : null;
        return form;
    }

    /// With all these channels.
    RuleForm telling(List<AlertResults.Channel> channels) {
        channel = channels.stream().map(it -> Long.toString(it.id())).toList();
        return this;
    }

    /// What was typed, by the names of the fields.
    public Map<String, String> typed() {
        var typed = new HashMap<String, String>();
        typed.put("name", Typed.word(name));
        typed.put("type", Typed.word(type));
        typed.put("status", Typed.word(status));
        typed.put("memory", Typed.word(memory));
        typed.put("cpu", Typed.word(cpu));
        typed.put("count", Typed.word(count));
        typed.put("within", Typed.word(within));
        typed.put("silence", Typed.word(silence));
        typed.put("hold", Typed.word(hold));
        typed.put("cooldown", Typed.word(cooldown));
        typed.put("targets", Typed.text(targets));
        return typed;
    }

    /// What a process can be.
    public List<String> statuses() {
        return AlertRequests.STATUSES.stream().map(Status::wire).toList();
    }

    /// Whether a channel is to be told.
    public boolean tells(long id) {
        return channel != null && channel.contains(Long.toString(id));
    }

    public boolean isNotifyResolved() {
        return notifyResolved != null;
    }

    /// What is no amount at all, by field.
    Map<String, String> unreadable() {
        var errors = new LinkedHashMap<String, String>();
        check(errors, "hold", Amounts::seconds, TIME);
        check(errors, "cooldown", Amounts::seconds, TIME);
        switch (Typed.word(type)) {
            case "memory" -> check(errors, "memory", Amounts::bytes, "is an amount such as 500 MB or 1.5 GB");
            case "cpu" -> check(errors, "cpu", RuleForm::whole, "is a number such as 90");
            case "restarts" -> {
                check(errors, "count", RuleForm::whole, "is a number such as 5");
                check(errors, "within", Amounts::seconds, TIME);
            }
            case "silence" -> check(errors, "silence", Amounts::seconds, TIME);
            default -> {
                // has no amount
            }
        }
        return errors;
    }

    /// The parameters that this means.
    ObjectNode parameters() {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("name", Typed.word(name));
        var condition = body.putObject("condition");
        condition.put("type", Typed.word(type));
        switch (Typed.word(type)) {
            case "status" -> condition.put("status", Typed.word(status));
            case "memory" -> Amounts.bytes(Typed.word(memory)).ifPresent(it -> condition.put("bytes", it));
            case "cpu" -> whole(cpu).ifPresent(it -> condition.put("percent", it));
            case "restarts" -> {
                whole(count).ifPresent(it -> condition.put("count", it));
                Amounts.seconds(Typed.word(within)).ifPresent(it -> condition.put("seconds", it));
            }
            case "silence" -> Amounts.seconds(Typed.word(silence)).ifPresent(it -> condition.put("seconds", it));
            default -> {
                // has no amount, or is refused
            }
        }
        // what is no time is sent as it is, and refused
        Amounts.seconds(Typed.word(hold)).ifPresentOrElse(it -> body.put("hold", it), () -> body.put("hold", Typed.word(hold)));
        Amounts.seconds(Typed.word(cooldown)).ifPresentOrElse(it -> body.put("cooldown", it),
                () -> body.put("cooldown", Typed.word(cooldown)));
        var patterns = body.putArray("targets");
        Typed.text(targets).lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(patterns::add);
        var channels = body.putArray("channels");
        if (channel != null) {
            channel.forEach(it -> whole(it).ifPresent(channels::add));
        }
        body.put("notifyResolved", notifyResolved != null);
        return body;
    }

    /// The field beside which something is said.
    String field(Violation violation) {
        return switch (violation.field().replaceFirst("\\[.*", "")) {
            case "condition.bytes" -> "memory";
            case "condition.percent" -> "cpu";
            case "condition.count" -> "count";
            case "condition.seconds" -> Typed.word(type).equals("silence") ? "silence" : "within";
            case "condition.status" -> "status";
            case "condition.type" -> "type";
            case "channels" -> "channel";
            case String other -> other;
        };
    }

    private void check(Map<String, String> errors, String field, Function<String, Optional<Long>> reader, String rule) {
        if (reader.apply(typed().get(field)).isEmpty()) {
            errors.put(field, rule);
        }
    }

    private static Optional<Long> whole(String text) {
        var word = Typed.word(text).replace("%", "").strip();
        return word.matches("[0-9]{1,9}") ? Optional.of(Long.valueOf(word)) : Optional.empty();
    }
}
