package dev.pm2console.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.testsupport.NodePackage;
import dev.pm2console.testsupport.PackagedConsole;
import dev.pm2console.testsupport.RealPm2;

/// The packaged console's MCP server, driven by the official TypeScript SDK, on a real PM2.
@Timeout(240)
class McpSdkIT {

    @Test
    void officialClientDrivesAProcessFromStartToEnd(@TempDir Path directory) throws IOException {
        var scenario = NodePackage.installed(Path.of("src/test/mcp"), Path.of("target/mcp"));
        var token = "mcp-sdk-" + UUID.randomUUID();
        try (var pm2 = RealPm2.version(7); var console = new PackagedConsole(directory)) {
            var options = pm2.configuration().entrySet().stream().map(it -> "-D" + it.getKey() + "=" + it.getValue())
                    .toArray(String[]::new);
            var address = console.with("CONSOLE_ADMIN_TOKEN", token).start(options);

            var ended = scenario.run("test", Map.of("MCP_URL", address + "/mcp", "MCP_TOKEN", token));

            assertThat(ended.code()).as(ended.output()).isZero();
            assertThat(ended.output()).contains("fail 0").contains("skipped 0").doesNotContain(token);
        }
    }
}
