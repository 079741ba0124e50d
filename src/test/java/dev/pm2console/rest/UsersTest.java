package dev.pm2console.rest;

import static dev.pm2console.rest.Calls.admin;
import static dev.pm2console.rest.Calls.assertProblem;
import static dev.pm2console.rest.Calls.json;
import static dev.pm2console.rest.Calls.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.Secret;
import dev.pm2console.accounts.User;
import dev.pm2console.security.Credentials;
import dev.pm2console.security.FormTokens;
import dev.pm2console.testsupport.People;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/// Users over REST: what an administrator does about them, and what they do about themselves.
@QuarkusTest
@TestProfile(WithoutPeople.class)
@Timeout(60)
class UsersTest {

    private static final String KEEPER = "keeper";
    private static final String OTHER = "meadow pepper quartz 17";

    @Inject
    Accounts accounts;

    @BeforeEach
    void keepAnAdministrator() {
        if (accounts.user(KEEPER).isEmpty()) {
            accounts.addUser(KEEPER, new Secret(People.PASSWORD), Role.ADMIN);
        }
    }

    @AfterEach
    void removeTheOthers() {
        accounts.users().stream().map(User::name).filter(name -> !name.equals(KEEPER)).forEach(accounts::removeUser);
    }

    private void add(String name, Role role) {
        accounts.addUser(name, new Secret(People.PASSWORD), role);
    }

    private static Map<String, Object> user(String name, String password, String role) {
        return Map.of("name", name, "password", password, "role", role);
    }

    private static Response post(Map<String, ?> body) {
        return json(admin(), body).post("/users");
    }

    private static Response patch(String name, Map<String, ?> body) {
        return json(admin(), body).patch("/users/" + name);
    }

    private static List<String> fields(Response answer) {
        return answer.jsonPath().getList("violations.field");
    }

    @Test
    void userIsAddedAndMaySignIn() {
        var answer = post(user("ada", People.PASSWORD, "operator"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.getHeader("Location")).isEqualTo(Calls.origin() + "/api/v1/users/ada");
        assertThat(answer.jsonPath().getMap("").keySet()).map(Object::toString).containsExactly("name", "role", "disabled",
                "createdAt", "passwordChangedAt", "signedInAt", "sessions");
        assertThat(answer.jsonPath().getString("role")).isEqualTo("operator");
        assertThat(answer.jsonPath().getString("signedInAt")).isNull();
        assertThat(answer.asString()).doesNotContain(People.PASSWORD, "$2a$");
        assertThat(accounts.signIn("ada", new Secret(People.PASSWORD), "test")).isPresent();
    }

    @Test
    void everybodyIsListedByName() {
        add("Zoe", Role.VIEWER);

        var answer = admin().get("/users").then().statusCode(200).extract().response();

        assertThat(answer.jsonPath().<String> getList("users.name")).containsExactly(KEEPER, "Zoe");
        assertThat(answer.asString()).doesNotContain(People.PASSWORD, "$2a$");
    }

    @Test
    void userIsChangedInPart() {
        add("ada", Role.VIEWER);

        var answer = patch("ADA", Map.of("role", "operator", "disabled", true)).then().statusCode(200).extract().jsonPath();

        assertThat(answer.getString("name")).isEqualTo("ada");
        assertThat(answer.getString("role")).isEqualTo("operator");
        assertThat(answer.getBoolean("disabled")).isTrue();
        assertThat(patch("ada", Map.of()).jsonPath().getString("role")).as("nothing to change").isEqualTo("operator");
        assertThat(accounts.user("ada").orElseThrow().role()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void newPasswordAndSignOutEndSessions() {
        add("ada", Role.VIEWER);
        var first = People.session(accounts, "ada", Role.VIEWER);
        signedIn(first).get("/version").then().statusCode(200);

        patch("ada", Map.of("password", OTHER)).then().statusCode(200);
        assertProblem(RestAssured.given().cookie(Credentials.COOKIE, first).get("/api/v1/version"), 401, "UNAUTHENTICATED",
                null);

        var second = accounts.signIn("ada", new Secret(OTHER), "test").orElseThrow();
        assertThat(patch("ada", Map.of("signOut", true)).jsonPath().getInt("sessions")).isZero();
        assertProblem(RestAssured.given().cookie(Credentials.COOKIE, second).get("/api/v1/version"), 401, "UNAUTHENTICATED",
                null);
    }

    @Test
    void userIsRemoved() {
        add("ada", Role.VIEWER);

        admin().delete("/users/ada").then().statusCode(200);

        assertThat(accounts.user("ada")).isEmpty();
        assertProblem(admin().delete("/users/ada"), 404, "NOT_FOUND", "removeUser");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var answer = json(admin(), Map.of("name", "a b", "password", "password1234", "role", "king", "rank", 1)).post("/users");

        assertProblem(answer, 400, "INVALID_ARGUMENT", "addUser");
        assertThat(fields(answer)).containsExactlyInAnyOrder("name", "password", "role", "rank");
        assertThat(answer.asString()).doesNotContain("password1234").contains("too easy to guess")
                .contains("viewer, operator, admin");
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        var answer = post(Map.of());

        assertProblem(answer, 400, "INVALID_ARGUMENT", "addUser");
        assertThat(fields(answer)).containsExactlyInAnyOrder("name", "password", "role");
        assertThat(answer.jsonPath().<String> getList("violations.message")).containsOnly("is required");
    }

    @Test
    void valuesOfOtherTypesAreRefused() {
        var answer = json(admin(), Map.of("role", 1, "password", true, "disabled", "yes", "signOut", "no"))
                .patch("/users/keeper");

        assertProblem(answer, 400, "INVALID_ARGUMENT", "changeUser");
        assertThat(fields(answer)).containsExactlyInAnyOrder("role", "password", "disabled", "signOut");
    }

    @Test
    void weakPasswordIsRefusedAndChangesNothing() {
        add("ada", Role.VIEWER);

        var answer = patch("ada", Map.of("password", "ada-ada-ada-ada", "role", "admin"));

        assertProblem(answer, 400, "INVALID_ARGUMENT", "changeUser");
        assertThat(fields(answer)).containsExactly("password");
        assertThat(accounts.user("ada").orElseThrow().role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void nameInUseIsTaken() {
        var answer = post(user("KEEPER", People.PASSWORD, "viewer"));

        assertProblem(answer, 409, "NAME_TAKEN", "addUser");
        assertThat(fields(answer)).containsExactly("name");
    }

    @Test
    void unknownUserIsNotFound() {
        assertProblem(patch("nobody", Map.of("role", "viewer")), 404, "NOT_FOUND", "changeUser");
        assertProblem(admin().delete("/users/nobody"), 404, "NOT_FOUND", "removeUser");
    }

    @Test
    void nameThatNobodyCanHaveIsInvalid() {
        for (var name : List.of("a b", "a'b", "x".repeat(65), ".a")) {
            assertProblem(admin().delete("/users/{name}", name), 400, "INVALID_ARGUMENT", "removeUser");
            assertProblem(json(admin(), Map.of()).patch("/users/{name}", name), 400, "INVALID_ARGUMENT", "changeUser");
        }
    }

    @Test
    void lastAdministratorStays() {
        add("ada", Role.OPERATOR);

        assertProblem(admin().delete("/users/keeper"), 409, "LAST_ADMIN", "removeUser");
        assertProblem(patch(KEEPER, Map.of("role", "viewer")), 409, "LAST_ADMIN", "changeUser");
        assertProblem(patch(KEEPER, Map.of("disabled", true)), 409, "LAST_ADMIN", "changeUser");
        assertThat(accounts.user(KEEPER).orElseThrow().role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void usersAreForAdministratorsWhoeverAsksLearnsNothing() {
        for (var role : List.of(Role.VIEWER, Role.OPERATOR)) {
            var token = accounts.issueToken("of-" + role, role, Optional.empty(), "test");
            var secret = token.secret().text();

            assertForbidden(Calls.with(secret).get("/users"), "listUsers");
            assertForbidden(json(Calls.with(secret), Map.of("rank", 1)).post("/users"), "addUser");
            assertForbidden(json(Calls.with(secret), Map.of("role", "admin")).patch("/users/keeper"), "changeUser");
            assertForbidden(Calls.with(secret).delete("/users/nobody"), "removeUser");
            assertForbidden(Calls.with(secret).get("/tokens"), "listTokens");
            assertForbidden(json(Calls.with(secret), Map.of()).post("/tokens"), "addToken");
            assertForbidden(Calls.with(secret).delete("/tokens/1"), "revokeToken");
            assertForbidden(Calls.with(secret).get("/audit"), "listAudit");
            accounts.revokeToken(token.token().id());
        }
    }

    private static void assertForbidden(Response answer, String command) {
        assertProblem(answer, 403, "FORBIDDEN", command);
        assertThat(answer.jsonPath().getList("violations")).isNull();
    }

    @Test
    void usersAreForThoseWhoAreSignedIn() {
        for (var path : List.of("/users", "/tokens", "/audit")) {
            assertProblem(RestAssured.get("/api/v1" + path), 401, "UNAUTHENTICATED", null);
        }
        assertProblem(RestAssured.given().contentType("application/json").body("{}").post("/api/v1/account/password"), 401,
                "UNAUTHENTICATED", null);
    }

    @Test
    void ownPasswordIsChangedAndTheOtherSessionsEnd() {
        var here = People.session(accounts, "ada", Role.VIEWER);
        var elsewhere = People.session(accounts, "ada", Role.VIEWER);

        var answer = json(signedIn(here), Map.of("current", People.PASSWORD, "password", OTHER)).post("/account/password");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("name")).isEqualTo("ada");
        assertThat(answer.jsonPath().getInt("sessions")).isEqualTo(1);
        assertThat(accounts.bySession(here)).isPresent();
        assertThat(accounts.bySession(elsewhere)).isEmpty();
        assertThat(accounts.signIn("ada", new Secret(OTHER), "test")).isPresent();
    }

    @Test
    void wrongPresentPasswordAndWeakNewOneAreRefused() {
        var session = People.session(accounts, "ada", Role.VIEWER);

        var wrong = json(signedIn(session), Map.of("current", OTHER, "password", OTHER)).post("/account/password");
        assertProblem(wrong, 400, "INVALID_ARGUMENT", "changePassword");
        assertThat(fields(wrong)).containsExactly("current");
        var weak = json(signedIn(session), Map.of("current", People.PASSWORD, "password", "password1234"))
                .post("/account/password");
        assertProblem(weak, 400, "INVALID_ARGUMENT", "changePassword");
        assertThat(fields(weak)).containsExactly("password");
        var missing = json(signedIn(session), Map.of("new", OTHER)).post("/account/password");
        assertThat(fields(missing)).containsExactlyInAnyOrder("current", "password", "new");
        assertThat(accounts.signIn("ada", new Secret(People.PASSWORD), "test")).isPresent();
    }

    @Test
    void guessesAtThePresentPasswordHaveToWait() {
        var session = People.session(accounts, "ada", Role.VIEWER);
        var guess = Map.of("current", OTHER, "password", OTHER);

        // the first five are free; how many more there can be before one is too early depends on the machine
        var answers = new ArrayList<Response>();
        do {
            answers.add(json(signedIn(session), guess).post("/account/password"));
        } while (answers.getLast().statusCode() == 400 && answers.size() < 15);

        var tooEarly = answers.removeLast();
        assertThat(answers).hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(answer -> assertProblem(answer, 400, "INVALID_ARGUMENT", "changePassword"));
        assertProblem(tooEarly, 429, "RATE_LIMITED", "changePassword");
        assertThat(Integer.parseInt(tooEarly.getHeader("Retry-After"))).isBetween(1, 900);
    }

    @Test
    void tokenHasNoPassword() {
        var answer = json(admin(), Map.of("current", People.PASSWORD, "password", OTHER)).post("/account/password");

        assertProblem(answer, 400, "INVALID_ARGUMENT", "changePassword");
        assertThat(answer.jsonPath().getString("detail")).contains("a token has no password");
    }

    @Test
    void sessionWritesOnlyWithItsPagesToken() {
        var session = People.session(accounts, KEEPER, Role.ADMIN);
        var bare = RestAssured.given().basePath("/api/v1").cookie(Credentials.COOKIE, session).header("Origin",
                Calls.origin());

        assertProblem(json(bare, user("eve", People.PASSWORD, "admin")).post("/users"), 403, "FORBIDDEN", null);
        assertProblem(RestAssured.given().spec(bare).header(FormTokens.HEADER, "guessed").delete("/users/keeper"), 403,
                "FORBIDDEN", null);
        assertThat(accounts.user("eve")).isEmpty();
        json(signedIn(session), user("ada", People.PASSWORD, "viewer")).post("/users").then().statusCode(201);
        json(signedIn(session), Map.of("role", "operator")).patch("/users/ada").then().statusCode(200);
        signedIn(session).delete("/users/ada").then().statusCode(200);
    }
}
