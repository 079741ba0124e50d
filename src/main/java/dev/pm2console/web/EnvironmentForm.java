package dev.pm2console.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.Violation;

/// Variables that a person wants to add or change: rows of a name and a value, and lines that were pasted.
public final class EnvironmentForm {

    private static final String FIELD = "updateEnv";
    private static final int ROWS = 4;
    private static final int MOST_ROWS = 200;

    @RestForm("name")
    List<String> names;
    @RestForm("value")
    List<String> values;
    @RestForm
    String lines;
    @RestForm
    String step;
    @RestForm
    String state;

    /// A row of the form.
    ///
    /// @param error what is wrong with it; empty for nothing
    public record Row(String name, String value, String error) {

        Row wrong(String message) {
            return new Row(name, value, error.isEmpty() ? message : error + "; " + message);
        }
    }

    /// A form with nothing in it but the name of a variable, perhaps.
    static EnvironmentForm about(String variable) {
        var form = new EnvironmentForm();
        form.names = List.of(Typed.word(variable));
        form.values = List.of("");
        return form;
    }

    /// `edit`, `preview` or `restart`.
    String step() {
        return Typed.word(step);
    }

    /// What was typed is meant for variables that were in this state.
    String state() {
        return Typed.word(state);
    }

    /// Lines that are no `NAME=value`.
    List<String> unreadable() {
        return lines().filter(line -> line.indexOf('=') < 1).toList();
    }

    /// What was typed and pasted, one row for each variable; what is wrong with it is noted.
    List<Row> rows() {
        var rows = Stream.concat(typed(), lines().filter(line -> line.indexOf('=') >= 1).map(EnvironmentForm::pasted))
                .limit(MOST_ROWS).collect(Collectors.toCollection(ArrayList::new));
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.name.isEmpty()) {
                rows.set(i, row.wrong("needs a name"));
            } else if (rows.subList(0, i).stream().anyMatch(it -> it.name.equals(row.name))) {
                rows.set(i, row.wrong("is there twice"));
            }
        }
        return rows;
    }

    /// The rows with empty ones after them, to type more into.
    static List<Row> padded(List<Row> rows) {
        var padded = new ArrayList<>(rows);
        do {
            padded.add(new Row("", "", ""));
        } while (padded.size() < ROWS);
        return padded;
    }

    /// The same rows, each with what is wrong with its variable.
    ///
    /// @param violations those that are about no row are left out
    static List<Row> marked(List<Row> rows, List<Violation> violations) {
        return rows.stream().map(row -> violations.stream().filter(it -> it.field().equals(FIELD + "." + row.name))
                .reduce(row, (marked, it) -> marked.wrong(it.message()), (a, _) -> a)).toList();
    }

    /// What is wrong with all of them together.
    static List<String> general(List<Violation> violations) {
        return violations.stream().filter(it -> !it.field().startsWith(FIELD + ".")).map(Violation::message).toList();
    }

    static Map<String, String> variables(List<Row> rows) {
        var variables = new LinkedHashMap<String, String>();
        rows.forEach(row -> variables.put(row.name, row.value));
        return variables;
    }

    /// The parameters of `restartProcess`.
    static ObjectNode parameters(List<Row> rows) {
        var body = JsonNodeFactory.instance.objectNode();
        var env = body.putObject(FIELD);
        rows.stream().filter(row -> !row.name.isEmpty()).forEach(row -> env.put(row.name, row.value));
        return body;
    }

    private Stream<Row> typed() {
        var rows = new ArrayList<Row>();
        for (var i = 0; names != null && i < names.size(); i++) {
            // a browser sends the ends of lines as two characters
            var value = values != null && i < values.size() ? Typed.text(values.get(i)).replace("\r\n", "\n") : "";
            rows.add(new Row(Typed.word(names.get(i)), value, ""));
        }
        return rows.stream().filter(row -> !row.name.isEmpty() || !row.value.isEmpty());
    }

    /// As environment files have them.
    private Stream<String> lines() {
        return Typed.text(lines).lines().filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"));
    }

    private static Row pasted(String line) {
        var equals = line.indexOf('=');
        return new Row(line.substring(0, equals).strip().replaceFirst("^export\\s+", ""), line.substring(equals + 1), "");
    }
}
