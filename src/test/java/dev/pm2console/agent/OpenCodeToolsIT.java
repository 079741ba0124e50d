package dev.pm2console.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.testsupport.NodePackage;
import dev.pm2console.testsupport.PackagedConsole;
import dev.pm2console.testsupport.RealPm2;

/// The tools for OpenCode: their own tests, in Node.js, against the packaged console with a PM2 of its own.
class OpenCodeToolsIT {

    @TempDir
    Path directory;

    @Test
    void openCodeToolsAreOfThisContractAndWorkOnARealPm2() throws IOException {
        var work = Path.of("target/opencode");
        Files.createDirectories(work);
        Files.createDirectories(Path.of("target/docs"));
        Files.copy(Path.of("docs/openapi.json"), Path.of("target/docs/openapi.json"), StandardCopyOption.REPLACE_EXISTING);
        var tools = NodePackage.installed(Path.of("opencode"), work);
        var token = "opencode-" + UUID.randomUUID();
        try (var pm2 = RealPm2.version(7); var console = new PackagedConsole(directory)) {
            var options = pm2.configuration().entrySet().stream().map(it -> "-D" + it.getKey() + "=" + it.getValue())
                    .toArray(String[]::new);
            var address = console.with("CONSOLE_ADMIN_TOKEN", token).start(options);

            var ended = tools.run("test", Map.of("PM2_CONSOLE_URL", address, "PM2_CONSOLE_TOKEN", token,
                    "PM2_CONSOLE_TEST_APPS_ROOT", pm2.appsRoot().toString(), "PM2_CONSOLE_TEST_STARTUP", "harmless"));

            assertThat(ended.code()).as(ended.output()).isZero();
            assertThat(ended.output()).contains("fail 0").contains("skipped 0").doesNotContain(token);
        }
    }
}
