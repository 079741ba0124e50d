package dev.pm2console.web;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RawWebSocket;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/// Every page, every form's own page and every stream once.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class PagesTest {

    private static final String TOKEN = "Bearer " + RealPm2Resource.TOKEN;
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/static/bundle/[^\"]+)\"");

    private final Api api = new Api();
    /// Names that no other run of the tests has left.
    private final String viewer = "pages." + Long.toString(System.nanoTime(), 36);
    private int rule;
    private int channel;

    /// Once; only here it is known where the console is.
    @BeforeEach
    void fill() {
        if (rule > 0) {
            return;
        }
        api.deleteAll();
        api.start("echo.js", "talks");
        api.start("idle.js", "two-of-one", "instances", 2, "env", Map.of("COLOUR", "blue"));
        api.post("/users", Map.of("name", viewer, "password", "lantern-orbit-velvet-93", "role", "viewer")).then()
                .statusCode(201);
        channel = api.post("/alerts/channels", Map.of("name", viewer, "kind", "webhook", "url", "https://hooks.example.org/x",
                "shape", "json")).then().log().ifValidationFails().statusCode(201).extract().path("id");
        rule = api
                .post("/alerts/rules",
                        Map.of("name", "Crashes of " + viewer, "condition", Map.of("type", "crash-loop"), "channels",
                                List.of()))
                .then().statusCode(201).extract().path("id");
        api.post("/processes/talks/restart").then().statusCode(200);
        await().until(() -> api.get("/events").asString().contains("restart"));
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsWhole() {
        return Stream.of("/", "/processes/rows", "/processes/new", "/processes/new/ecosystem", "/processes/new/files", "/logs",
                "/logs?process=talks&search=x", "/processes/talks", "/processes/talks?range=1d", "/processes/talks/logs",
                "/processes/talks/actions", "/processes/talks/events", "/processes/talks/configuration",
                "/processes/talks/configuration/environment", "/processes/talks/configuration/options",
                "/processes/two-of-one",
                "/processes/gone", "/events", "/events?kind=problems", "/settings", "/settings/add-user", "/settings/add-token",
                "/settings/users/" + viewer, "/system", "/system/boot-script", "/drift", "/alerts", "/alerts/add-rule",
                "/alerts/rules/" + rule, "/alerts/add-channel", "/alerts/channels/" + channel, "/audit", "/no/such/page")
                .map(path -> DynamicTest.dynamicTest(path, () -> page(path)
                        .statusCode(path.contains("gone") || path.contains("no/such") ? 404 : 200)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrongInAFormIsSaidInIt() {
        return Map.of("/processes/new", "script=/no&name=x", "/processes/new/ecosystem", "do=start&text=no", "/settings/users",
                "name=weak&password=password1234&role=admin", "/settings/tokens", "name=x&role=nobody", "/alerts/rules",
                "name=",
                "/alerts/channels", "name=", "/system/boot-script", "platform=none",
                "/processes/talks/configuration/environment", "name=1&value=b", "/processes/talks/configuration/options",
                "step=preview&max_memory_restart=x")
                .entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(form.getKey(),
                        () -> whole(RestAssured.given().header("Authorization", TOKEN)
                                .contentType("application/x-www-form-urlencoded").body(form.getValue()).post(form.getKey())
                                .then())
                                .statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)))));
    }

    @Test
    void scriptsAndStylesAreThere() {
        var assets = ASSET.matcher(page("/").statusCode(200).extract().asString()).results().map(it -> it.group(1)).toList();

        assertThat(assets).isNotEmpty().allSatisfy(asset -> get(asset).statusCode(200));
    }

    @Test
    void documentsAndFiguresAreThere() {
        get("/q/openapi").statusCode(200);
        get("/q/swagger-ui/").statusCode(200);
        get("/q/metrics").statusCode(200).body(containsString("talks"));
        get("/q/health").statusCode(200);
        get("/audit/export?format=csv").statusCode(200);
        get("/sign-in").statusCode(200);
    }

    @Test
    void everyStreamTellsSomething() throws IOException {
        for (var path : List.of("/live/metrics", "/live/logs?lines=5")) {
            try (var socket = new RawWebSocket(RestAssured.port, path, "Authorization: " + TOKEN)) {
                assertThat(socket.next().text()).as(path).startsWith("{");
            }
        }
        try (var socket = new RawWebSocket(RestAssured.port, "/live/events", "Authorization: " + TOKEN)) {
            api.post("/processes/talks/restart").then().statusCode(200);
            await().until(() -> socket.next().text().contains("\"talks\""));
        }
    }

    private static ValidatableResponse get(String path) {
        return RestAssured.given().urlEncodingEnabled(false).header("Authorization", TOKEN).header("Accept", "*/*").get(path)
                .then();
    }

    private static ValidatableResponse page(String path) {
        return whole(RestAssured.given().urlEncodingEnabled(false).header("Authorization", TOKEN).header("Accept", "text/html")
                .get(path)
                .then());
    }

    private static ValidatableResponse whole(ValidatableResponse page) {
        return page.contentType(containsString("text/html")).body(not(containsString("{#")));
    }
}
