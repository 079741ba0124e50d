package dev.pm2console.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A real PM2 that the build has installed, in a home and with an apps root of its own under a temporary directory. The
/// apps root holds copies of the applications in `src/test/resources/apps`.
///
/// Its [#command] is a wrapper around PM2's: it keeps the arguments and the environment of each run in [#runs], and it
/// swallows `pm2 startup`, which as root would change the machine that the tests run on.
///
/// Whoever makes one closes it. That ends every system process that has this home in its environment, so nothing stays
/// behind even of a daemon that was killed.
public final class RealPm2 implements AutoCloseable {

    private static final long PATIENCE = Patience.LONG.toSeconds();
    /// The most characters that the path of a Unix-domain socket may have are few.
    private static final String PREFIX = "pm2c";

    private final Path directory;
    private final Path installed;
    private Duration memoryCheck = Duration.ofSeconds(30);

    /// One run of the command.
    ///
    /// @param arguments   without the command itself
    /// @param environment what the command found in its environment
    public record Run(List<String> arguments, List<String> environment) {
    }

    private RealPm2(Path directory, Path installed) {
        this.directory = directory;
        this.installed = installed;
    }

    /// A home without a daemon.
    ///
    /// @param major PM2's version: 5, 6 or 7
    public static RealPm2 version(int major) {
        try {
            var target = Path.of("target").toAbsolutePath();
            var installed = target.resolve(major == 7 ? "pm2" : "pm2-" + major).resolve("node_modules/pm2");
            if (!Files.isRegularFile(installed.resolve("bin/pm2"))) {
                throw new IllegalStateException("PM2 " + major + " is not in " + installed
                        + ": the build installs it (needs npm), ./mvnw generate-test-resources");
            }
            var pm2 = new RealPm2(Files.createTempDirectory(PREFIX).toRealPath(), installed);
            pm2.prepare();
            return pm2;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path home() {
        return directory.resolve("home");
    }

    public Path appsRoot() {
        return directory.resolve("apps root"); // a space, because people have such directories
    }

    /// The wrapper around PM2's command.
    public Path command() {
        return directory.resolve("pm2/bin/pm2");
    }

    /// How often the daemon that is started from here looks for processes over their limit of memory.
    public RealPm2 checkingMemoryEvery(Duration interval) {
        memoryCheck = interval;
        return this;
    }

    /// Starts the daemon, where there is none.
    public RealPm2 startDaemon() {
        pm2("ping");
        return this;
    }

    /// The daemon's system process; there must be one.
    public ProcessHandle daemon() {
        try {
            var pid = Long.parseLong(Files.readString(home().resolve("pm2.pid")).strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("the daemon is gone"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs PM2's own command, and answers what it wrote.
    public String pm2(String... arguments) {
        var argv = new ArrayList<>(List.of(installed.resolve("bin/pm2").toString()));
        argv.addAll(List.of(arguments));
        return run(argv);
    }

    /// Sends a signal, such as `STOP`, to a system process.
    public void signal(ProcessHandle process, String name) {
        run(List.of("kill", "-" + name, Long.toString(process.pid())));
    }

    /// The runs of [#command] so far, oldest first.
    public List<Run> runs() {
        try (var files = Files.list(directory.resolve("runs"))) {
            return files.filter(file -> file.toString().endsWith(".argv"))
                    .sorted(Comparator.comparing(RealPm2::modified)).map(RealPm2::recorded).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The system processes that belong to this home: the daemon, its applications, and commands that run.
    public List<ProcessHandle> processes() {
        var mark = "PM2_HOME=" + home();
        return ProcessHandle.allProcesses().filter(process -> environment(process).contains(mark)).toList();
    }

    /// Ends the applications of a daemon that was killed.
    public void endOrphans() {
        var orphans = processes().stream().filter(RealPm2::isApplication).toList();
        orphans.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        var left = processes();
        for (var attempt = 0; attempt < 50 && !left.isEmpty(); attempt++) {
            // the daemon first, which would start its applications again
            left.stream().filter(process -> !isApplication(process)).forEach(ProcessHandle::destroyForcibly);
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(process -> process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join());
            left = processes();
        }
        Scratch.remove(directory);
    }

    private void prepare() throws IOException {
        for (var name : List.of("home", "apps root", "pm2/bin", "runs")) {
            Files.createDirectories(directory.resolve(name));
        }
        var apps = Path.of("src/test/resources/apps");
        try (var files = Files.list(apps)) {
            for (var file : files.toList()) {
                Files.copy(file, appsRoot().resolve(file.getFileName()));
            }
        }
        Files.copy(installed.resolve("package.json"), directory.resolve("pm2/package.json"));
        Files.createSymbolicLink(directory.resolve("pm2/lib"), installed.resolve("lib"));
        var runs = directory.resolve("runs");
        Files.writeString(command(), """
                #!/bin/sh
                printf '%%s\\n' "$@" > '%s'/$$.argv
                env > '%s'/$$.env
                [ "$1" = startup ] && exit 0
                exec '%s' "$@"
                """.formatted(runs, runs, installed.resolve("bin/pm2")));
        if (!command().toFile().setExecutable(true)) {
            throw new IOException(command() + " can't be made executable");
        }
    }

    private String run(List<String> argv) {
        try {
            var builder = new ProcessBuilder(argv).redirectErrorStream(true).directory(appsRoot().toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG"));
            builder.environment().put("PM2_HOME", home().toString());
            builder.environment().put("PM2_WORKER_INTERVAL", Long.toString(memoryCheck.toMillis()));
            // into a file: a daemon that the command starts would keep a pipe open
            var output = Files.createTempFile(directory, "output", ".txt");
            var child = builder.redirectOutput(output.toFile()).start();
            if (!child.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                child.destroyForcibly();
                throw new IllegalStateException(argv + " takes longer than " + Patience.LONG);
            }
            var text = Files.readString(output);
            if (child.exitValue() != 0) {
                throw new IllegalStateException(argv + " ended with " + child.exitValue() + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Run recorded(Path argv) {
        try {
            var environment = Path.of(argv.toString().replaceFirst("\\.argv$", ".env"));
            return new Run(Files.readAllLines(argv), Files.readAllLines(environment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> environment(ProcessHandle process) {
        try {
            var bytes = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static boolean isApplication(ProcessHandle process) {
        return environment(process).stream().anyMatch(it -> it.startsWith("pm_id="));
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }

    /// The console's configuration for this PM2.
    public Map<String, String> configuration() {
        return Map.of(
                "console.pm2.home", home().toString(),
                "console.pm2.command", command().toString(),
                "console.apps.root", appsRoot().toString(),
                "console.data", home().resolveSibling("data").toString());
    }
}
