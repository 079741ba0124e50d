package dev.pm2console.pm2;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;

/// Runs the `pm2` command for what the daemon's socket does not offer: with an argument list and a small environment of
/// its own, because PM2 hands the command's whole environment to every application that it starts.
final class Pm2Command {

    private static final String HOW_TO_GET_IT = "Install Node.js and PM2 (npm install -g pm2), or name it in"
            + " console.pm2.command";
    /// Variables of the console that the command may have too; everything else stays here.
    private static final Set<String> PASSED_ON = Set.of(
            "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR");
    /// PM2 takes the first chunk it reads from its input as the whole of it, and a chunk is at most 64 KiB.
    private static final int MAX_INPUT = 60_000;
    /// What PM2 waits at most, unless told otherwise, for one process to say that it is ready.
    private static final Duration FOR_EACH_APP = Duration.ofSeconds(3);
    /// For the end of a command's output, once it has ended itself.
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    private static final int MAX_MESSAGE = 1_000;
    /// How `env`, in the command's first line, ends where it does not find what it is to run.
    private static final int NO_INTERPRETER = 127;
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");
    private static final Pattern ERROR = Pattern.compile("^(\\[PM2]\\[(ERROR|WARN)]|\\[ERROR]|>>>>|Error:|\\w*Error: ).*");

    private final Optional<Path> executable;
    private final Duration deadline;
    private final Map<String, String> environment;
    private final ObjectMapper json;

    /// A `Pm2Command` for one home.
    ///
    /// @param executable  the `pm2` command, empty where there is none
    /// @param deadline    after which a run is ended, with all its descendants
    /// @param environment the console's own, of which a small part is handed on
    Pm2Command(
            Optional<Path> executable,
            Pm2Home home,
            Duration deadline,
            Map<String, String> environment,
            ObjectMapper json) {
        this.executable = executable;
        this.deadline = deadline;
        this.environment = chosen(environment, home);
        this.json = json;
    }

    private static Map<String, String> chosen(Map<String, String> environment, Pm2Home home) {
        var chosen = new HashMap<>(environment);
        chosen.keySet().retainAll(PASSED_ON);
        chosen.put("PM2_HOME", home.directory().toString());
        return Map.copyOf(chosen);
    }

    /// The directory of the PM2 package that the command belongs to.
    Optional<Path> packageDirectory() {
        return executable.flatMap(path -> {
            try {
                return Stream.iterate(path.toRealPath().getParent(), directory -> directory != null, Path::getParent)
                        .filter(directory -> Files.isRegularFile(directory.resolve("package.json")))
                        .findFirst();
            } catch (IOException gone) {
                return Optional.empty();
            }
        });
    }

    /// The command's version, read from its package.
    Optional<String> version() {
        return packageDirectory().flatMap(directory -> {
            try {
                return Optional.ofNullable(json.readTree(directory.resolve("package.json").toFile()).get("version"))
                        .map(version -> version.asText());
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        });
    }

    /// Its environment's search path.
    String searchPath() {
        return environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
    }

    /// A run with these arguments as a line for a person's shell; empty where there is no command.
    Optional<String> line(Optional<Path> directory, List<String> arguments) {
        return executable.map(path -> {
            var home = environment.get("PM2_HOME");
            var isUsual = home.equals(environment.get("HOME") + "/.pm2");
            var words = new ArrayList<>(isUsual ? List.<String> of() : List.of("env", "PM2_HOME=" + home));
            words.add(path.toString());
            words.addAll(arguments);
            return directory.map(it -> ShellLine.of(List.of("cd", it.toString())) + " && ").orElse("") + ShellLine.of(words);
        });
    }

    /// Runs `pm2` with these arguments.
    ///
    /// @throws DaemonException if there is no command, it fails, or the deadline passes
    void run(String... arguments) {
        run(1, arguments);
    }

    /// Runs `pm2` with these arguments, which start so many processes.
    void run(int processes, String... arguments) {
        run(List.of(arguments), new byte[0], patience(processes));
    }

    /// How long a run may take that starts so many processes: PM2 starts them nearly one by one, and ending it half-way
    /// would leave half of them.
    private Duration patience(int processes) {
        return deadline.plus(FOR_EACH_APP.multipliedBy(Math.max(0, processes - 1)));
    }

    /// Hands an ecosystem description to `pm2 start` on its input, where no other program can see it. What PM2 could not
    /// read whole from there, and what is to be reloaded (PM2 takes that from a file only), goes into a file that only this
    /// user can read and that is gone afterwards.
    ///
    /// @param reload    reload what runs already instead of restarting it
    /// @param processes how many it starts
    void launch(byte[] ecosystem, boolean reload, int processes) {
        if (!reload && ecosystem.length <= MAX_INPUT) {
            run(List.of("start", "-"), ecosystem, patience(processes));
            return;
        }
        try {
            var directory = Files.createTempDirectory("pm2-console");
            var file = directory.resolve("ecosystem.json");
            try {
                Files.write(file, ecosystem);
                run(processes, reload ? "startOrReload" : "start", file.toString());
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw refused("pm2 start", "the temporary file for it could not be written: " + e.getMessage());
        }
    }

    private void run(List<String> arguments, byte[] input, Duration patience) {
        var call = "pm2 " + arguments.getFirst();
        var argv = new ArrayList<String>();
        argv.add(executable.orElseThrow(() -> refused(call,
                "the pm2 command was not found. " + HOW_TO_GET_IT))
                .toString());
        argv.addAll(arguments);
        var builder = new ProcessBuilder(argv).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            var child = builder.start();
            var output = new CommandOutput(child.getInputStream());
            Thread.startVirtualThread(() -> write(child.getOutputStream(), input));
            try {
                if (!child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new DaemonException(new DaemonFailure.TimedOut(call, patience));
                }
                if (child.exitValue() != 0) {
                    throw refused(call, message(output.text(LAST_WORDS), child.exitValue()));
                }
            } finally {
                end(child);
            }
        } catch (IOException e) {
            throw refused(call, executable.filter(Files::isExecutable).isPresent()
                    ? "the pm2 command could not be run: " + e.getMessage()
                    : "the pm2 command is not there any more, or may not be run. " + HOW_TO_GET_IT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DaemonException(new DaemonFailure.ConnectionLost(call), e);
        }
    }

    /// Ends what is still there of a run.
    private static void end(Process child) {
        if (child.isAlive()) {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly();
        }
    }

    private static void write(OutputStream stream, byte[] input) {
        try (stream) {
            stream.write(input);
        } catch (IOException ended) {
            // a child that does not want its input says in its exit code what is wrong
        }
    }

    /// The lines of the command's output that tell an error, without colours; PM2 surrounds them with banners and tables.
    private static String message(String output, int exitCode) {
        var lines = COLOUR.matcher(output).replaceAll("").lines().map(String::strip)
                .filter(line -> ERROR.matcher(line).matches()).distinct().toList();
        var text = exitCode == NO_INTERPRETER ? "Node.js, which runs it, is not on the PATH"
                : lines.isEmpty() ? "it ended with code " + exitCode : String.join("; ", lines);
        return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…";
    }

    private static DaemonException refused(String call, String error) {
        return new DaemonException(new DaemonFailure.Refused(call, error));
    }
}
