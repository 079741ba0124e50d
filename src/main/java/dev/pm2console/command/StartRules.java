package dev.pm2console.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.pm2console.process.ExecMode;

/// The rules for starting an application that need the configuration or more than one option at a time, and those for
/// environment variables. What they refuse would run foreign code, or break PM2's own record of the process.
final class StartRules {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int MAX_VALUE = 32 * 1024;
    private static final int MAX_ENVIRONMENT = 128 * 1024;
    private static final int MAX_ARGS = 8 * 1024;
    private static final int MAX_WATCHED = 100;
    private static final int MAX_PATH = 1024;
    /// They load code, or say where code is loaded from.
    private static final Pattern LOADERS = Pattern.compile(
            "LD_.*|DYLD_.*|PM2_.*|NODE_OPTIONS|NODE_PATH|NODE_REDIRECT_WARNINGS|NODE_V8_COVERAGE|NODE_REPL_.*|BUN_.*|BASH_ENV"
                    + "|ENV|SHELLOPTS|BASHOPTS|PS4|IFS|PYTHON(?!(UNBUFFERED|IOENCODING|UTF8|DONTWRITEBYTECODE|HASHSEED)$).*"
                    + "|BROWSER|OPENSSL_.*|GCONV_PATH|GLIBC_TUNABLES|LOCPATH|PATH");
    /// Never, whatever the configuration allows: they run code out of the argument itself.
    private static final Set<String> NEVER = Set.of("-e", "--eval", "-p", "--print", "-pe", "-c", "-i", "--interactive");
    private static final Pattern INSPECTOR = Pattern.compile("--inspect.*|--debug.*");
    private static final Pattern LOOPBACK = Pattern
            .compile("(127(\\.[0-9]{1,3}){3}|localhost|\\[::1])(:[0-9]{1,5})?|[0-9]{1,5}");

    private final AppsConfig config;

    StartRules(AppsConfig config) {
        this.config = config;
    }

    /// What is wrong with these options, under their public names.
    ///
    /// @param prefix put before each name, such as `apps[1].`
    List<Violation> check(AppOptions app, String prefix) {
        var found = new ArrayList<Violation>();
        app.name().flatMap(name -> ReservedNames.forApplication(name, app.env().keySet()))
                .ifPresent(why -> found.add(new Violation(prefix + "name", why)));
        if (app.execMode().equals(Optional.of(ExecMode.FORK)) && app.instances().filter(Instances::several).isPresent()) {
            found.add(new Violation(prefix + "instances", "more than one instance needs exec_mode cluster"));
        }
        app.interpreter().filter(it -> !config.interpreters().contains(it)).ifPresent(_ -> found.add(new Violation(
                prefix + "interpreter", "is one of " + config.interpreters() + " (console.apps.interpreters)")));
        if (app.args().stream().mapToInt(StartRules::bytes).sum() > MAX_ARGS) {
            found.add(new Violation(prefix + "args", "has at most " + MAX_ARGS + " bytes together"));
        }
        app.watch().ifPresent(watch -> watched(watch.paths(), prefix + "watch", found));
        if (!app.nodeArgs().isEmpty() && !app.interpreterArgs().isEmpty()) {
            found.add(new Violation(prefix + "interpreter_args", "is another name for node_args: give one of them"));
        }
        interpreterArgs(app.nodeArgs(), prefix + "node_args", found);
        interpreterArgs(app.interpreterArgs(), prefix + "interpreter_args", found);
        app.instanceVar().ifPresent(name -> variable(name, prefix + "instance_var", found));
        app.incrementVar().ifPresent(name -> variable(name, prefix + "increment_var", found));
        found.addAll(environment(app.env(), prefix + "env"));
        return found;
    }

    /// What is wrong with these variables.
    List<Violation> environment(Map<String, String> env, String field) {
        var found = new ArrayList<Violation>();
        env.forEach((name, value) -> {
            var place = field + "." + name;
            variable(name, place, found);
            if (bytes(value) > MAX_VALUE) {
                found.add(new Violation(place, "has at most " + MAX_VALUE + " bytes"));
            }
            if (!isText(value)) {
                found.add(new Violation(place, "has no NUL and no half of a surrogate pair"));
            }
        });
        if (env.values().stream().mapToInt(StartRules::bytes).sum() > MAX_ENVIRONMENT) {
            found.add(new Violation(field, "has at most " + MAX_ENVIRONMENT + " bytes together"));
        }
        return found;
    }

    private void variable(String name, String field, List<Violation> found) {
        if (!VARIABLE.matcher(name).matches()) {
            found.add(new Violation(field, "a variable's name has letters, digits and _, and does not begin with a digit"));
        } else if (ReservedNames.forVariable(name).isPresent()) {
            found.add(new Violation(field, ReservedNames.forVariable(name).get()));
        } else if (LOADERS.matcher(name).matches()
                && config.envAllowed().stream().noneMatch(allowed -> allowed.contains(name))) {
            found.add(new Violation(field, "can make a program load foreign code; console.apps.env-allowed can allow it"));
        }
    }

    private static void watched(List<String> paths, String field, List<Violation> found) {
        if (paths.size() > MAX_WATCHED) {
            found.add(new Violation(field, "has at most " + MAX_WATCHED + " entries"));
        }
        for (var i = 0; i < paths.size(); i++) {
            if (paths.get(i).isEmpty() || paths.get(i).length() > MAX_PATH || !isText(paths.get(i))) {
                found.add(new Violation(field + "[" + i + "]", "is a path of 1 to " + MAX_PATH + " characters"));
            }
        }
    }

    /// Where a file that is to be loaded lies, is for [AppPreparation] to look at.
    private void interpreterArgs(List<String> args, String field, List<Violation> found) {
        for (var arg : InterpreterArgument.parse(args)) {
            var place = field + "[" + arg.index() + "]";
            if (!isText(arg.text()) || arg.text().chars().anyMatch(Character::isISOControl)) {
                found.add(new Violation(place, "has no control characters"));
            } else if (arg.loadsFile()) {
                if (arg.value().filter(file -> !file.isEmpty()).isEmpty()) {
                    found.add(new Violation(place, "is followed by a file"));
                }
            } else if (NEVER.contains(arg.flag()) || !isAllowed(arg)) {
                found.add(new Violation(place, "is not among the arguments that console.apps.node-args allows"));
            } else if (INSPECTOR.matcher(arg.flag()).matches()
                    && !arg.value().map(value -> LOOPBACK.matcher(value).matches()).orElse(true)) {
                found.add(new Violation(place, "opens the inspector beyond loopback"));
            }
        }
    }

    /// An argument that needs a value would take the script for it, if it came without, and the first of the script's own
    /// arguments would be run instead: so the list says with a `=` which these are.
    private boolean isAllowed(InterpreterArgument arg) {
        if (!arg.flag().startsWith("-")) {
            return false;
        }
        var withValue = config.nodeArgs().contains(arg.flag() + "=");
        return withValue ? arg.value().filter(value -> !value.isEmpty()).isPresent()
                : config.nodeArgs().contains(arg.flag());
    }

    /// Whether it can be an argument or a variable of a process at all.
    private static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
