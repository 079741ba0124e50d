package dev.pm2console.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.Request;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Results;
import dev.pm2console.command.Violation;

/// What a person typed into the Start form.
///
/// @param typed by the names of the fields; what is empty was left empty
public record StartForm(Map<String, String> typed) {

    private static final String TICKED = "on";

    public StartForm {
        typed = Map.copyOf(typed);
    }

    /// A form as it is at first.
    static StartForm empty() {
        return of(word -> word.equals("autorestart") ? TICKED : "");
    }

    /// What was sent; the framework has `null` for a field that was not.
    static StartForm of(Function<String, String> sent) {
        return new StartForm(Arrays.stream(StartOption.values()).collect(Collectors.toMap(StartOption::word,
                option -> switch (option.kind()) {
                    case VARIABLES, LINES, WATCHED -> Typed.text(sent.apply(option.word()));
                    default -> Typed.word(sent.apply(option.word()));
                })));
    }

    /// The same with some fields filled in.
    StartForm with(Map<String, String> filled) {
        var changed = new LinkedHashMap<>(typed);
        changed.putAll(filled);
        return new StartForm(changed);
    }

    String typed(StartOption option) {
        return typed.get(option.word());
    }

    /// Whether it says something else than PM2 would do anyway.
    boolean says(StartOption option) {
        return option.kind() == StartOption.Kind.USUALLY ? typed(option).isEmpty() : !typed(option).isBlank();
    }

    /// The command that this means, with what could not be read.
    Request<Results.Affected> request() {
        var body = JsonNodeFactory.instance.objectNode();
        var problems = new ArrayList<Violation>();
        for (var option : StartOption.values()) {
            if (says(option)) {
                put(body, option, problems);
            }
        }
        var read = Requests.startProcess(body);
        problems.addAll(0, read.problems());
        return new Request<>(read.command(), problems);
    }

    private void put(ObjectNode body, StartOption option, List<Violation> problems) {
        var word = option.word();
        var text = typed(option);
        switch (option.kind()) {
            case TEXT -> body.put(word, text);
            case WHOLE -> number(body, word, text);
            case COUNT -> number(body, word, text);
            case CODES -> codes(body.putArray(word), text);
            case LINES -> lines(text).forEach(body.putArray(word)::add);
            case USUALLY -> body.put(word, false);
            case RARELY -> body.put(word, true);
            case WATCH -> body.put("watch", true);
            case WATCHED -> lines(text).forEach(body.putArray("watch")::add);
            case VARIABLES -> variables(body.putObject(word), word, text, problems);
        }
    }

    /// What is no number is sent as it is, for the command service to say so.
    private static void number(ObjectNode body, String word, String text) {
        if (text.matches("[0-9]{1,9}")) {
            body.put(word, Integer.parseInt(text));
        } else {
            body.put(word, text);
        }
    }

    private static void codes(ArrayNode codes, String text) {
        Arrays.stream(text.split("[\\s,]+")).filter(it -> !it.isEmpty()).forEach(it -> {
            if (it.matches("[0-9]{1,9}")) {
                codes.add(Integer.parseInt(it));
            } else {
                codes.add(it);
            }
        });
    }

    private static void variables(ObjectNode variables, String field, String text, List<Violation> problems) {
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var equals = line.indexOf('=');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (equals < 1) {
                problems.add(new Violation(field + ".line " + (i + 1), "is not KEY=value"));
            } else {
                variables.put(line.substring(0, equals).strip(), line.substring(equals + 1));
            }
        }
    }

    /// The entries of a field that has one in each line.
    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    /// Without what was typed: the environment may hold secrets.
    @Override
    public String toString() {
        return "StartForm[" + typed.get("script") + "]";
    }
}
