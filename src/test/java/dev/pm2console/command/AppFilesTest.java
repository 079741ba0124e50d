package dev.pm2console.command;

import static dev.pm2console.command.TestConsole.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be seen of the apps root, and that nothing outside of it can.
class AppFilesTest {

    @TempDir
    Path directory;
    private Path root;
    private TestConsole console;

    @BeforeEach
    void console() throws IOException {
        root = directory.resolve("apps");
        write(root.resolve("shop/server.js"), "");
        write(root.resolve("ecosystem.json"), "{}");
        write(directory.resolve("outside/secret.json"), "{}");
        console = new TestConsole(new RecordingManager(directory.resolve("home")), root, Map.of());
    }

    private List<String> names(String of) {
        return console.list(of).entries().stream().map(FileResults.Entry::name).toList();
    }

    private Failure refused(String of) {
        return catchThrowableOfType(CommandException.class, () -> console.list(of)).failure();
    }

    @Test
    void likelyScriptsComeFirst() throws IOException {
        for (var file : List.of("README.md", "worker.py", "app.mjs", "run.sh", ".hidden.js", "node_modules/x.js", "notes")) {
            write(root.resolve("lib").resolve(file), "");
        }
        write(root.resolve("lib/sub/index.js"), "");
        write(root.resolve("lib/tool"), "");
        assertThat(root.resolve("lib/tool").toFile().setExecutable(true)).isTrue();

        assertThat(names("lib")).containsExactly("app.mjs", "run.sh", "tool", "worker.py", "sub", "notes", "README.md");
    }

    @Test
    void mainOfThePackageIsTheFirstAndThePackageIsTheHome() throws IOException {
        write(root.resolve("shop/package.json"), "{\"main\": \"dist/main.js\"}");
        write(root.resolve("shop/dist/main.js"), "");

        assertThat(console.list("shop").entries().getFirst())
                .isEqualTo(new FileResults.Entry(FileResults.Kind.MAIN, "dist/main.js", "shop/dist/main.js"));
        assertThat(console.list("shop/dist").home()).isEqualTo("shop");
        assertThat(console.list(".").home()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"main\": \"../../outside/secret.json\"}", "{\"main\": \"/etc/passwd\"}", "{\"main\": 5}",
            "{\"main\": \"nothing.js\"}", "{", "{\"main\": \"link.js\"}" })
    void mainThatIsNoneIsLeftOut(String manifest) throws IOException {
        write(root.resolve("shop/package.json"), manifest);
        Files.createSymbolicLink(root.resolve("shop/link.js"), directory.resolve("outside/secret.json"));

        assertThat(names("shop")).containsExactly("server.js", "package.json");
    }

    @Test
    void linksThatLeadOutAreNotThere() throws IOException {
        Files.createSymbolicLink(root.resolve("out"), directory.resolve("outside"));
        Files.createSymbolicLink(root.resolve("out.json"), directory.resolve("outside/secret.json"));
        Files.createSymbolicLink(root.resolve("nowhere"), directory.resolve("nothing"));
        Files.createSymbolicLink(root.resolve("in"), root.resolve("shop"));

        assertThat(names(".")).containsExactly("in", "shop", "ecosystem.json");
        assertThat(refused("out")).isInstanceOf(Failure.OutsideAppsRoot.class);
        assertThat(names("in")).containsExactly("server.js");
    }

    @ParameterizedTest
    @ValueSource(strings = { "..", "shop/../..", "/", "/etc", "../outside", "/does/not/exist", "../nothing" })
    void whatIsOutsideIsRefusedWhetherItExistsOrNot(String path) {
        assertThat(refused(path)).isInstanceOf(Failure.OutsideAppsRoot.class);
        assertThat(catchThrowableOfType(CommandException.class, () -> console.read(path)).failure())
                .isInstanceOf(Failure.OutsideAppsRoot.class);
    }

    @Test
    void fiveHundredAreShown() throws IOException {
        for (var i = 0; i < 510; i++) {
            write(root.resolve("many/" + i + ".txt"), "");
        }
        write(root.resolve("many/zzz.js"), "");

        var many = console.list("many");

        assertThat(many.entries()).hasSize(500).first().extracting(FileResults.Entry::name).isEqualTo("zzz.js");
        assertThat(many.left()).isEqualTo(11);
    }

    @Test
    void ecosystemFileIsReadAsText() throws IOException {
        write(root.resolve("shop/eco.json"), "{\"apps\": []}");

        assertThat(console.read("shop/eco.json")).isEqualTo(new FileResults.EcosystemFile("shop", "{\"apps\": []}"));
        assertThat(console.read("ecosystem.json").directory()).isEmpty();
    }

    @Test
    void otherFilesAreNotRead() throws IOException {
        Files.createSymbolicLink(root.resolve("link.json"), directory.resolve("outside/secret.json"));
        write(root.resolve("large.json"), " ".repeat(300_000));
        Files.write(root.resolve("latin.json"), "ä".getBytes(StandardCharsets.ISO_8859_1));

        for (var file : List.of("link.json", "large.json", "latin.json", "shop/server.js", "shop", "none.json")) {
            assertThat(catchThrowableOfType(CommandException.class, () -> console.read(file))).as(file).isNotNull();
        }
    }
}
