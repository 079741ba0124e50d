package dev.pm2console.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestForm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.CommandException;
import dev.pm2console.command.Violation;

/// What a person typed into the Start form.
public final class StartForm {

    @RestForm
    String script;
    @RestForm
    String name;
    @RestForm
    String args;
    @RestForm
    String cwd;
    @RestForm
    String instances;
    @RestForm("exec_mode")
    String mode;
    @RestForm
    String env;

    /// A form with nothing in it.
    static StartForm empty() {
        return new StartForm();
    }

    /// What was typed, by the names of the fields.
    public Map<String, String> typed() {
        return Map.of("script", Typed.word(script), "name", Typed.word(name), "args", Typed.word(args), "cwd", Typed.word(cwd),
                "instances", Typed.word(instances), "exec_mode", Typed.word(mode), "env", env == null ? "" : env);
    }

    /// The parameters of `startProcess` that this means. A field that was left empty is no parameter.
    ///
    /// @throws CommandException if a line of the environment is not `KEY=value`
    ObjectNode parameters() {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("script", Typed.word(script));
        List.of("name", "args", "cwd", "exec_mode").forEach(field -> {
            if (!typed().get(field).isEmpty()) {
                body.put(field, typed().get(field));
            }
        });
        var count = Typed.word(instances);
        if (count.matches("[0-9]{1,9}")) {
            body.put("instances", Integer.parseInt(count));
        } else if (!count.isEmpty()) {
            body.put("instances", count);
        }
        var variables = body.putObject("env");
        typed().get("env").lines().filter(line -> !line.isBlank()).forEach(line -> {
            var equals = line.indexOf('=');
            if (equals < 1) {
                throw CommandException.invalid("env", "has one KEY=value in each line");
            }
            variables.put(line.substring(0, equals).strip(), line.substring(equals + 1));
        });
        return body;
    }

    /// What is wrong, by the field beside which it is said.
    static Map<String, String> errors(List<Violation> violations) {
        return violations.stream().collect(Collectors.toMap(
                violation -> violation.field().replaceFirst("[.\\[].*", ""),
                violation -> said(violation),
                (a, b) -> a + "; " + b));
    }

    private static String said(Violation violation) {
        var part = violation.field().indexOf('.');
        return part < 0 ? violation.message() : violation.field().substring(part + 1) + " " + violation.message();
    }
}
