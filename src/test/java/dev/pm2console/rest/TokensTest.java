package dev.pm2console.rest;

import static dev.pm2console.rest.Calls.admin;
import static dev.pm2console.rest.Calls.assertProblem;
import static dev.pm2console.rest.Calls.json;
import static dev.pm2console.rest.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.accounts.Accounts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/// Tokens over REST: made, used, seen and revoked.
@QuarkusTest
@TestProfile(WithoutPeople.class)
@Timeout(60)
class TokensTest {

    @Inject
    Accounts accounts;

    @AfterEach
    void revokeAll() {
        accounts.tokens().forEach(token -> accounts.revokeToken(token.id()));
    }

    private static Response post(String name, String role, Object... more) {
        var body = new HashMap<String, Object>(Map.of("name", name, "role", role));
        for (var i = 0; i < more.length; i += 2) {
            body.put(more[i].toString(), more[i + 1]);
        }
        return json(admin(), body).post("/tokens");
    }

    private static JsonPath made(String name, String role) {
        return post(name, role).then().statusCode(201).extract().jsonPath();
    }

    @Test
    void tokenIsMadeAndToldOnce() {
        var answer = post("ci", "operator");

        assertThat(answer.statusCode()).isEqualTo(201);
        var token = answer.jsonPath();
        assertThat(token.getMap("").keySet()).map(Object::toString).containsExactly("id", "name", "role", "createdAt",
                "expiresAt", "token");
        assertThat(answer.getHeader("Location")).endsWith("/api/v1/tokens/" + token.getLong("id"));
        assertThat(token.getString("token")).startsWith("pm2c_");
        assertThat(admin().get("/tokens").asString()).contains("\"ci\"").doesNotContain("pm2c_")
                .doesNotContain(token.getString("token").substring(5));
    }

    @Test
    void tokenMayDoWhatItsRoleMay() {
        var viewer = made("look", "viewer").getString("token");
        var operator = made("run", "operator").getString("token");

        with(viewer).get("/version").then().statusCode(200);
        assertProblem(with(viewer).post("/save"), 403, "FORBIDDEN", "saveProcessList");
        assertProblem(with(operator).post("/save"), 503, "PM2_UNREACHABLE", "saveProcessList");
        assertProblem(with(operator).post("/resurrect"), 403, "FORBIDDEN", "resurrectProcesses");
    }

    @Test
    void lastUseAndMakerAreToldOfEachToken() {
        var secret = made("ci", "viewer").getString("token");
        assertThat(admin().get("/tokens").jsonPath().getString("tokens[0].usedAt")).isNull();

        with(secret).get("/version").then().statusCode(200);

        var listed = admin().get("/tokens").jsonPath();
        assertThat(listed.getMap("tokens[0]").keySet()).map(Object::toString).containsExactly("id", "name", "role",
                "createdAt", "createdBy", "expiresAt", "usedAt");
        assertThat(Instant.parse(listed.getString("tokens[0].usedAt"))).isAfter(Instant.now().minus(Duration.ofMinutes(1)));
        assertThat(listed.getString("tokens[0].createdBy")).isEqualTo("CONSOLE_ADMIN_TOKEN");
    }

    @Test
    void revokedTokenIsWorthNothing() {
        var token = made("ci", "viewer");

        var answer = admin().delete("/tokens/" + token.getLong("id")).then().statusCode(200).extract();

        assertThat(answer.jsonPath().getString("name")).isEqualTo("ci");
        assertThat(answer.asString()).doesNotContain("pm2c_");
        assertProblem(with(token.getString("token")).get("/version"), 401, "UNAUTHENTICATED", null);
        assertProblem(admin().delete("/tokens/" + token.getLong("id")), 404, "NOT_FOUND", "revokeToken");
    }

    @Test
    void endIsKeptInTheFutureOnly() {
        var end = Instant.now().plus(Duration.ofDays(1)).toString();
        assertThat(Instant.parse(post("ci", "viewer", "expiresAt", end).jsonPath().getString("expiresAt")))
                .isAfter(Instant.now());

        for (var wrong : List.<Object> of("2020-01-01T00:00:00Z", "tomorrow", 1795600800000L, "1795600800000",
                "+1000000000-12-31T23:59:59Z")) {
            var answer = post("other", "viewer", "expiresAt", wrong);
            assertProblem(answer, 400, "INVALID_ARGUMENT", "addToken");
            assertThat(answer.jsonPath().<String> getList("violations.field")).containsExactly("expiresAt");
        }
        assertThat(accounts.tokens()).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var answer = post("a/b", "root", "expiresAt", 1, "secret", "mine");

        assertProblem(answer, 400, "INVALID_ARGUMENT", "addToken");
        assertThat(answer.jsonPath().<String> getList("violations.field")).containsExactlyInAnyOrder("name", "role",
                "expiresAt", "secret");
    }

    @Test
    void nameInUseIsTaken() {
        made("ci", "viewer");

        assertProblem(post("CI", "viewer"), 409, "NAME_TAKEN", "addToken");
    }

    @Test
    void whatIsNoNumberIsInvalid() {
        for (var id : List.of("ci", "-1", "0", "1.5", "99999999999999999999")) {
            assertProblem(admin().delete("/tokens/" + id), 400, "INVALID_ARGUMENT", "revokeToken");
        }
        assertProblem(admin().delete("/tokens/999999999"), 404, "NOT_FOUND", "revokeToken");
    }

    @Test
    void tokenInAnAddressIsNone() {
        var secret = made("ci", "admin").getString("token");

        RestAssured.get("/api/v1/version?token=" + secret).then().statusCode(401);
        RestAssured.get("/api/v1/version?access_token=" + secret).then().statusCode(401);
    }
}
