package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.command.Operation;
import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;

/// Does what `docs/curl.md` tells people to do, as it stands there, with what the build has packaged: each command once.
@QuarkusIntegrationTest
@ResourceLock("the one console of @QuarkusIntegrationTest")
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class CurlRecipesIT {

    private static final Pattern BLOCK = Pattern.compile("^```sh\n(.*?)^```\n(?:\nAnswers ([^.:]*))?",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^### (\\w+)$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path directory;

    private final Api api = new Api();
    RealPm2 pm2;

    /// One of the document's blocks.
    ///
    /// @param answer the fields that its last line answers, as the document says
    private record Recipe(String script, List<String> answer) {
    }

    @BeforeEach
    void copyExamples() throws IOException {
        var examples = Files.createDirectories(pm2.appsRoot().resolve("examples"));
        try (var files = Files.list(Path.of("examples"))) {
            for (var file : files.toList()) {
                Files.write(examples.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        // the example takes up to a minute to fail
        Files.writeString(examples.resolve("flaky.js"), """
                const fs = require('node:fs');
                if (fs.existsSync(__filename + '.failed')) {
                  setInterval(() => {}, 1 << 30);
                } else {
                  fs.writeFileSync(__filename + '.failed', '');
                  console.error('Error: the database is gone');
                  setTimeout(() => process.exit(3), 300);
                }
                """);
    }

    @AfterEach
    void bringTheDaemonBack() {
        pm2.startDaemon();
        api.awaitDaemon("online");
        api.deleteAll();
    }

    @Test
    void everyCommandHasARecipe() throws IOException {
        var recipes = HEADING.matcher(document()).results().map(found -> found.group(1)).toList();

        assertThat(recipes).doesNotHaveDuplicates().contains(Arrays.stream(Operation.values())
                // for pages only; for a browser's session; would go to another machine
                .filter(operation -> !List.of(Operation.BROWSE_APPS, Operation.CHANGE_PASSWORD, Operation.TEST_ALERT_CHANNEL)
                        .contains(operation))
                .map(Operation::publicName).toArray(String[]::new));
    }

    @Test
    void everyRecipeDoesWhatItSays() throws Exception {
        var recipes = BLOCK.matcher(document()).results().map(CurlRecipesIT::recipe).toList();
        var first = recipes.getFirst().script;

        for (var recipe : recipes.subList(1, recipes.size())) {
            awaitWhatItNeeds(recipe);
            var said = run(first + recipe.script, recipe.script);
            if (!recipe.answer.isEmpty()) {
                assertThat(lastAnswer(said).properties()).as("%s\n%s", recipe.script, said).extracting(it -> it.getKey())
                        .containsExactlyElementsOf(recipe.answer);
            }
        }
        assertThat(json.readTree(api.get("/status").asString()).path("daemon").asText()).isNotEqualTo("online");
    }

    /// People take longer than this test to go on.
    private void awaitWhatItNeeds(Recipe recipe) {
        if (recipe.script.contains("/actions/")) {
            await().until(() -> !api.get("/processes/probes").jsonPath().getList("processes[0].actions").isEmpty());
        }
        if (recipe.script.contains("/logs/context")) {
            await().until(() -> api.get("/events?process=flaky").asString().contains("\"line\":\""));
        }
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("docs/curl.md"));
    }

    private static Recipe recipe(MatchResult block) {
        var answer = block.group(2) == null ? List.<String> of()
                : NAME.matcher(block.group(2)).results().map(name -> name.group(1)).toList();
        return new Recipe(block.group(1), answer);
    }

    private JsonNode lastAnswer(String said) throws IOException {
        JsonNode last = null;
        try (var answers = json.readerFor(JsonNode.class).<JsonNode> readValues(said)) {
            while (answers.hasNext()) {
                last = answers.next();
            }
        }
        assertThat(last).as(said).isNotNull();
        return last;
    }

    /// What a script writes, which has to end well.
    private String run(String script, String recipe) throws IOException, InterruptedException {
        var output = directory.resolve("output");
        var errors = directory.resolve("errors");
        var builder = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", script).directory(directory.toFile());
        builder.environment().keySet().retainAll(List.of("PATH", "LANG"));
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("CONSOLE", "http://127.0.0.1:" + RestAssured.port);
        builder.environment().put("TOKEN", RealPm2Resource.TOKEN);
        builder.environment().put("PASSWORD", "correct horse battery staple of the tests");
        var shell = builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        try {
            assertThat(shell.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).as(recipe).isTrue();
            assertThat(shell.exitValue()).as("%s\n%s\n%s", recipe, Files.readString(output), Files.readString(errors)).isZero();
            return Files.readString(output);
        } finally {
            shell.destroyForcibly();
        }
    }
}
