package dev.pm2console.rest;

import static dev.pm2console.rest.Calls.admin;
import static dev.pm2console.rest.Calls.assertProblem;
import static dev.pm2console.rest.Calls.json;
import static dev.pm2console.rest.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.audit.AuditEntry.Outcome;
import dev.pm2console.audit.AuditLog;
import dev.pm2console.testsupport.People;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/// The audit over REST. Each test has a session of its own, by which it finds its entries.
@QuarkusTest
@TestProfile(WithoutPeople.class)
@Timeout(60)
class AuditTest {

    @Inject
    Accounts accounts;
    @Inject
    AuditLog audit;
    @Inject
    ObjectMapper mapper;

    private final Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String session = UUID.randomUUID().toString();

    @AfterEach
    void removeAll() {
        accounts.user("henry").ifPresent(user -> accounts.removeUser(user.name()));
        accounts.tokens().forEach(token -> accounts.revokeToken(token.id()));
    }

    private void record(Instant at, String actor, String agent, String target, Outcome outcome) {
        audit.record(new AuditEntry(at, "stopProcess", "rest", actor, "admin", Optional.of(agent), Optional.of(session),
                Optional.empty(), Optional.of(target), Map.of(), outcome, Optional.empty(), Duration.ofMillis(3)));
    }

    private Response get(String more) {
        return admin().urlEncodingEnabled(false).get("/audit?session=" + session + more);
    }

    private List<String> targets(String more) {
        return get(more).then().statusCode(200).extract().jsonPath().getList("entries.target");
    }

    private Response export(String mediaType, String more) {
        return admin().accept(mediaType).get("/audit?session=" + session + more);
    }

    @Test
    void entriesAreFoundByWhatTheyAreAbout() {
        record(at, "ada", "bot", "web", Outcome.DONE);
        record(at.plusSeconds(1), "token:ci", "bot", "worker", Outcome.REFUSED);
        record(at.plusSeconds(2), "ada", "other", "web", Outcome.FAILED);

        assertThat(targets("")).containsExactly("web", "worker", "web");
        assertThat(targets("&actor=ADA")).hasSize(2);
        assertThat(targets("&actor=token:ci")).containsExactly("worker");
        assertThat(targets("&agent=bot")).containsExactly("worker", "web");
        assertThat(targets("&process=web&outcome=failed")).hasSize(1);
        assertThat(targets("&outcome=refused")).containsExactly("worker");
        assertThat(targets("&outcome=unknown")).isEmpty();
        assertThat(targets("&limit=1")).containsExactly("web");
        assertThat(targets("&from=" + at.plusSeconds(1))).hasSize(2);
        assertThat(targets("&from=" + at.plusSeconds(1).toEpochMilli() + "&to=" + at.plusSeconds(2).toEpochMilli()))
                .containsExactly("worker");
    }

    @Test
    void entryHasEveryField() {
        record(at, "ada", "bot", "web", Outcome.DONE);

        assertThat(get("").jsonPath().getMap("entries[0]").keySet()).map(Object::toString).containsExactly("at", "command",
                "door", "actor", "role", "agent", "session", "message", "target", "parameters", "outcome", "code", "tookMs");
        assertThat(Instant.parse(get("").jsonPath().getString("entries[0].at"))).isEqualTo(at);
    }

    @Test
    void hundredEntriesAreToldWhereNobodySaysHowMany() {
        for (var i = 0; i < 120; i++) {
            record(at.plusMillis(i), "ada", "bot", "web", Outcome.DONE);
        }

        assertThat(targets("")).hasSize(100);
        assertThat(targets("&limit=10000")).hasSize(120);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var answer = get("&outcome=good&from=yesterday&to=99999999999999999&limit=0&who=ada&actor=" + "x".repeat(201));

        assertProblem(answer, 400, "INVALID_ARGUMENT", "listAudit");
        assertThat(answer.jsonPath().<String> getList("violations.field")).containsExactlyInAnyOrder("outcome", "from", "to",
                "limit", "who", "actor");
        assertProblem(get("&limit=10001"), 400, "INVALID_ARGUMENT", "listAudit");
        assertProblem(get("&limit=100001"), 400, "INVALID_ARGUMENT", "listAudit");
        assertProblem(get("&actor=a&actor=b"), 400, "INVALID_ARGUMENT", "listAudit");
        assertProblem(export("text/csv", "&limit=100001"), 400, "INVALID_ARGUMENT", "listAudit");
    }

    @Test
    void allEntriesComeAsLinesOfJson() throws Exception {
        for (var i = 0; i < 1_200; i++) {
            record(at.plusMillis(i), "ada", "bot", "web " + i, Outcome.DONE);
        }

        var answer = export("application/x-ndjson", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("application/x-ndjson;charset=utf-8");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=pm2-console-audit.jsonl");
        var lines = answer.asString().lines().toList();
        assertThat(lines).hasSize(1_200).doesNotHaveDuplicates();
        assertThat(mapper.readTree(lines.getFirst()).path("target").asText()).isEqualTo("web 1199");
        assertThat(mapper.readTree(lines.getLast()).path("target").asText()).isEqualTo("web 0");
        assertThat(mapper.readTree(lines.getFirst())).isEqualTo(mapper.readTree(get("&limit=1").asString()).at("/entries/0"));
        assertThat(export("application/x-ndjson", "&limit=700").asString().lines()).hasSize(700);
    }

    @Test
    void entriesComeAsCommaSeparatedValuesWithoutFormulas() {
        record(at, "ada", "=HYPERLINK(\"http://evil.example\")", "-web, \"näive\"", Outcome.DONE);

        var answer = export("text/csv", "");

        assertThat(answer.contentType()).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=pm2-console-audit.csv");
        assertThat(answer.asString()).isEqualTo("at,command,door,actor,role,agent,session,message,target,parameters,outcome,"
                + "code,tookMs\r\n" + at + ",stopProcess,rest,ada,admin,\"'=HYPERLINK(\"\"http://evil.example\"\")\"," + session
                + ",,\"'-web, \"\"näive\"\"\",,done,,3\r\n");
    }

    @Test
    void formIsTheOneThatTheClientLikesBest() {
        record(at, "ada", "bot", "web", Outcome.DONE);
        var expected = Map.of("*/*", "application/json", "text/*", "text/csv", "application/*", "application/json",
                "application/x-ndjson, */*;q=0.1", "application/x-ndjson", "text/csv;q=0.5, application/json",
                "application/json",
                "text/html, text/csv", "text/csv");

        expected.forEach((accept, mediaType) -> assertThat(export(accept, "").contentType()).as(accept).startsWith(mediaType));
        assertProblem(export("image/png", ""), 406, "NOT_ACCEPTABLE", "listAudit");
    }

    @Test
    void filesAreForAdministratorsToo() {
        var token = accounts.issueToken("op", Role.OPERATOR, Optional.empty(), "test").secret().text();

        for (var mediaType : List.of("application/json", "application/x-ndjson", "text/csv")) {
            assertProblem(with(token).accept(mediaType).get("/audit"), 403, "FORBIDDEN", "listAudit");
        }
    }

    @Test
    void whatIsDoneAboutUsersAndTokensIsWrittenDownWithoutSecrets() {
        var said = admin().header("X-Session-Id", session);
        var marker = "velvet-harbor-sonnet-58";
        json(said, Map.of("name", "grace", "password", marker, "role", "operator")).post("/users").then().statusCode(201);
        json(admin().header("X-Session-Id", session), Map.of("password", marker + "-2", "role", "viewer", "disabled", true))
                .patch("/users/grace").then().statusCode(200);
        admin().header("X-Session-Id", session).delete("/users/grace").then().statusCode(200);
        var token = json(admin().header("X-Session-Id", session), Map.of("name", "ci", "role", "viewer")).post("/tokens")
                .then().statusCode(201).extract().jsonPath();
        admin().header("X-Session-Id", session).delete("/tokens/" + token.getLong("id")).then().statusCode(200);

        var entries = get("").jsonPath();
        assertThat(entries.<String> getList("entries.command")).containsExactly("revokeToken", "addToken", "removeUser",
                "changeUser", "addUser");
        assertThat(entries.<String> getList("entries.actor")).containsOnly("CONSOLE_ADMIN_TOKEN");
        assertThat(entries.<String> getList("entries.outcome")).containsOnly("done");
        assertThat(entry(entries, 0)).isEqualTo(Map.of("name", "ci"));
        assertThat(entries.getString("entries[0].target")).isEqualTo("token:#" + token.getLong("id"));
        assertThat(entry(entries, 1)).isEqualTo(Map.of("role", "viewer", "id", Long.toString(token.getLong("id"))));
        assertThat(entries.getString("entries[1].target")).isEqualTo("token:ci");
        assertThat(entry(entries, 3)).isEqualTo(Map.of("password", "••••", "role", "viewer", "disabled", "true"));
        assertThat(entries.getString("entries[4].target")).isEqualTo("user:grace");
        assertThat(get("").asString()).doesNotContain(marker, token.getString("token"));
    }

    private static Map<String, Object> entry(JsonPath entries, int index) {
        return entries.getMap("entries[" + index + "].parameters");
    }

    @Test
    void refusedAndFailedAttemptsAreWrittenDown() {
        var token = accounts.issueToken("look", Role.VIEWER, Optional.empty(), "test").secret().text();
        with(token).header("X-Session-Id", session).get("/users").then().statusCode(403);
        admin().header("X-Session-Id", session).delete("/users/nobody").then().statusCode(404);
        json(admin().header("X-Session-Id", session), Map.of("name", "x".repeat(500_000), "role", "viewer")).post("/tokens")
                .then().statusCode(400);

        var entries = get("").jsonPath();
        assertThat(entries.<String> getList("entries.outcome")).containsExactly("failed", "failed", "refused");
        assertThat(entries.<String> getList("entries.code")).containsExactly("INVALID_ARGUMENT", "NOT_FOUND", "FORBIDDEN");
        assertThat(entries.<String> getList("entries.actor")).containsExactly("CONSOLE_ADMIN_TOKEN", "CONSOLE_ADMIN_TOKEN",
                "token:look");
        assertThat(entries.getString("entries[0].target")).hasSize(1_000);
    }

    @Test
    void guessesAtAPasswordAreWrittenDown() {
        var cookie = People.session(accounts, "henry", Role.VIEWER);
        var guess = Map.of("current", "meadow pepper quartz 17", "password", "meadow pepper quartz 18");
        var failed = Stream.generate(() -> json(Calls.signedIn(cookie).header("X-Session-Id", session), guess)
                .post("/account/password")).limit(15).takeWhile(answer -> answer.statusCode() != 429).count();

        var entries = get("").jsonPath();
        assertThat(entries.<String> getList("entries.command")).hasSize((int) failed + 1).containsOnly("changePassword");
        assertThat(entries.<String> getList("entries.code").getFirst()).isEqualTo("RATE_LIMITED");
        assertThat(entries.<String> getList("entries.outcome").getFirst()).isEqualTo("refused");
        assertThat(entries.<String> getList("entries.outcome").stream().skip(1)).isNotEmpty().containsOnly("failed");
        assertThat(entries.<String> getList("entries.actor")).containsOnly("henry");
        assertThat(get("").asString()).doesNotContain("meadow");
    }

    @Test
    void readingIsNotWrittenDown() {
        admin().header("X-Session-Id", session).get("/users").then().statusCode(200);
        admin().header("X-Session-Id", session).get("/audit").then().statusCode(200);

        assertThat(targets("")).isEmpty();
    }
}
