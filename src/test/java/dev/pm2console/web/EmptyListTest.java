package dev.pm2console.web;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// What the page says where nothing runs yet.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class EmptyListTest {

    private static final Pattern LINE = Pattern.compile("<code>(cd .*? start ecosystem\\.json)</code>");

    private final Api api = new Api();
    RealPm2 pm2;

    @AfterEach
    void end() {
        api.deleteAll();
    }

    @Test
    void lineThatItShowsStartsTheExamples() throws Exception {
        var page = api.request().basePath("/").accept("text/html").get("/").then().statusCode(200).extract().asString();
        var line = LINE.matcher(page);
        assertThat(line.find()).as(page).isTrue();

        var shell = new ProcessBuilder("sh", "-c", line.group(1).replace("&amp;", "&").replace("&#39;", "'"))
                .directory(Path.of("/").toFile()).inheritIO().start();

        await().until(() -> !shell.isAlive());
        assertThat(shell.exitValue()).isZero();
        await().untilAsserted(() -> assertThat(api.list().getList("processes.name", String.class))
                .contains("web", "worker", "noisy", "flaky", "probes"));
    }
}
