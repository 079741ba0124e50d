package dev.pm2console.agent;

import static dev.pm2console.testsupport.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.rest.WithoutPm2;
import dev.pm2console.testsupport.People;
import io.quarkiverse.mcp.server.runtime.ConnectionManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/// Who gets to the MCP server, with what, and how often; where agents may only read.
@QuarkusTest
@TestProfile(OnlyReading.class)
class AgentGateTest {

    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
            + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
    private static final String STATUS = call("getPM2Status");

    @Inject
    Accounts accounts;
    @Inject
    ConnectionManager connections;

    @AfterEach
    void end() {
        accounts.tokens().forEach(token -> accounts.revokeToken(token.id()));
    }

    // ---- who ----

    @Test
    void nobodyGetsInWithoutAToken() {
        var cookie = People.session(accounts, "gate-ada", Role.ADMIN);

        agent(given()).body(LIST).post("/mcp").then().statusCode(401).header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json").body("code", equalTo("UNAUTHENTICATED"));
        agent(given()).header("Authorization", "Bearer nothing").body(LIST).post("/mcp").then().statusCode(401);
        agent(given()).cookie("pm2-console-session", cookie).header("Sec-Fetch-Site", "same-origin").body(LIST).post("/mcp")
                .then()
                .statusCode(401).body("detail", containsString("token"));
    }

    @Test
    void pagesOfOthersAndForeignNamesGetNothing() {
        post(WithoutPm2.TOKEN, LIST, "Origin", "https://evil.example").statusCode(403);
        post(WithoutPm2.TOKEN, LIST, "Host", "evil.example").statusCode(403);
    }

    // ---- what ----

    @Test
    void onlyMessagesInJsonAreTaken() {
        post(WithoutPm2.TOKEN, LIST, "Content-Type", "text/plain").statusCode(415);
        given().header("Authorization", "Bearer " + WithoutPm2.TOKEN).contentType("application/json").accept("application/json")
                .body(LIST).post("/mcp").then().statusCode(406).body("detail", containsString("text/event-stream"));
        as(WithoutPm2.TOKEN).get("/mcp").then().statusCode(405).header("Allow", "POST, DELETE");
        as(WithoutPm2.TOKEN).body(LIST).put("/mcp").then().statusCode(405);
        as(WithoutPm2.TOKEN).get("/mcp/sse").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        as(WithoutPm2.TOKEN).body(LIST).post("/mcp/messages/1").then().statusCode(404);
    }

    @Test
    void nonsenseIsAnsweredAndLeavesTheServerAlone() {
        for (var nonsense : new String[] { "", "{", "[]", "1", "null", "[1]", "[[]]", "{\"jsonrpc\":\"2.0\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":1,\"arguments\":\"x\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"getPM2Status\",\"_meta\":7}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"pm2://processes/%zz\"}}",
                "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}" }) {
            var answer = as(WithoutPm2.TOKEN).body(nonsense).post("/mcp");
            assertThat(answer.statusCode()).as(nonsense).isLessThan(500);
            assertThat(answer.asString()).as(nonsense).doesNotContain("Exception", "\tat ");
        }
        as(WithoutPm2.TOKEN).body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\",\"pad\":\"" + "x".repeat(2 << 20) + "\"}")
                .post("/mcp")
                .then().statusCode(413);
        post(WithoutPm2.TOKEN, LIST).statusCode(200).body("result.tools.size()", equalTo(10));
    }

    /// Which the library would never answer.
    @Test
    void messageThatLacksSomethingIsRefused() {
        var before = count();
        for (var method : List.of("tools/call", "prompts/get", "completion/complete", "initialize")) {
            post(WithoutPm2.TOKEN, LIST.replace("tools/list", method)).statusCode(400).body("detail",
                    containsString("is missing"));
        }
        post(WithoutPm2.TOKEN, INITIALIZE.replace("\"version\":\"1\"", "\"version\":\"1\",\"icons\":7")).statusCode(400)
                .body("detail", containsString("icons"));
        post(WithoutPm2.TOKEN, LIST.replace("\"id\":1,", "")).statusCode(400).body("detail", containsString("id is missing"));
        assertThat(count()).isEqualTo(before);
    }

    /// What the server keeps of a message, or tells again and again, is short.
    @Test
    void longMessagesCallTools() {
        var much = "x".repeat(20_000);
        post(WithoutPm2.TOKEN, INITIALIZE.replace("\"t\"", '"' + much + '"')).statusCode(400)
                .header("Mcp-Session-Id", nullValue()).body("detail", containsString("calls no tool"));
        post(WithoutPm2.TOKEN, call("getPM2Status").replace("\"id\":1", "\"id\":\"" + much + '"')).statusCode(400);
        post(WithoutPm2.TOKEN, call("getPM2Status").replace("\"arguments\"", "\"_meta\":{\"progressToken\":\"" + much
                + "\"},\"arguments\"")).statusCode(400).body("detail", containsString("progressToken"));
        post(WithoutPm2.TOKEN, call(much)).statusCode(400).body("detail", containsString("2048"));
        post(WithoutPm2.TOKEN, call("startProcess").replace("{}", "{\"args\":[\"" + much + "\"]}")).statusCode(200)
                .body(containsString("FORBIDDEN"));
    }

    /// Sent one after the other, by one client: none stays in memory when it is answered.
    @Test
    void largeBodiesAreLetGo() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/mcp"))
                .header("Authorization", "Bearer " + WithoutPm2.TOKEN).header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("{\"x\":\"" + "x".repeat(900_000) + "\"}")).build();
        try (var client = HttpClient.newHttpClient()) {
            client.send(request, HttpResponse.BodyHandlers.discarding());
            var before = used();
            for (var i = 0; i < 100; i++) {
                assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(400);
            }
            await().untilAsserted(() -> assertThat(used() - before).isLessThan(40L << 20));
        }
    }

    // ---- what agents may do here ----

    @Test
    void nothingThatChangesSomethingIsOfferedOrDone() {
        post(WithoutPm2.TOKEN, LIST).body("result.tools.name", not(containsString("startProcess")))
                .body("result.tools.findAll { !it.annotations.readOnlyHint }.size()", equalTo(0));
        post(token("writer", Role.ADMIN), call("killPM2")).body(containsString("FORBIDDEN"))
                .body(containsString("console.mcp.write"));
    }

    @Test
    void tokenThatCallsTooMuchHasToWait() {
        var eager = token("eager", Role.VIEWER);
        var other = token("other", Role.VIEWER);

        IntStream.range(0, OnlyReading.CALLS).forEach(_ -> post(eager, STATUS).body(not(containsString("RATE_LIMITED"))));
        post(eager, STATUS).statusCode(200).body(containsString("RATE_LIMITED")).body(containsString("Wait"));
        post(other, STATUS).body(not(containsString("RATE_LIMITED")));
    }

    /// Of which each part would be a call.
    @Test
    void batchesAreNotTaken() {
        post(WithoutPm2.TOKEN, "[" + STATUS + "," + STATUS + "]").statusCode(400).body("detail", containsString("batches"));
    }

    // ---- sessions ----

    @Test
    void sessionIsItsTokensAlone() {
        var mine = token("mine", Role.VIEWER);
        var theirs = token("theirs", Role.ADMIN);
        String session = post(mine, INITIALIZE).statusCode(200).header("Mcp-Session-Id", notNullValue()).extract()
                .header("Mcp-Session-Id");

        post(mine, LIST, "Mcp-Session-Id", session).statusCode(200);
        post(theirs, LIST, "Mcp-Session-Id", session).statusCode(404).body("code", equalTo("NOT_FOUND"));
        as(theirs).header("Mcp-Session-Id", session).delete("/mcp").then().statusCode(404);
        as(mine).header("Mcp-Session-Id", session).delete("/mcp").then().statusCode(200);
        as(mine).header("Mcp-Session-Id", session).delete("/mcp").then().statusCode(404);
        as(mine).delete("/mcp").then().statusCode(404);
    }

    @Test
    void newTokenOfTheSameNameHasNoneOfTheOldOnesSessions() {
        var old = token("again", Role.VIEWER);
        String session = post(old, INITIALIZE).extract().header("Mcp-Session-Id");
        accounts.tokens().forEach(token -> accounts.revokeToken(token.id()));

        post(old, LIST, "Mcp-Session-Id", session).statusCode(401);
        post(token("again", Role.OPERATOR), LIST, "Mcp-Session-Id", session).statusCode(404);
    }

    /// A client whose console was restarted goes on.
    @Test
    void sessionThatIsNotKnownIsServedAllTheSame() {
        post(WithoutPm2.TOKEN, LIST, "Mcp-Session-Id", "of-another-life").statusCode(200).body("result.tools.size()",
                equalTo(10));
    }

    @Test
    void sessionsOfATokenAreBounded() {
        var many = token("many", Role.VIEWER);
        var before = count();

        IntStream.range(0, 80).forEach(_ -> post(many, INITIALIZE).statusCode(200));
        IntStream.range(0, 20).forEach(_ -> post(many, LIST).statusCode(200)); // without one

        assertThat(count() - before).isBetween(1L, 64L);
    }

    // ---- helpers ----

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private long count() {
        var count = 0L;
        for (var _ : connections) {
            count++;
        }
        return count;
    }

    private static String call(String tool) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{}}}";
    }

    private String token(String name, Role role) {
        return accounts.issueToken(name, role, Optional.empty(), "test").secret().text();
    }

    private static RequestSpecification agent(RequestSpecification request) {
        return request.contentType("application/json").accept("application/json, text/event-stream");
    }

    private static RequestSpecification as(String token) {
        return agent(given().header("Authorization", "Bearer " + token));
    }

    private static ValidatableResponse post(String token, String message, String... header) {
        var request = as(token);
        for (var i = 0; i < header.length; i += 2) {
            request = header[i].equals("Content-Type") ? request.contentType(header[i + 1])
                    : request.header(header[i], header[i + 1]);
        }
        return request.body(message).post("/mcp").then();
    }
}
