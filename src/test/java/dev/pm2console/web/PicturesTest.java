package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.pm2console.accounts.Role;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/// Makes the pictures of the documentation, of the examples on a real PM2, once they have run for a while:
/// `./mvnw test -Dtest=PicturesTest -Dpictures=PT16M`. Each is in `docs/images`, light and dark.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@EnabledIfSystemProperty(named = "pictures", matches = "PT.+", disabledReason = "pictures are made when somebody asks for them")
@Timeout(value = 2, unit = TimeUnit.HOURS)
class PicturesTest extends InBrowser {

    private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();
    private static final Path IMAGES = Path.of("docs", "images").toAbsolutePath();
    private static final String NOTHING_BLINKS = "[...document.images].every(it => it.complete)";

    /// A page as the documentation shows it.
    ///
    /// @param name    of the file, without its ending
    /// @param address of the page
    /// @param ready   what is there once the page is worth a picture
    /// @param pressed what is clicked or typed before, as keys of the keyboard; empty where nothing is
    private record Picture(String name, String address, String ready, String pressed) {
        Picture(String name, String address, String ready) {
            this(name, address, ready, "");
        }
    }

    private static final Picture[] PICTURES = {
            new Picture("processes", "/", "tr.proc .spark .line[d^=M]"),
            new Picture("palette", "/", "tr.proc .spark .line[d^=M]", "Control+k"),
            new Picture("process", "/processes/name:web?range=15m", ".plot .now"),
            new Picture("configuration", "/processes/worker/configuration", "main h1"),
            new Picture("actions", "/processes/probes/actions", ".deeds li"),
            new Picture("logs", "/logs", "#lines .line"),
            new Picture("events", "/events", ".event"),
            new Picture("start", "/processes/new", "main form"),
            new Picture("alerts", "/alerts", ".rules"),
            new Picture("system", "/system", ".facts")
    };

    RealPm2 pm2;
    private final Thread visitorsOfTheApp = Thread.ofVirtual().unstarted(this::visit);
    private String app;

    @BeforeAll
    void startExamples() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            for (var file : files.toList()) {
                Files.copy(file, pm2.appsRoot().resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var ecosystem = pm2.appsRoot().resolve("ecosystem.json");
        Files.writeString(ecosystem, Files.readString(ecosystem).replace("3000", Integer.toString(port)));
        pm2.pm2("start", "ecosystem.json");
        pm2.pm2("save");
        for (var rule : new String[] { "{'name': 'Crash loop', 'condition': {'type': 'crash-loop'}}",
                "{'name': 'PM2 is down', 'condition': {'type': 'daemon-down'}}" }) {
            console().body(rule.replace('\'', '"')).post(root + "api/v1/alerts/rules").then().statusCode(201);
        }
        app = "http://127.0.0.1:" + port;
        visitorsOfTheApp.start();
    }

    @AfterAll
    void sendVisitorsAway() {
        visitorsOfTheApp.interrupt();
    }

    @Test
    void picturesAreMade() {
        var until = Instant.now().plus(Duration.parse(System.getProperty("pictures")));
        Awaitility.await().atMost(Duration.ofHours(1)).pollInterval(Duration.ofSeconds(1))
                .until(() -> Instant.now().isAfter(until));
        console().post(root + "api/v1/processes/worker/restart").then().statusCode(200);

        for (var scheme : ColorScheme.values()) {
            if (scheme == ColorScheme.LIGHT || scheme == ColorScheme.DARK) {
                for (var picture : PICTURES) {
                    take(picture, as("ada", Role.ADMIN).on(1280, scheme));
                }
            }
        }

        assertThat(PICTURES).allSatisfy(picture -> assertThat(Files.getLastModifiedTime(
                IMAGES.resolve(picture.name() + "-dark.png")).toInstant()).isAfter(until));
    }

    private void take(Picture picture, Look look) {
        var page = visitors.visit(look);
        page.navigate(picture.address());
        assertThat(page.locator(picture.ready()).first()).isAttached();
        page.waitForFunction(NOTHING_BLINKS);
        if (!picture.pressed().isEmpty()) {
            page.keyboard().press(picture.pressed());
            assertThat(page.locator("dialog[open]")).isVisible();
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(
                picture.name() + (look.scheme() == ColorScheme.DARK ? "-dark" : "") + ".png")));
    }

    /// People who use the web app, more and fewer of them.
    private void visit() {
        try {
            for (var i = 0; !Thread.currentThread().isInterrupted(); i++) {
                RestAssured.given().get(app + "/orders/" + i);
                Thread.sleep((long) (60 + 50 * Math.sin(i / 400.0)));
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    private static RequestSpecification console() {
        return RestAssured.given().contentType(ContentType.JSON)
                .headers(Map.of("Authorization", "Bearer " + RealPm2Resource.TOKEN));
    }
}
