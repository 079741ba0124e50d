package dev.pm2console.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.SavedList.SavedApp;

/// One process, running or saved, as far as a person has decided what it is: without what PM2 gives it anew at each start.
///
/// @param options as text, by name
/// @param env     the variables' fingerprints
record AppState(Map<String, String> options, Map<String, Long> env) {

    /// Options that name a variable which is another in each instance.
    private static final List<String> NAMED_VARIABLES = List.of("instance_var", "increment_var");
    private static final Set<String> LOG_FILES = Set.of("out_file", "error_file", "log_file");
    private static final String INSTANCE_NUMBER = "-\\d+\\.log$";

    AppState {
        options = new TreeMap<>(options);
        env = new TreeMap<>(env);
    }

    static AppState of(ManagedProcess process) {
        return of(process.options(), process.env().values());
    }

    static AppState of(SavedApp app) {
        return of(app.options(), app.env().values());
    }

    private static AppState of(Map<String, Object> options, Map<String, Long> env) {
        var given = NAMED_VARIABLES.stream().map(options::get).filter(String.class::isInstance).map(String.class::cast)
                .collect(Collectors.toSet());
        var kept = new HashMap<>(env);
        kept.keySet().removeIf(name -> given.contains(name) || GivenVariables.isGiven(name));
        var texts = new HashMap<String, String>();
        options.forEach((name, value) -> text(name, value).ifPresent(text -> texts.put(name, text)));
        if ("cluster".equals(options.get("exec_mode"))) {
            texts.remove("merge_logs"); // PM2's command sets it for clusters that it starts again
        }
        return new AppState(texts, kept);
    }

    /// Empty for what is the same as nothing: not watching, no arguments.
    private static Optional<String> text(String name, Object value) {
        return switch (value) {
            case Boolean no when !no && name.equals("watch") -> Optional.empty();
            case List<?> list -> Optional.of(list.stream().map(Object::toString).collect(Collectors.joining(" ")))
                    .filter(text -> !text.isEmpty());
            // log files are numbered by process ids, which are given anew
            case String path when LOG_FILES.contains(name) -> Optional.of(path.replaceFirst(INSTANCE_NUMBER, ".log"));
            case Object other -> Optional.of(other.toString());
        };
    }
}
