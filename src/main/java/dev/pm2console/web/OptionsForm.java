package dev.pm2console.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestForm;

/// Options of an application that a person wants to have otherwise, with what they were when the form was shown.
public final class OptionsForm {

    /// Those that PM2 changes of an application that it has already, and that take effect with a restart.
    static final List<AppOption> CHANGEABLE = List.of(AppOption.ARGS, AppOption.NODE_ARGS, AppOption.NAMESPACE,
            AppOption.AUTORESTART, AppOption.MAX_RESTARTS, AppOption.MIN_UPTIME, AppOption.RESTART_DELAY,
            AppOption.EXP_BACKOFF, AppOption.MAX_MEMORY, AppOption.CRON, AppOption.STOP_EXIT_CODES, AppOption.WAIT_READY,
            AppOption.LISTEN_TIMEOUT, AppOption.KILL_TIMEOUT, AppOption.LOG_DATE_FORMAT);

    private static final Pattern PAIRS = Pattern.compile("&");

    @RestForm
    String args;
    @RestForm("node_args")
    String nodeArgs;
    @RestForm
    String namespace;
    @RestForm
    String autorestart;
    @RestForm("max_restarts")
    String maxRestarts;
    @RestForm("min_uptime")
    String minUptime;
    @RestForm("restart_delay")
    String restartDelay;
    @RestForm("exp_backoff_restart_delay")
    String expBackoff;
    @RestForm("max_memory_restart")
    String maxMemory;
    @RestForm("cron_restart")
    String cron;
    @RestForm("stop_exit_codes")
    String stopExitCodes;
    @RestForm("wait_ready")
    String waitReady;
    @RestForm("listen_timeout")
    String listenTimeout;
    @RestForm("kill_timeout")
    String killTimeout;
    @RestForm("log_date_format")
    String logDateFormat;
    @RestForm
    String was;
    @RestForm
    String how;
    @RestForm
    String step;

    /// What was typed, by PM2's names of the options.
    Map<String, String> typed() {
        var sent = Arrays.asList(args, nodeArgs, namespace, autorestart, maxRestarts, minUptime, restartDelay, expBackoff,
                maxMemory, cron, stopExitCodes, waitReady, listenTimeout, killTimeout, logDateFormat);
        var typed = new LinkedHashMap<String, String>();
        for (var i = 0; i < CHANGEABLE.size(); i++) {
            typed.put(CHANGEABLE.get(i).wire(), Typed.word(sent.get(i)));
        }
        return typed;
    }

    /// What the options were when the form was shown.
    Map<String, String> was() {
        var options = new LinkedHashMap<String, String>();
        PAIRS.splitAsStream(Typed.text(was)).map(it -> it.split("=", 2)).filter(it -> it.length == 2)
                .forEach(it -> options.put(it[0], decoded(it[1])));
        return options;
    }

    /// `reload` or `restart`.
    String how() {
        return "reload".equals(Typed.word(how)) ? "reload" : "restart";
    }

    /// `edit`, `preview` or `restart`.
    String step() {
        return Typed.word(step);
    }

    /// The present options, as they are typed.
    static Map<String, String> now(Map<String, Object> config) {
        var now = new LinkedHashMap<String, String>();
        CHANGEABLE.forEach(option -> now.put(option.wire(),
                option.isFlag() && config.get(option.wire()) == null ? option.usual()
                        : option.typed(config.get(option.wire()))));
        return now;
    }

    /// Options as one field of the form.
    static String kept(Map<String, String> options) {
        return options.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }
}
