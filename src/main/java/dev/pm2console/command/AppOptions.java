package dev.pm2console.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import dev.pm2console.process.ExecMode;

/// The options of an application to start. A component has PM2's own name for the option, in camel case where that has
/// underscores. The annotations say what can be said without looking at the machine; [StartRules] says the rest.
public record AppOptions(
        @ScriptPath String script,
        Optional<@AppName String> name,
        @Size(max = 100, message = MANY) List<@Pattern(regexp = "[^\\x00\\p{Cs}]*", message = "has no NUL") String> args,
        Optional<@PlainText(max = 1024) String> cwd,
        Optional<@ValidInstances Instances> instances,
        Optional<ExecMode> execMode,
        Optional<Boolean> autorestart,
        Optional<Boolean> mergeLogs,
        Optional<Boolean> waitReady,
        Optional<Boolean> time,
        Optional<Watch> watch,
        @Size(max = 100, message = MANY) List<@PlainText(max = 200) String> ignoreWatch,
        Optional<@Pattern(regexp = BYTES, message = "is a number of bytes, or a number with K, M or G") String> maxMemoryRestart,
        Map<String, String> env,
        Optional<@LogPath String> logFile,
        Optional<@LogPath String> outFile,
        Optional<@LogPath String> errorFile,
        @Size(max = 50, message = MANY) List<String> nodeArgs,
        @Size(max = 50, message = MANY) List<String> interpreterArgs,
        Optional<@NamespaceName String> namespace,
        Optional<String> interpreter,
        Optional<@CronExpression String> cronRestart,
        Optional<@Milliseconds(max = DAY) Long> restartDelay,
        Optional<@Milliseconds(max = DAY) Long> expBackoffRestartDelay,
        Optional<@Min(value = 0, message = "is 0 or more") @Max(value = 1_000_000, message = "is at most 1000000") Long> maxRestarts,
        Optional<@Pattern(regexp = UPTIME, message = "is 100 or more milliseconds, or a number with h, m or s") String> minUptime,
        Optional<@Milliseconds(max = HOUR) Long> killTimeout,
        Optional<@Milliseconds(max = HOUR) Long> listenTimeout,
        Optional<@PlainText(max = 100) String> logDateFormat,
        @Size(max = 50, message = MANY) List<@Min(value = 0, message = EXIT_CODE) @Max(value = 255, message = EXIT_CODE) Long> stopExitCodes,
        Optional<String> instanceVar,
        Optional<String> incrementVar) {

    private static final String MANY = "has at most {max} entries";
    private static final String EXIT_CODE = "is 0 to 255";
    /// Below 10^18 bytes: a longer number would not come back whole from PM2's list.
    private static final String BYTES = "[1-9][0-9]{0,14}|[1-9][0-9]{0,11}K|[1-9][0-9]{0,8}M|[1-9][0-9]{0,5}G";
    private static final String UPTIME = "[1-9][0-9]{2,11}|[1-9][0-9]{0,5}[hms]";
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

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
