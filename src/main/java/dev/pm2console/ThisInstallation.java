package dev.pm2console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.Config;

import dev.pm2console.cli.Installation;

/// Finds out how the console was started that looks at itself.
///
/// @param process     its system process
/// @param command     the executable command it is carrying out, `service`; what stands before that are its options
/// @param environment its environment
record ThisInstallation(ProcessHandle.Info process, String command, Map<String, String> environment) {

    private static final List<String> SETTINGS = List.of("CONSOLE_", "QUARKUS_", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    /// @throws IllegalStateException if the system doesn't tell how it was started
    Installation with(Config config, Path data, Path userHome, String user) {
        var directory = Path.of("").toAbsolutePath();
        var pm2Home = path(config, "console.pm2.home").or(() -> Optional.ofNullable(environment.get("PM2_HOME")).map(Path::of))
                .orElse(userHome.resolve(".pm2"));
        return new Installation(user, started(directory), directory, absolute(data),
                absolute(pm2Home), absolute(path(config, "console.apps.root").orElse(directory)),
                environment.getOrDefault("PATH", ""),
                environment.keySet().stream().filter(it -> SETTINGS.stream().anyMatch(it::startsWith)).sorted().toList());
    }

    private List<String> started(Path directory) {
        var arguments = process.arguments().orElseThrow(ThisInstallation::unknown);
        var words = new ArrayList<>(List.of(process.command().orElseThrow(ThisInstallation::unknown)));
        var before = "";
        for (var argument : Stream.of(arguments).takeWhile(it -> !it.equals(command)).toList()) {
            words.add(before.equals("-jar") ? directory.resolve(argument).normalize().toString() : argument);
            before = argument;
        }
        return words;
    }

    private static Optional<Path> path(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(it -> !it.isBlank()).map(Path::of);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static IllegalStateException unknown() {
        return new IllegalStateException("the system does not tell how this program was started");
    }
}
