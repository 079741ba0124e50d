package dev.pm2console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

/// The version stands in `pom.xml`; who can't take it from there has the same.
class VersionTest {

    private static String version() {
        return ConfigProvider.getConfig().getValue("pm2-console.version", String.class);
    }

    @Test
    void theToolsForOpenCodeHaveTheConsoles() throws IOException {
        var tools = new ObjectMapper().readTree(Path.of("opencode/package.json").toFile()).path("version").asText();

        assertThat(tools).isEqualTo(version().replace("-SNAPSHOT", ""));
    }

    @Test
    void theChangelogHasIt() throws IOException {
        var heading = version().endsWith("-SNAPSHOT") ? "## [Unreleased]" : "## [" + version() + "]";

        assertThat(Files.readAllLines(Path.of("CHANGELOG.md"))).anyMatch(line -> line.startsWith(heading));
    }
}
