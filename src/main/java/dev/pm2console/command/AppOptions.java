package dev.pm2console.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import dev.pm2console.process.ExecMode;

/// The options of an application to start. A component has PM2's own name for the option, in camel case where that has
/// underscores. The annotations say what can be said without looking at the machine; [StartRules] says the rest.
public record AppOptions(
        @Size(min = 1, max = 1024, message = "has 1 to 1024 characters") @Pattern(regexp = "[^\\p{Cc}\\s]*", message = "has no white space and no control characters: PM2 would hand it to a shell") @Pattern(regexp = "(?![-~/\\\\])(?![A-Za-z]:).*", flags = Pattern.Flag.DOTALL, message = "is relative to cwd: it begins neither with / nor with - or ~") @Pattern(regexp = "(?!(.*[/\\\\])?\\.\\.([/\\\\]|$)).*", flags = Pattern.Flag.DOTALL, message = "has no .. segment") @Pattern(regexp = "[^\\\\]*", message = "has / between its segments, no backslash") String script,
        Optional<@Pattern(regexp = "[A-Za-z0-9_][A-Za-z0-9_-]{0,63}", message = "is 1 to 64 letters, digits, _ or -, and does not begin with -") @Pattern(regexp = "(?!all$)(?![0-9]+$).*", message = "is neither all nor a number: those address processes") String> name,
        @Size(max = 100, message = "has at most 100 entries") List<@Pattern(regexp = "[^\\x00]*", message = "has no NUL") String> args,
        Optional<@Size(min = 1, max = 1024, message = "has 1 to 1024 characters") @Pattern(regexp = "\\P{Cc}*", message = "has no control characters") String> cwd,
        Optional<@ValidInstances Instances> instances,
        Optional<ExecMode> execMode,
        Optional<Boolean> autorestart,
        Optional<Boolean> mergeLogs,
        Optional<Boolean> waitReady,
        Optional<Boolean> time,
        Optional<Watch> watch,
        @Size(max = 100, message = "has at most 100 entries") List<@Size(min = 1, max = 200, message = "has 1 to 200 characters") @Pattern(regexp = "\\P{Cc}*", message = "has no control characters") String> ignoreWatch,
        Optional<@Pattern(regexp = "[1-9][0-9]{0,14}[KMG]?", message = "is a number of bytes, or a number with K, M or G") String> maxMemoryRestart,
        Map<String, String> env,
        Optional<@LogPath String> logFile,
        Optional<@LogPath String> outFile,
        Optional<@LogPath String> errorFile,
        @Size(max = 50, message = "has at most 50 entries") List<String> nodeArgs,
        @Size(max = 50, message = "has at most 50 entries") List<String> interpreterArgs,
        Optional<@Pattern(regexp = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}", message = "is 1 to 64 letters, digits, _, . or -, and does not begin with . or -") @Pattern(regexp = "(?!all$).*", message = "is not all: that addresses every process") String> namespace,
        Optional<String> interpreter,
        Optional<@Pattern(regexp = "[0-9A-Za-z*,/?#LW@ -]{1,100}", message = "is a cron expression, such as 0 4 * * *") String> cronRestart,
        Optional<@PositiveOrZero(message = "is 0 or more milliseconds") @Max(value = 86_400_000, message = "is at most a day") Long> restartDelay,
        Optional<@PositiveOrZero(message = "is 0 or more milliseconds") @Max(value = 86_400_000, message = "is at most a day") Long> expBackoffRestartDelay,
        Optional<@Min(value = 0, message = "is 0 or more") @Max(value = 1_000_000, message = "is at most 1000000") Long> maxRestarts,
        Optional<@Pattern(regexp = "[0-9]{1,12}[hms]?", message = "is a number of milliseconds, or a number with h, m or s") String> minUptime,
        Optional<@PositiveOrZero(message = "is 0 or more milliseconds") @Max(value = 3_600_000, message = "is at most an hour") Long> killTimeout,
        Optional<@PositiveOrZero(message = "is 0 or more milliseconds") @Max(value = 3_600_000, message = "is at most an hour") Long> listenTimeout,
        Optional<@Size(min = 1, max = 100, message = "has 1 to 100 characters") @Pattern(regexp = "\\P{Cc}*", message = "has no control characters") String> logDateFormat,
        @Size(max = 50, message = "has at most 50 entries") List<@Min(value = 0, message = "is 0 to 255") @Max(value = 255, message = "is 0 to 255") Long> stopExitCodes,
        Optional<String> instanceVar,
        Optional<String> incrementVar) {

    public AppOptions {
        args = List.copyOf(args);
        ignoreWatch = List.copyOf(ignoreWatch);
        env = Map.copyOf(env);
        nodeArgs = List.copyOf(nodeArgs);
        interpreterArgs = List.copyOf(interpreterArgs);
        stopExitCodes = List.copyOf(stopExitCodes);
    }

    /// Files to watch for changes.
    ///
    /// @param enabled whether to watch at all
    /// @param paths   what to watch; none means the whole working directory
    public record Watch(boolean enabled, List<String> paths) {

        public Watch {
            paths = List.copyOf(paths);
        }
    }

    /// Its name and script only: arguments and environment may hold secrets.
    @Override
    public String toString() {
        return "AppOptions[" + name.orElse("") + " " + script + "]";
    }
}
