package dev.pm2console.command;

import static dev.pm2console.command.TestConsole.json;
import static dev.pm2console.command.TestConsole.write;
import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.pm2.Pm2;

/// What a real PM2 makes of what the rules let pass: the application says what it was given.
class StartOnRealPm2Test {

    private static final String TELL = """
            const fs = require('fs');
            fs.writeFileSync(process.env.TOLD + '.part', JSON.stringify({argv: process.argv.slice(2), env: process.env}));
            fs.renameSync(process.env.TOLD + '.part', process.env.TOLD);
            setInterval(() => {}, 1000000);
            """;
    private static Path directory;
    private static Path root;
    private static Path temporary;
    private static Pm2 pm2;
    private static TestConsole console;

    @BeforeAll
    static void open() throws IOException {
        directory = Files.createTempDirectory("rules"); // short: a socket's path has an end
        root = Files.createDirectories(directory.resolve("the apps"));
        temporary = Files.createDirectory(directory.resolve("tmp"));
        write(root.resolve("tell.js"), TELL);
        write(root.resolve("serve"), TELL);
        var environment = new ConcurrentHashMap<>(System.getenv());
        environment.put("CONSOLE_SECRET", "not for applications");
        pm2 = new Pm2(new Pm2.Settings(directory.resolve("home"), Optional.of(Path.of("target/pm2/node_modules/.bin/pm2")
                .toAbsolutePath()), Duration.ofSeconds(30), environment, directory));
        console = new TestConsole(pm2.manager(), root, Map.of());
    }

    @AfterAll
    static void end() throws IOException {
        try {
            pm2.manager().kill();
        } finally {
            pm2.close();
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @AfterEach
    void removeAll() {
        if (!pm2.manager().refresh().isEmpty()) {
            console.delete("all");
        }
    }

    private static ObjectNode tell(String name) {
        var options = JsonNodeFactory.instance.objectNode().put("script", "tell.js").put("name", name);
        options.putObject("env").put("TOLD", told(name).toString());
        return options;
    }

    private static Path told(String name) {
        return temporary.resolve(name + ".json");
    }

    private static JsonNode whatItWasTold(String name) {
        await().until(() -> Files.exists(told(name)));
        try {
            return json(Files.readString(told(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void argumentsAndEnvironmentArriveUnchanged() {
        var hostile = List.of("$(touch pwned)", "`id`", "; touch pwned", "&& touch pwned", "| cat", "> pwned", "a\nb", "", " ",
                "'", "\"", "\\", "-e", "--", "*", "~", "$HOME", "💥", "\u2028\u2029", "</script>", "');process.exit();('");
        for (var mode : List.of("fork", "cluster")) {
            var options = tell("hostile-" + mode).put("exec_mode", mode);
            hostile.forEach(options.putArray("args")::add);
            for (var i = 0; i < hostile.size(); i++) {
                ((ObjectNode) options.get("env")).put("V" + i, hostile.get(i));
            }

            console.start(options);

            var told = whatItWasTold("hostile-" + mode);
            assertThat(told.get("argv")).as(mode).extracting(JsonNode::asText).isEqualTo(hostile);
            for (var i = 0; i < hostile.size(); i++) {
                assertThat(told.get("env").get("V" + i).asText()).as(mode).isEqualTo(hostile.get(i));
            }
            assertThat(told.get("env").has("CONSOLE_SECRET")).isFalse();
        }
        assertThat(root.resolve("pwned")).doesNotExist();
    }

    @Test
    void anEnvironmentLongerThanPm2ReadsFromItsInputArrivesWhole() {
        var options = tell("long");
        for (var i = 0; i < 100; i++) {
            ((ObjectNode) options.get("env")).put("V" + i, Integer.toString(i).repeat(1024).substring(0, 1024));
        }
        var modes = new ConcurrentHashMap<Path, String>();
        try (var _ = new FilesOfPm2Command(modes)) {
            console.start(options);
        }

        var env = whatItWasTold("long").get("env");
        for (var i = 0; i < 100; i++) {
            assertThat(env.get("V" + i).asText()).isEqualTo(options.get("env").get("V" + i).asText());
        }
        assertThat(modes.values()).isNotEmpty().containsOnly("rwx------");
        assertThat(modes.keySet()).noneMatch(Files::exists);
    }

    @Test
    void aScriptNamedServeIsRun() {
        var options = tell("serve").put("script", "serve").put("interpreter", "node");

        console.start(options);

        assertThat(whatItWasTold("serve").get("env").get("pm_exec_path").asText()).isEqualTo(root.resolve("serve").toString());
    }

    @Test
    void anEcosystemIsComparedWithWhatRuns() {
        var ecosystem = "{apps: [{script: 'tell.js', name: 'eco', args: ['a b', 'c'], max_memory_restart: '200M', "
                + "min_uptime: '5s', node_args: ['--max-old-space-size=100'], stop_exit_codes: [0, 3], autorestart: true, "
                + "kill_timeout: 2000, cron_restart: '0 4 * * *', namespace: 'n', watch: false, ignore_watch: ['x'], "
                + "max_restarts: MAX, env: {TOLD: '" + told("eco") + "', SECRET: 'VALUE', N: 1}}]}";
        var first = ecosystem.replace("MAX", "5").replace("VALUE", "geheim");

        assertThat(only(console.ecosystem(json(first))).outcome()).isEqualTo("started");
        assertThat(only(console.ecosystem(json(first)))).satisfies(app -> {
            assertThat(app.outcome()).isEqualTo("left");
            assertThat(app.changes()).isEmpty();
            assertThat(app.processes()).extracting(Results.Summary::restarts).containsExactly(0);
        });
        var changed = ecosystem.replace("MAX", "6").replace("VALUE", "anders");
        var preview = only(console.ecosystem(json(changed.replace("{apps", "{preview: true, apps"))));
        assertThat(preview.outcome()).isEqualTo("changed");
        assertThat(preview.changes()).isEqualTo(Set.of("env.SECRET", "max_restarts"));
        assertThat(preview.toString()).doesNotContain("geheim", "anders");
        assertThat(only(console.ecosystem(json(changed.replace("{apps", "{onExisting: 'refuse', apps")))).outcome())
                .isEqualTo("refused");
        assertThat(only(console.ecosystem(json(changed))).processes()).extracting(Results.Summary::restarts).containsExactly(1);
        assertThat(only(console.ecosystem(json(changed))).outcome()).isEqualTo("left");
        assertThat(only(console.ecosystem(json(first.replace("{apps", "{onExisting: 'reload', apps")))).outcome())
                .isEqualTo("changed");
        await().until(() -> whatItWasTold("eco").get("env").get("SECRET").asText().equals("geheim"));
        var moved = first.replace("script: 'tell.js'", "script: 'serve', interpreter: 'node'");
        assertThat(only(console.ecosystem(json(moved)))).satisfies(app -> {
            assertThat(app.outcome()).isEqualTo("refused");
            assertThat(app.reason().orElseThrow()).contains("script");
        });
    }

    private static Results.Planned only(Results.EcosystemPlan plan) {
        assertThat(plan.apps()).hasSize(1);
        return plan.apps().getFirst();
    }

    /// Looks at the private directories that the `pm2` command's input is written to, while they are there.
    private static final class FilesOfPm2Command implements AutoCloseable {
        private final Map<Path, String> modes;
        private final Set<Path> before = now();
        private final Thread looking = Thread.ofVirtual().unstarted(this::look);
        private volatile boolean open = true;

        FilesOfPm2Command(Map<Path, String> modes) {
            this.modes = modes;
            looking.start();
        }

        static Set<Path> now() {
            try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                return files.filter(file -> file.getFileName().toString().startsWith("pm2-console"))
                        .filter(file -> Files.exists(file.resolve("ecosystem.json")))
                        .collect(Collectors.toSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void look() {
            while (open) {
                now().stream().filter(file -> !before.contains(file)).forEach(file -> {
                    try {
                        modes.put(file, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                    } catch (IOException gone) {
                        // it is there for a moment only
                    }
                });
            }
        }

        @Override
        public void close() {
            open = false;
            try {
                looking.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
