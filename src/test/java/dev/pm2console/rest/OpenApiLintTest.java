package dev.pm2console.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.testsupport.Patience;

/// The contract keeps the rules of `src/test/openapi/redocly.yaml`, as a linter sees it that others use too.
class OpenApiLintTest {

    private static final Path COPY = Path.of("docs/openapi.json");
    private static final Path LINTER = Path.of("target/openapi-lint/node_modules/@redocly/cli/bin/cli.js");

    @TempDir
    Path temporary;

    @Test
    void contractKeepsTheRules() throws Exception {
        var verdict = lint(COPY);

        assertThat(verdict.status()).as(verdict.text()).isZero();
    }

    @Test
    void brokenContractIsNoticed() throws Exception {
        var broken = temporary.resolve("openapi.json");
        Files.writeString(broken, Files.readString(COPY)
                .replaceFirst("\"operationId\": \"killPM2\",", "")
                .replaceFirst("\"daemon\": \"online\",", "\"daemon\": 1,"));

        var verdict = lint(broken);

        assertThat(verdict.status()).as(verdict.text()).isEqualTo(1);
        assertThat(verdict.text()).contains("operation-operationId", "no-invalid-media-type-examples");
    }

    private record Verdict(int status, String text) {
    }

    private Verdict lint(Path document) throws IOException, InterruptedException {
        assertThat(LINTER).as("the linter, which the build installs (needs npm): ./mvnw generate-test-resources").exists();
        var output = temporary.resolve("verdict.txt");
        var builder = new ProcessBuilder(List.of("node", LINTER.toString(), "lint", "--config=src/test/openapi/redocly.yaml",
                "--lint-config=error", "--format=stylish", document.toString()));
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        var linter = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(linter.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return new Verdict(linter.exitValue(), Files.readString(output));
        } finally {
            linter.destroyForcibly();
        }
    }
}
