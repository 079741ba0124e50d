package dev.pm2console.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.pm2console.command.Results;

/// What a person is shown who changes options.
///
/// @param subject     whom it is about
/// @param now         the present options, as they are typed
/// @param typed       what was typed
/// @param errors      what is wrong with that, by the options' names
/// @param meanwhile   what somebody else changed since the form was shown, by the options' names
/// @param refusal     why nothing can be changed here; empty where it can
/// @param commandLine what to type on the machine instead
/// @param how         `restart` or `reload`
public record OptionsSheet(ProcessPage.Subject subject, Map<String, String> now, Map<String, String> typed,
        Map<String, String> errors, Map<String, String> meanwhile, String refusal, Optional<String> commandLine, String how) {

    /// Options that belong together.
    public record Group(String title, List<AppOption> options) {
    }

    /// What an option was and is to be.
    ///
    /// @param asked whether it was typed, and is not PM2's own doing
    public record Difference(AppOption option, String was, String is, boolean asked) {
    }

    static OptionsSheet of(String nameOrId, Results.Descriptions found, Map<String, String> typed, String how) {
        var now = OptionsForm.now(found.processes().getFirst().config());
        return new OptionsSheet(Configuration.subject(nameOrId, found), now, typed, Map.of(), Map.of(), "", Optional.empty(),
                how);
    }

    OptionsSheet wrong(Map<String, String> errors) {
        return new OptionsSheet(subject, now, typed, errors, meanwhile, refusal, commandLine, how);
    }

    OptionsSheet refused(String reason, Optional<String> instead) {
        return new OptionsSheet(subject, now, typed, errors, meanwhile, reason, instead, how);
    }

    /// Keeps what was typed, and takes over what somebody else changed where nothing was typed.
    ///
    /// @param was what the options were when the form was shown
    OptionsSheet merged(Map<String, String> was) {
        var merged = new LinkedHashMap<>(typed);
        var changed = new TreeMap<String, String>();
        now.forEach((name, value) -> {
            var then = was.getOrDefault(name, value);
            if (!then.equals(value)) {
                changed.put(name, "was " + (then.isEmpty() ? "not set" : then) + ", and is "
                        + (value.isEmpty() ? "not set" : value) + " since");
                if (then.equals(typed.get(name))) {
                    merged.put(name, value);
                }
            }
        });
        return new OptionsSheet(subject, now, merged, errors, changed, refusal, commandLine, how);
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /// What the form sends along, to see later whether somebody else changed it.
    public String kept() {
        return OptionsForm.kept(now);
    }

    public List<Group> groups() {
        return Arrays.stream(AppOption.Section.values()).map(section -> new Group(section.title(),
                OptionsForm.CHANGEABLE.stream().filter(it -> it.section() == section).toList()))
                .filter(it -> !it.options().isEmpty()).toList();
    }

    /// What is said below an option's field.
    public String hint(AppOption option) {
        var usual = option.usual().equals("none") || option.usual().isEmpty() ? "" : "Usually " + option.usual() + ".";
        return switch (option) {
            case ARGS -> "As in a shell; quote what has spaces.";
            case NODE_ARGS -> "Such as --max-old-space-size=512.";
            case MAX_MEMORY -> "Restarts above it: bytes, or a number with K, M or G.";
            case MIN_UPTIME -> "Milliseconds, or a number with s, m or h. " + usual;
            case RESTART_DELAY, EXP_BACKOFF, LISTEN_TIMEOUT, KILL_TIMEOUT -> "Milliseconds. " + usual;
            case CRON -> "Such as 0 4 * * *; empty for never.";
            case STOP_EXIT_CODES -> "Numbers, with spaces between them.";
            case LOG_DATE_FORMAT -> "Such as YYYY-MM-DD HH:mm:ss.";
            case MAX_RESTARTS -> "Then PM2 gives up. " + usual;
            default -> usual;
        };
    }

    /// What changes, with what PM2's command sets back to its defaults on the way.
    ///
    /// @param config the present options
    List<Difference> differences(OptionsChange change, Map<String, Object> config) {
        var differences = new ArrayList<Difference>();
        OptionsForm.CHANGEABLE.stream().filter(it -> change.typed().containsKey(it.wire())).forEach(it -> differences
                .add(new Difference(it, it.shown(config.get(it.wire())), said(it, change.typed().get(it.wire())), true)));
        List.of(AppOption.TREEKILL, AppOption.VIZION, AppOption.AUTOSTART).stream()
                .filter(it -> Boolean.FALSE.equals(config.get(it.wire())))
                .forEach(it -> differences.add(new Difference(it, it.shown(false), it.shown(true), false)));
        return differences;
    }

    private static String said(AppOption option, String typed) {
        return typed.isEmpty() ? option.usual()
                : switch (option) {
                    case RESTART_DELAY, EXP_BACKOFF, LISTEN_TIMEOUT, KILL_TIMEOUT -> option.shown(Long.parseLong(typed));
                    default -> typed;
                };
    }

    /// Words for options that were not taken over.
    static String named(List<String> options) {
        return options.stream().map(name -> AppOption.of(name).map(AppOption::label).orElse(name) + " (" + name + ")")
                .collect(Collectors.joining(", "));
    }
}
