package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.pm2console.accounts.Role;
import dev.pm2console.security.Credentials;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.People;
import dev.pm2console.testsupport.Visitors;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/// Users, tokens and one's own password in a browser.
@QuarkusTest
@TestProfile(WithPeople.class)
class SettingsPageTest extends InBrowser {

    private static final String OTHER_PASSWORD = "marble-thicket-canoe-58";

    private Look admin;

    @BeforeAll
    void open() {
        admin = as("ada", Role.ADMIN);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void adminAddsAViewerWhoSignsIn(boolean scripts) {
        var name = scripts ? "valerie" : "viktoria";
        var page = visitors.visit(scripts ? admin : admin.withoutScripts());
        page.navigate("/settings");
        page.getByText("Add user").click();
        page.locator("#name").fill(name);
        page.locator("#password").fill(People.PASSWORD);
        page.getByLabel("Viewer").check();
        page.locator("button.primary").click();

        assertThat(page.locator("tr[data-user=" + name + "]")).containsText("viewer");
        var stranger = visitors.visit(Look.stranger());
        stranger.navigate("/settings");
        stranger.locator("#name").fill(name);
        stranger.locator("#password").fill(People.PASSWORD);
        stranger.locator("button.primary").click();
        assertThat(stranger.locator(".who")).containsText(name + " viewer");
        assertThat(stranger.locator("h2")).hasText(new String[] { "Your account" });
    }

    @Test
    void whatIsWrongWithANewUserIsSaidBesideTheField() {
        var page = visitors.visit(admin.withoutScripts());
        page.navigate("/settings/add-user");

        page.locator("#name").fill("ada");
        page.locator("#password").fill(People.PASSWORD);
        page.locator("button.primary").click();
        assertThat(page.locator("#name-error")).hasText("There is a user \"ada\" already.");
        page.locator("#name").fill("grace");
        page.locator("#password").fill("password1234");
        page.locator("button.primary").click();

        assertThat(page.locator("#password-error")).containsText("too easy to guess");
        assertThat(page.locator("#name")).hasValue("grace");
        assertThat(page.locator("#password")).hasValue("");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void tokenIsShownOnceWorksAndIsWorthNothingWhenRevoked(boolean scripts) {
        var name = scripts ? "deploy" : "backup";
        var page = visitors.visit(scripts ? admin : admin.withoutScripts());
        page.navigate("/settings");
        page.getByText("Add token").click();
        page.locator("#name").fill(name);
        page.getByLabel("Operator").check();
        page.locator("#expires").selectOption("7");
        page.locator("button.primary").click();

        var token = page.locator("#token").textContent();
        assertThat(page.url()).doesNotContain(token);
        assertThat(status(token)).isEqualTo(200);
        page.getByText("Done").click();
        page.waitForLoadState(); // scripts too: before that a click asks on a page of its own
        var row = page.locator("tr[data-token=" + name + "]");
        assertThat(row).containsText("operator");
        assertThat(page.content()).doesNotContain(token);

        row.getByText("Revoke").click();
        confirm(page, scripts, "Revoke");
        assertThat(row).hasCount(0);
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void newTokenIsCopiedByAButtonAndKeptInNoCache() {
        var page = visitors.visit(admin);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate("/settings/add-token");
        page.locator("#name").fill("copied");
        var answer = page.waitForResponse(it -> it.url().endsWith("/settings/tokens"),
                () -> page.locator("button.primary").click());

        page.locator("button.copy").click();

        assertThat(page.locator("button.copy")).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(page.locator("#token").textContent());
        assertThat(answer.headerValue("cache-control")).contains("no-store");
    }

    @Test
    void ownPasswordIsChangedAndTheOtherBrowsersAreSignedOut() {
        var here = People.session(accounts, "paula", Role.OPERATOR);
        var elsewhere = People.session(accounts, "paula", Role.OPERATOR);
        var page = visitors.visit(Look.as(here));
        page.navigate("/settings");

        change(page, "not-the-password", OTHER_PASSWORD, OTHER_PASSWORD);
        assertThat(page.locator("#current-error")).hasText("The current password is not right.");
        change(page, People.PASSWORD, "short", "short");
        assertThat(page.locator("#password-error")).containsText("12 characters");
        change(page, People.PASSWORD, OTHER_PASSWORD, People.PASSWORD);
        assertThat(page.locator("#repeated-error")).containsText("not the same");
        change(page, People.PASSWORD, OTHER_PASSWORD, OTHER_PASSWORD);

        assertThat(page.locator(".notice.done")).containsText("Your password is changed");
        assertThat(page.navigate("/settings").status()).isEqualTo(200);
        RestAssured.given().cookie(Credentials.COOKIE, elsewhere).get("/api/v1/version").then().statusCode(401);
    }

    @Test
    void whoeverComesWithATokenHasNoPasswordToChange() {
        var token = accounts.issueToken("reader", Role.VIEWER, Optional.empty(), "ada").secret().text();

        var answer = RestAssured.given().header("Authorization", "Bearer " + token).accept("text/html").get("/settings");

        answer.then().statusCode(200);
        assertThat(answer.body().asString()).contains("came in with a token").doesNotContain("/settings/password");
    }

    @Test
    void adminChangesAUserInEveryWay() {
        var session = People.session(accounts, "oscar", Role.VIEWER);
        var page = visitors.visit(admin);
        page.navigate("/settings/users/oscar");

        page.getByLabel("Operator").check();
        page.getByText("Change role").click();
        assertThat(page.locator(".notice.done")).containsText("is operator now");
        page.locator("#password").fill("12345678");
        page.getByText("Set password").click();
        assertThat(page.locator("#password-error")).containsText("12 characters");
        page.locator("#password").fill(OTHER_PASSWORD);
        page.getByText("Set password").click();
        assertThat(page.locator(".notice.done")).containsText("has another password");
        assertThat(accounts.bySession(session)).isEmpty();

        page.locator("form[action$='/access'] button").click();
        assertThat(page.locator(".notice.done")).containsText("is disabled");
        assertThat(accounts.user("oscar").orElseThrow().disabled()).isTrue();
        page.locator("form[action$='/access'] button").click();
        assertThat(page.locator(".notice.done")).containsText("can sign in again");
        assertThat(accounts.user("oscar").orElseThrow().role()).isEqualTo(Role.OPERATOR);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void removingAUserIsAskedAboutFirst(boolean scripts) {
        var name = scripts ? "rita" : "ralph";
        People.session(accounts, name, Role.VIEWER);
        var page = visitors.visit(scripts ? admin : admin.withoutScripts());
        page.navigate("/settings/users/" + name);

        page.getByText("Remove …").click();
        assertThat(accounts.user(name)).isPresent();
        confirm(page, scripts, "Remove");

        assertThat(page.locator("tr[data-user=" + name + "]")).hasCount(0);
        assertThat(page).hasURL(root + "settings");
        assertThat(accounts.user(name)).isEmpty();
    }

    @Test
    void unknownUserIsNotFound() {
        var page = visitors.visit(admin);

        assertThat(page.navigate("/settings/users/nobody").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/settings/add-user", "/settings/add-token", "/settings/users/ada", "/audit",
            "/audit/export?format=csv" })
    void viewerIsTurnedAwayFromWhatIsForAdmins(String address) {
        var page = visitors.visit(as("vincent", Role.VIEWER));

        var answer = page.navigate(address);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.locator("h1")).hasText("Not allowed");
        assertThat(page.locator(".pages a"))
                .hasText(new String[] { "Processes", "Logs", "Events", "Alerts", "System", "Settings" });
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "390,DARK" })
    void pagesAreAccessibleAndFit(int width, ColorScheme scheme) {
        var session = People.session(accounts, "ada", Role.ADMIN);
        People.session(accounts, "somebody.with-a-long-name@department.example.org", Role.VIEWER);
        var page = visitors.visit(Look.as(session).on(width, scheme));
        page.navigate("/settings/add-token");
        Visitors.assertGood(page);
        page.locator("#name").fill("shown-" + width + "-" + scheme);
        page.locator("button.primary").click();
        assertThat(page.locator("#token")).isVisible();
        Visitors.assertGood(page);

        for (var address : new String[] { "/settings", "/settings/add-user", "/settings/users/ada",
                "/settings/users/somebody.with-a-long-name@department.example.org", "/no-such-page" }) {
            page.navigate(address);
            Visitors.assertGood(page);
        }
    }

    private static void confirm(Page page, boolean scripts, String label) {
        if (scripts) {
            page.locator("#ask button[value=yes]").click();
        } else {
            assertThat(page.locator("h1")).containsText(label);
            button(page, label).click();
        }
    }

    private static Locator button(Page page, String label) {
        return page.locator("button.danger").getByText(label);
    }

    private static void change(Page page, String current, String password, String repeated) {
        page.locator("#current").fill(current);
        page.locator("#password").fill(password);
        page.locator("#repeated").fill(repeated);
        page.locator("form[action='/settings/password'] .button").click();
    }

    private static int status(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get("/api/v1/version").statusCode();
    }
}
