package dev.pm2console.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.pm2console.process.AppDefinition;
import dev.pm2console.process.ExecMode;

/// Turns checked options into what PM2 is told: paths followed and inside the apps root, defaults made explicit, so that
/// nothing is left for PM2 to guess.
final class AppPreparation {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,63}");
    private static final Pattern NOT_A_NAME = Pattern.compile("all|[0-9]+");
    /// What runs a script that names no interpreter, by the ending of its name; the same as PM2's own choice.
    private static final Map<String, String> INTERPRETERS = Map.of(
            "js", "node", "mjs", "node", "cjs", "node", "ts", "bun", "tsx", "bun", "py", "python3", "sh", "bash", "",
            "none");

    private final AppsRoot root;
    private final AppsConfig config;
    private final int processors;

    AppPreparation(AppsRoot root, AppsConfig config, int processors) {
        this.root = root;
        this.config = config;
        this.processors = processors;
    }

    /// The name that the application will have.
    String name(AppOptions app) {
        return app.name().orElseGet(() -> stem(app.script()));
    }

    /// Looks at every path, and makes the definition.
    ///
    /// @param prefix put before field names in errors, such as `apps[1].`
    /// @throws CommandException if a path leads out, a script is missing, or no interpreter is known for it
    AppDefinition prepare(AppOptions app, String prefix) {
        var name = name(app);
        if (!NAME.matcher(name).matches() || NOT_A_NAME.matcher(name).matches()) {
            throw CommandException.invalid(prefix + "name",
                    "\"" + name + "\", made from the script's name, can't be a name: give one");
        }
        var cwd = root.directory(prefix + "cwd", app.cwd().orElse("."));
        root.file(prefix + "script", app.script(), cwd);
        var options = new LinkedHashMap<String, Object>();
        options.put("script", app.script());
        options.put("cwd", cwd.toString());
        options.put("interpreter", interpreter(app, prefix));
        put(options, "namespace", app.namespace());
        var instances = app.instances().map(it -> it.on(processors));
        var mode = app.execMode().orElse(instances.orElse(1) > 1 ? ExecMode.CLUSTER : ExecMode.FORK);
        options.put("exec_mode", mode.wire());
        put(options, "instances", instances);
        putAll(options, "args", app.args());
        putAll(options, "node_args", interpreterArgs(app, prefix, cwd));
        put(options, "autorestart", app.autorestart());
        put(options, "merge_logs", app.mergeLogs());
        put(options, "wait_ready", app.waitReady());
        put(options, "time", app.time());
        put(options, "watch", app.watch().map(watch -> watched(watch, prefix, cwd)));
        putAll(options, "ignore_watch", app.ignoreWatch());
        put(options, "max_memory_restart", app.maxMemoryRestart());
        put(options, "cron_restart", app.cronRestart());
        put(options, "restart_delay", app.restartDelay());
        put(options, "exp_backoff_restart_delay", app.expBackoffRestartDelay());
        put(options, "max_restarts", app.maxRestarts());
        put(options, "min_uptime", app.minUptime().map(AppPreparation::numberOrText));
        put(options, "kill_timeout", app.killTimeout());
        put(options, "listen_timeout", app.listenTimeout());
        put(options, "log_date_format", app.logDateFormat());
        putAll(options, "stop_exit_codes", app.stopExitCodes());
        put(options, "instance_var", app.instanceVar());
        put(options, "increment_var", app.incrementVar());
        put(options, "log_file", app.logFile().map(log(prefix + "log_file", cwd)));
        put(options, "out_file", app.outFile().map(log(prefix + "out_file", cwd)));
        put(options, "error_file", app.errorFile().map(log(prefix + "error_file", cwd)));
        if (!app.env().isEmpty()) {
            options.put("env", app.env());
        }
        return new AppDefinition(name, options);
    }

    private String interpreter(AppOptions app, String prefix) {
        if (app.interpreter().isPresent()) {
            return app.interpreter().get();
        }
        var file = app.script().substring(app.script().lastIndexOf('/') + 1);
        var ending = file.contains(".") ? file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
        return Optional.ofNullable(INTERPRETERS.get(ending)).filter(config.interpreters()::contains)
                .orElseThrow(() -> CommandException.invalid(prefix + "interpreter",
                        "none of " + config.interpreters() + " is known to run a script like " + file + ": name one"));
    }

    /// Files that are loaded before the script are named by their absolute path: Node.js would look for a bare name among
    /// the installed packages.
    private List<String> interpreterArgs(AppOptions app, String prefix, Path cwd) {
        var node = !app.nodeArgs().isEmpty();
        var args = node ? app.nodeArgs() : app.interpreterArgs();
        var field = prefix + (node ? "node_args" : "interpreter_args");
        var result = new ArrayList<String>();
        for (var i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            var equals = arg.indexOf('=');
            var flag = equals < 0 ? arg : arg.substring(0, equals);
            if (StartRules.LOAD_A_FILE.contains(flag)) {
                var file = equals < 0 ? args.get(++i) : arg.substring(equals + 1);
                result.add((flag.equals("-r") ? "--require" : flag) + "=" + root.file(field, file, cwd));
            } else {
                result.add(arg);
            }
        }
        return result;
    }

    private Object watched(AppOptions.Watch watch, String prefix, Path cwd) {
        if (watch.paths().isEmpty()) {
            return watch.enabled();
        }
        return watch.paths().stream().map(path -> root.place(prefix + "watch", path, cwd).toString()).toList();
    }

    private Function<String, String> log(String field, Path cwd) {
        return text -> text.equals("/dev/null") ? text : root.log(field, text, cwd).toString();
    }

    private static Object numberOrText(String text) {
        return text.chars().allMatch(Character::isDigit) ? (Object) Long.valueOf(text) : text;
    }

    private static String stem(String script) {
        var file = script.substring(script.lastIndexOf('/') + 1);
        var dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static void put(Map<String, Object> options, String name, Optional<?> value) {
        value.ifPresent(present -> options.put(name, present));
    }

    private static void putAll(Map<String, Object> options, String name, List<?> values) {
        if (!values.isEmpty()) {
            options.put(name, values);
        }
    }
}
