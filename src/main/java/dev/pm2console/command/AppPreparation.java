package dev.pm2console.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.pm2console.process.AppDefinition;
import dev.pm2console.process.ExecMode;

/// Turns checked options into what PM2 is told: paths followed and inside the apps root, defaults made explicit, so that
/// nothing is left for PM2 to guess.
final class AppPreparation {

    /// What runs a script that names no interpreter, by the ending of its name.
    private static final Map<String, String> INTERPRETERS = Map.of(
            "js", "node", "mjs", "node", "cjs", "node", "ts", "bun", "tsx", "bun", "py", "python3", "sh", "bash");
    /// What PM2 can run as a cluster: whatever is named, it loads the script into Node.js (or Bun) itself.
    private static final Set<String> CLUSTERS = Set.of("node", "bun");

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
        return app.name().orElseGet(() -> stem(Path.of(app.script()).normalize()));
    }

    /// Looks at every path, and makes the definition.
    ///
    /// @param prefix put before field names in errors, such as `apps[1].`
    /// @throws CommandException if a path leads out, a script is missing, or no interpreter is known for it
    AppDefinition prepare(AppOptions app, String prefix) {
        var name = name(app);
        ReservedNames.forApplication(name, app.env().keySet()).ifPresent(why -> {
            throw CommandException.invalid(prefix + "name", "\"" + name + "\" " + why + (app.name().isPresent() ? ""
                    : "; it was made from the script's name: give one"));
        });
        var cwd = root.directory(prefix + "cwd", app.cwd().orElse("."));
        var script = root.file(prefix + "script", app.script(), cwd);
        var interpreter = interpreter(app, prefix, script);
        var several = app.instances().filter(Instances::several).isPresent();
        var mode = app.execMode().orElse(several ? ExecMode.CLUSTER : ExecMode.FORK);
        if (mode == ExecMode.CLUSTER && !CLUSTERS.contains(interpreter)) {
            throw CommandException.invalid(prefix + (several ? "instances" : "exec_mode"),
                    "a cluster is run by node, not by " + interpreter);
        }
        var options = new LinkedHashMap<String, Object>();
        // with a directory before it: PM2 takes the bare word "serve" for a web server of its own
        options.put("script", "./" + Path.of(app.script()).normalize());
        options.put("cwd", cwd.toString());
        options.put("interpreter", interpreter);
        put(options, "namespace", app.namespace());
        options.put("exec_mode", mode.wire());
        put(options, "instances", app.instances().map(it -> it.on(processors)));
        putAll(options, "args", app.args());
        putAll(options, "node_args", interpreterArgs(app, prefix, cwd));
        put(options, "autorestart", app.autorestart());
        put(options, "merge_logs", app.mergeLogs());
        put(options, "wait_ready", app.waitReady());
        put(options, "time", app.time());
        put(options, "watch", app.watch().map(watch -> watched(watch, prefix, cwd)));
        putAll(options, "ignore_watch", app.ignoreWatch());
        put(options, "max_memory_restart", app.maxMemoryRestart().map(AppPreparation::bytes));
        put(options, "cron_restart", app.cronRestart());
        put(options, "restart_delay", app.restartDelay());
        put(options, "exp_backoff_restart_delay", app.expBackoffRestartDelay());
        put(options, "max_restarts", app.maxRestarts());
        put(options, "min_uptime", app.minUptime().map(AppPreparation::milliseconds));
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

    private String interpreter(AppOptions app, String prefix, Path script) {
        if (app.interpreter().isPresent()) {
            return app.interpreter().get();
        }
        var file = Path.of(app.script()).getFileName().toString();
        var ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var usual = file.contains(".") ? INTERPRETERS.get(ending) : Files.isExecutable(script) ? "none" : "node";
        return Optional.ofNullable(usual).filter(config.interpreters()::contains)
                .orElseThrow(() -> CommandException.invalid(prefix + "interpreter",
                        "none of " + config.interpreters() + " is known to run a script like " + file + ": name one"));
    }

    /// Files that are loaded before the script are named by their absolute path, which Node.js would otherwise look for
    /// among the installed packages; as a URL where it would read the path as one (`%2e` is a dot there).
    private List<String> interpreterArgs(AppOptions app, String prefix, Path cwd) {
        var node = !app.nodeArgs().isEmpty();
        var field = prefix + (node ? "node_args" : "interpreter_args");
        return InterpreterArgument.parse(node ? app.nodeArgs() : app.interpreterArgs()).stream().map(arg -> {
            if (!arg.loadsFile()) {
                return arg.text();
            }
            var file = root.file(field + "[" + arg.index() + "]", arg.value().orElse(""), cwd);
            return arg.flag().equals("--import") ? "--import=" + file.toUri() : "--require=" + file;
        }).toList();
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

    private static long bytes(String size) {
        return switch (size.charAt(size.length() - 1)) {
            case 'K' -> number(size) << 10;
            case 'M' -> number(size) << 20;
            case 'G' -> number(size) << 30;
            default -> Long.parseLong(size);
        };
    }

    private static long milliseconds(String duration) {
        return switch (duration.charAt(duration.length() - 1)) {
            case 's' -> number(duration) * 1_000;
            case 'm' -> number(duration) * 60_000;
            case 'h' -> number(duration) * 3_600_000;
            default -> Long.parseLong(duration);
        };
    }

    private static long number(String withUnit) {
        return Long.parseLong(withUnit.substring(0, withUnit.length() - 1));
    }

    private static String stem(Path script) {
        var file = script.getFileName().toString();
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
