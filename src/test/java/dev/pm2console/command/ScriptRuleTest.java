package dev.pm2console.command;

import static dev.pm2console.command.TestConsole.json;
import static dev.pm2console.command.TestConsole.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.TestConsole.Trial;

/// Which script may be started, and from where.
class ScriptRuleTest {

    @TempDir
    Path directory;
    private Trial trial;

    @BeforeEach
    void root() throws IOException {
        trial = new Trial(directory, Map.of());
        write(trial.root.resolve("sub/other.js"), "");
        write(directory.resolve("evil.js"), "");
        write(directory.resolve("apps-evil/evil.js"), "");
    }

    private static ObjectNode script(String script) {
        return JsonNodeFactory.instance.objectNode().put("script", script);
    }

    @ParameterizedTest
    @CsvSource({ "app.js, ./app.js", "./app.js, ./app.js", "sub/other.js, ./sub/other.js", "sub//./other.js, ./sub/other.js" })
    void isTakenRelativeToTheRoot(String script, String told) {
        assertThat(trial.accepted(script(script)).options()).containsEntry("script", told)
                .containsEntry("cwd", trial.root.toString());
    }

    @Test
    void aScriptNamedServeIsNotPm2sOwnWebServer() throws IOException {
        write(trial.root.resolve("serve"), "");

        assertThat(trial.told("script", "{script: 'serve'}")).isEqualTo("./serve");
    }

    @Test
    void unicodeNamesAreNames() throws IOException {
        write(trial.root.resolve("größe-é-日本.js"), "");

        assertThat(trial.accepted("{script: 'größe-é-日本.js', name: 'x'}").name()).isEqualTo("x");
    }

    @Test
    void anAppsRootWithSpacesWorks() throws IOException {
        var spaced = new Trial(Files.createDirectory(directory.resolve("with a space")), Map.of());

        assertThat(spaced.accepted("{script: 'app.js'}").options()).containsEntry("script", "./app.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/etc/passwd", "/app.js", "C:\\app.js", "C:/app.js", "\\app.js", "~/app.js", "~root/app.js", "-e", "--eval=1",
            "..", "../evil.js", "sub/../../evil.js", "sub/../app.js", "sub/..", "./../evil.js", "..\\evil.js",
            "sub\\..\\..\\evil.js", "sub/..\\evil.js", "..\\../evil.js", "../", "sub/../", ".././evil.js", "sub\\other.js",
            "a b.js", "app.js ", " app.js", "a\tb.js", "a\nb.js", "app.js\n", "a\r.js", "a\0b.js", "app.js\0", "a\u0007.js",
            "a\u007f.js", "a\u0085.js", "a\u00a0b.js", "a\u2028b.js", "a\u3000b.js", "a\u2003b.js", "a\u200bb.js",
            "a\u202egnp.js", "a\ufeff.js", "a\ud800.js", "app.js/", "sub/other.js//", "", " " })
    void otherFormsAreRefused(String script) {
        assertThat(trial.violations(script(script))).containsOnlyKeys("script");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "%2e%2e/evil.js", "%2e%2e%2fevil.js", "..%2fevil.js", "..;/evil.js", ".../evil.js", "․․/evil.js", "．．/evil.js",
            "‥/evil.js", "..／evil.js", "..∕evil.js", "%252e%252e/evil.js", "nothing.js", "app.js/app.js" })
    void disguisesOfAWayUpAreFilesThatDoNotExist(String script) {
        assertThat(trial.refused(script(script))).isInstanceOf(Failure.ScriptNotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "$(touch x).js", "`id`.js", "a;b.js", "a&b.js", "a|b.js", "a>b.js", "*.js", "{a,b}.js", "!.js",
            "'a'.js", "\"a\".js", "a$IFS.js", "#.js", "(a).js", "a'.js" })
    void shellMetacharactersAreLettersOfAName(String script) throws IOException {
        assertThat(trial.refused(script(script).put("name", "x")).code().name())
                .isIn("SCRIPT_NOT_FOUND", "INVALID_ARGUMENT");
        if (script.contains(" ")) {
            return;
        }
        write(trial.root.resolve(script), "");
        assertThat(trial.accepted(script(script).put("name", "x")).options()).containsEntry("script", "./" + script);
    }

    @Test
    void hasAtMost1024Characters() throws IOException {
        var deep = ("d".repeat(202) + "/").repeat(5) + "a.js"; // 1,019
        write(trial.root.resolve(deep), "");

        assertThat(trial.accepted(script(deep)).name()).isEqualTo("a");
        assertThat(trial.accepted(script("././" + deep + "").put("name", "x")).name()).isEqualTo("x");
        assertThat(trial.refused(script("d".repeat(1024)))).isInstanceOf(Failure.ScriptNotFound.class);
        assertThat(trial.violations(script("d".repeat(1025)))).containsOnlyKeys("script");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{script: null}", "{script: 1}", "{script: ['app.js']}", "{script: {}}", "{script: true}" })
    void isRequiredText(String options) {
        assertThat(trial.violations(options)).containsOnlyKeys("script");
    }

    @Test
    void linksAreFollowed() throws IOException {
        Files.createSymbolicLink(trial.root.resolve("inside.js"), Path.of("sub/other.js"));
        Files.createSymbolicLink(trial.root.resolve("file.js"), directory.resolve("evil.js"));
        Files.createSymbolicLink(trial.root.resolve("neighbour"), directory.resolve("apps-evil"));
        Files.createSymbolicLink(trial.root.resolve("second.js"), Path.of("file.js"));
        Files.createSymbolicLink(trial.root.resolve("third.js"), Path.of("second.js"));
        Files.createSymbolicLink(trial.root.resolve("dangling.js"), directory.resolve("nothing.js"));
        Files.createSymbolicLink(trial.root.resolve("loop.js"), Path.of("loop.js"));
        Files.createSymbolicLink(trial.root.resolve("device.js"), Path.of("/dev/zero"));

        assertThat(trial.accepted("{script: 'inside.js'}").name()).isEqualTo("inside");
        assertThat(trial.path("{script: 'file.js'}")).isEqualTo("outside: script");
        assertThat(trial.path("{script: 'neighbour/evil.js'}")).isEqualTo("outside: script");
        assertThat(trial.path("{script: 'third.js'}")).isEqualTo("outside: script");
        assertThat(trial.path("{script: 'device.js'}")).isEqualTo("outside: script");
        assertThat(trial.path("{script: 'dangling.js'}")).isEqualTo("missing: script");
        assertThat(trial.path("{script: 'loop.js'}")).isEqualTo("missing: script");
    }

    @Test
    void theRootItselfMayBeALink() throws IOException {
        Files.createSymbolicLink(directory.resolve("link"), trial.root);
        var manager = new RecordingManager(trial.home);
        var console = new TestConsole(manager, directory.resolve("link"), Map.of());

        console.start(json("{script: 'other.js', cwd: 'sub'}"));

        assertThat(manager.launched().getFirst().options()).containsEntry("cwd", trial.root.resolve("sub").toString());
    }

    @Test
    void isARegularFile() throws Exception {
        Files.createDirectory(trial.root.resolve("directory.js"));
        assertThat(new ProcessBuilder("mkfifo", trial.root.resolve("fifo.js").toString()).start().waitFor()).isZero();
        assertThat(trial.path("{script: 'directory.js'}")).isEqualTo("missing: script");
        assertThat(trial.path("{script: '.', name: 'x'}")).isEqualTo("missing: script");
        assertThat(trial.path("{script: 'fifo.js'}")).isEqualTo("missing: script");
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(trial.root.resolve("socket.js")));
            assertThat(trial.path("{script: 'socket.js'}")).isEqualTo("missing: script");
        }
    }

    @Test
    void isResolvedAgainstCwd() {
        assertThat(trial.accepted("{script: 'other.js', cwd: 'sub'}").options())
                .containsEntry("cwd", trial.root.resolve("sub").toString());
        assertThat(trial.path("{script: 'app.js', cwd: 'sub'}")).isEqualTo("missing: script");
    }

    @ParameterizedTest
    @ValueSource(strings = { ".", "sub", "./sub/", "sub/../sub", "a/../sub", "ROOT", "ROOT/sub", "ROOT/sub/.." })
    void cwdIsInsideTheRoot(String cwd) {
        var script = cwd.endsWith("sub") || cwd.endsWith("sub/") ? "other.js" : "app.js";

        assertThat(trial.accepted(script(script).put("cwd", cwd.replace("ROOT", trial.root.toString()))).name()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "..", "../", "sub/../..", "sub/../../apps-evil", "/", "/etc", "ROOT/..", "ROOT-evil",
            "ROOT/../apps-evil",
            "link", "link/..", "link/../apps-evil", "sub/../../apps/../home" })
    void cwdIsNotOutside(String cwd) throws IOException {
        Files.createSymbolicLink(trial.root.resolve("link"), directory.resolve("apps-evil"));
        var options = script("evil.js").put("cwd", cwd.replace("ROOT", trial.root.toString()));

        assertThat(trial.refused(options).code().name()).isIn("OUTSIDE_APPS_ROOT", "SCRIPT_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = { "nothing", "app.js", "~", "..\\", "%2e%2e", "$HOME" })
    void cwdIsADirectory(String cwd) {
        assertThat(trial.refused(script("app.js").put("cwd", cwd))).isInstanceOf(Failure.ScriptNotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a\0", "a\nb", "\ud800" })
    void cwdIsPlainText(String cwd) {
        assertThat(trial.violations(script("app.js").put("cwd", cwd))).containsOnlyKeys("cwd");
    }
}
