package dev.pm2console.web;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/// The pages while PM2 is down, and while it hangs: each says so at once, and none is blank.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class AwayPagesTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(20); // less than a command may take
    private static final List<String> OTHERS = List.of("/", "/logs", "/events", "/alerts", "/drift", "/audit", "/system",
            "/system/boot-script", "/settings", "/processes/new");
    private static final List<String> TABS = List.of("", "/configuration", "/configuration/environment",
            "/configuration/options",
            "/actions");

    private final Api api = new Api();
    RealPm2 pm2;

    @AfterEach
    void end() {
        pm2.startDaemon();
        api.awaitDaemon("online");
        api.deleteAll();
    }

    @Test
    void pagesOfADaemonThatHangs() {
        api.start("idle.js", "quiet");
        pm2.signal(pm2.daemon(), "STOP");
        try {
            api.awaitDaemon("unreachable");

            saysWhatStillWorks("PM2 does not answer");
        } finally {
            pm2.signal(pm2.daemon(), "CONT");
        }
        api.awaitDaemon("online");
        assertThat(page("/processes/quiet").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesOfADaemonThatIsDown() {
        api.start("idle.js", "quiet");
        pm2.pm2("kill");
        api.awaitDaemon("down");

        saysWhatStillWorks("PM2 is not running");
        assertThat(page("/processes/quiet").asString()).contains("action=\"/daemon/start?on=system\"");
    }

    @Test
    void processThatWasDeletedIsLedToItsEvents() {
        api.start("idle.js", "quiet");
        api.delete("/processes/quiet").then().statusCode(200);

        assertThat(page("/processes/quiet").statusCode()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(page("/processes/quiet").asString())
                .contains("It was here", "/processes/quiet/events"));
        assertThat(page("/processes/never-was").asString()).contains("No process has this name");
    }

    private void saysWhatStillWorks(String words) {
        for (var tab : TABS) {
            var page = page("/processes/quiet" + tab);
            assertThat(page.statusCode()).as(tab).isEqualTo(503);
            assertThat(page.asString()).as(tab).contains(words, "/processes/quiet/logs", "/processes/quiet/events");
        }
        for (var tab : List.of("/logs", "/events")) {
            var page = page("/processes/quiet" + tab);
            assertThat(page.statusCode()).as(tab).isEqualTo(200);
            assertThat(page.asString()).as(tab).contains("aria-label=\"Of this process\"");
        }
        for (var other : OTHERS) {
            assertThat(page(other).statusCode()).as(other).isEqualTo(200);
        }
        assertThat(page("/").asString()).contains("PM2");
        assertThat(page("/system").asString()).contains(words);
    }

    private Response page(String address) {
        var began = System.nanoTime();
        var answer = api.request().basePath("").accept("text/html").get(address);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(address).isLessThan(AT_ONCE);
        return answer;
    }
}
