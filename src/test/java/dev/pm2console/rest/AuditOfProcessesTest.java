package dev.pm2console.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/// What agents do to processes is traced to them, on a real PM2.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(60)
class AuditOfProcessesTest {

    private static final String MARKER = "hunter2-hunter2-hunter2";

    private final Api api = new Api();
    private final String session = UUID.randomUUID().toString();
    RealPm2 pm2;
    @Inject
    Accounts accounts;

    @AfterEach
    void end() {
        api.deleteAll();
        accounts.tokens().forEach(token -> accounts.revokeToken(token.id()));
    }

    private RequestSpecification agent(String message) {
        return api.request().noContentType().header("X-Agent", "deploy-bot").header("X-Session-Id", session)
                .header("X-Message-Id", message);
    }

    private JsonPath entries() {
        return api.get("/audit?session=" + session).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void everyActionTellsWhoAskedForItAndOnWhoseBehalf() {
        agent("m-1").contentType(ContentType.JSON)
                .body(Map.of("script", "idle.js", "name", "idle", "env", Map.of("PASSWORD_OF_APP", MARKER)))
                .post("/processes").then().statusCode(201);
        agent("m-2").contentType(ContentType.JSON).body(Map.of("updateEnv", Map.of("PASSWORD_OF_APP", MARKER + 2)))
                .post("/processes/idle/restart").then().statusCode(200);
        agent("m-3").get("/processes/idle/description?reveal=PASSWORD_OF_APP").then().statusCode(200);
        agent("m-4").get("/processes").then().statusCode(200);
        agent("m-5").delete("/processes/idle").then().statusCode(200);

        var entries = entries();
        assertThat(entries.<String> getList("entries.command")).containsExactly("deleteProcess", "describeProcess",
                "restartProcess", "startProcess");
        assertThat(entries.<String> getList("entries.message")).containsExactly("m-5", "m-3", "m-2", "m-1");
        assertThat(entries.<String> getList("entries.agent")).containsOnly("deploy-bot");
        assertThat(entries.<String> getList("entries.target")).containsOnly("idle");
        assertThat(entries.<String> getList("entries.door")).containsOnly("rest");
        assertThat(entries.<String> getList("entries.outcome")).containsOnly("done");
        assertThat(entries.getMap("entries[1].parameters")).isEqualTo(Map.of("reveal", "PASSWORD_OF_APP"));
        assertThat(entries.getMap("entries[2].parameters")).isEqualTo(Map.of("updateEnv", "PASSWORD_OF_APP"));
        assertThat(entries.getMap("entries[3].parameters"))
                .isEqualTo(Map.of("script", "idle.js", "env", "PASSWORD_OF_APP"));
        assertThat(api.get("/audit?limit=10000").asString()).doesNotContain(MARKER);
    }

    /// Something stands in for it while it is refused, which nobody sent.
    @Test
    void whatCouldNotBeReadIsNotWrittenDown() {
        agent("m-6").contentType(ContentType.JSON).body(Map.of("instances", "many")).post("/processes/idle/scale").then()
                .statusCode(400);

        assertThat(entries().getMap("entries[0].parameters")).isEmpty();
    }

    @Test
    void whatAnAgentSaysGrantsNothingAndIsWrittenDownAllTheSame() {
        var token = accounts.issueToken("look", Role.VIEWER, Optional.empty(), "test").secret().text();
        api.start("idle.js", "idle");

        RestAssured.given().noContentType().basePath("/api/v1").header("Authorization", "Bearer " + token)
                .header("X-Agent", "admin")
                .header("X-Session-Id", session).post("/processes/idle/stop").then().statusCode(403);
        agent("m-1").post("/processes/nobody/stop").then().statusCode(404);

        var entries = entries();
        assertThat(entries.<String> getList("entries.outcome")).containsExactly("failed", "refused");
        assertThat(entries.<String> getList("entries.code")).containsExactly("PROCESS_NOT_FOUND", "FORBIDDEN");
        assertThat(entries.getString("entries[1].actor")).isEqualTo("token:look");
        assertThat(entries.getString("entries[1].role")).isEqualTo("viewer");
        assertThat(entries.getString("entries[1].agent")).isEqualTo("admin");
        assertThat(api.named("idle")).singleElement().satisfies(it -> assertThat(it).containsEntry("status", "online"));
    }

    @Test
    void whatAnAgentSaysIsCutShort() {
        agent("m".repeat(3_000)).post("/processes/nobody/stop").then().statusCode(404);

        assertThat(entries().getString("entries[0].message")).hasSize(200);
    }
}
