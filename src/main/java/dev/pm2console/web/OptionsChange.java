package dev.pm2console.web;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Changed options of an application that PM2 has already, as parameters of `startEcosystem`.
///
/// What is not named stays as it is, but for some options that PM2's command then sets to its defaults: those are named
/// as they are.
///
/// @param config the application's options now
/// @param typed  what they are to be; only those that are changed
record OptionsChange(Map<String, Object> config, Map<String, String> typed) {

    private static final String NUMBER = "[0-9]{1,15}";
    private static final Pattern WORDS = Pattern.compile("\\s+");

    OptionsChange {
        typed = new TreeMap<>(typed);
    }

    /// What was typed that is other than what is there.
    static OptionsChange of(Map<String, Object> config, Map<String, String> typed) {
        var changed = new LinkedHashMap<>(typed);
        OptionsForm.now(config).forEach(changed::remove);
        return new OptionsChange(config, changed);
    }

    /// What can't be done to an application that is there, by the names of the options.
    Map<String, String> impossible() {
        var errors = new TreeMap<String, String>();
        typed.forEach((name, text) -> {
            var option = AppOption.of(name).orElseThrow();
            if (text.isEmpty() && option != AppOption.CRON) {
                errors.put(name,
                        "PM2 can change this, but not take it away: delete the application and start it again without");
            } else if (text.equals("0") && (option == AppOption.RESTART_DELAY || option == AppOption.EXP_BACKOFF)) {
                errors.put(name, "PM2 does not take 0 for an application that is there: 1 ms is the least");
            }
        });
        return errors;
    }

    /// The rest of it.
    OptionsChange possible() {
        var rest = new TreeMap<>(typed);
        rest.keySet().removeAll(impossible().keySet());
        return new OptionsChange(config, rest);
    }

    /// The parameters of `startEcosystem`.
    ///
    /// @param onExisting `restart` or `reload`
    ObjectNode parameters(boolean preview, String onExisting) {
        var body = JsonNodeFactory.instance.objectNode().put("preview", preview).put("onExisting", onExisting);
        var app = body.putArray("apps").addObject();
        put(app, "name");
        put(app, "cwd");
        app.put("script", script());
        put(app, "interpreter");
        put(app, "exec_mode");
        put(app, "namespace");
        put(app, "instance_var");
        put(app, "autorestart");
        put(app, "merge_logs");
        typed.forEach((name, text) -> write(app, AppOption.of(name).orElseThrow(), text));
        return body;
    }

    /// PM2 keeps the script's absolute path, and takes one from the working directory.
    private String script() {
        var script = text("script").orElse("");
        try {
            var cwd = Path.of(text("cwd").orElse("/"));
            return Path.of(script).startsWith(cwd) ? cwd.relativize(Path.of(script)).toString() : script;
        } catch (InvalidPathException e) {
            return script;
        }
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(config.get(name)).map(Object::toString);
    }

    private void put(ObjectNode app, String name) {
        switch (config.get(name)) {
            case Boolean flag -> app.put(name, flag);
            case String text -> app.put(name, text);
            case null, default -> {
            }
        }
    }

    private static void write(ObjectNode app, AppOption option, String text) {
        switch (option) {
            case AUTORESTART, WAIT_READY -> app.put(option.wire(), text.equals("yes"));
            case NODE_ARGS -> words(app, option, text);
            case STOP_EXIT_CODES -> codes(app, option, text);
            case CRON -> app.put(option.wire(), text.isEmpty() ? "0" : text);
            case MAX_RESTARTS, RESTART_DELAY, EXP_BACKOFF, LISTEN_TIMEOUT, KILL_TIMEOUT -> number(app, option, text);
            default -> app.put(option.wire(), text);
        }
    }

    private static void words(ObjectNode app, AppOption option, String text) {
        var array = app.putArray(option.wire());
        WORDS.splitAsStream(text).forEach(array::add);
    }

    private static void codes(ObjectNode app, AppOption option, String text) {
        var array = app.putArray(option.wire());
        WORDS.splitAsStream(text.replace(',', ' ')).forEach(word -> {
            if (word.matches(NUMBER)) {
                array.add(Long.parseLong(word));
            } else {
                array.add(word);
            }
        });
    }

    private static void number(ObjectNode app, AppOption option, String text) {
        if (text.matches(NUMBER)) {
            app.put(option.wire(), Long.parseLong(text));
        } else {
            app.put(option.wire(), text);
        }
    }
}
