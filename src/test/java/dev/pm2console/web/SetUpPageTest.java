package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.pm2console.rest.WithoutPm2;
import dev.pm2console.security.Credentials;
import dev.pm2console.security.SetUp;
import dev.pm2console.security.SetUpAddress;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.People;
import dev.pm2console.testsupport.Visitors;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/// A fresh console in a browser: from its first start to the administrator who signs in and out. In that order, as there is
/// one console that is set up once.
@QuarkusTest
@TestProfile(SetUpPageTest.Fresh.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpPageTest extends InBrowser {

    /// With a data directory that nobody was in.
    public static final class Fresh extends WithoutPm2 {
    }

    @Inject
    SetUp setUp;

    @Test
    @Order(1)
    void beforeItIsSetUpNobodyGetsIn() {
        var page = visitors.visit(Look.stranger());

        var answer = page.navigate("/");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(page.locator("h1")).hasText("This console is not set up yet");
        Visitors.assertGood(page);
    }

    @Test
    @Order(2)
    void wrongAddressDoesNotWork() {
        var page = visitors.visit(Look.stranger());

        var answer = page.navigate("/setup?token=guessed");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.locator("h1")).hasText("This address does not work");
    }

    @Test
    @Order(3)
    void formSaysWhatIsWrongBesideTheField() {
        var page = visitors.visit(Look.stranger().withoutScripts());
        page.navigate(SetUpAddress.of(setUp));

        fill(page, "no good name", "short", "short");
        assertThat(page.locator("#name-error")).containsText("letters, digits");
        fill(page, "ada", "short", "short");
        assertThat(page.locator("#password-error")).containsText("12 characters");
        fill(page, "ada", People.PASSWORD, People.PASSWORD + "x");

        assertThat(page.locator("#repeated-error")).containsText("not the same");
        assertThat(page.locator("#name")).hasValue("ada");
        assertThat(page.locator("#password")).hasValue("");
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "390,DARK" })
    @Order(4)
    void setUpFormIsAccessibleAndFits(int width, ColorScheme scheme) {
        var page = visitors.visit(Look.stranger().on(width, scheme));
        page.navigate(SetUpAddress.of(setUp));

        assertThat(page.locator("#password")).isFocused();
        Visitors.assertGood(page);
    }

    @Test
    @Order(5)
    void addressMakesTheFirstAdministratorOnce() {
        var page = visitors.visit(Look.stranger());
        page.navigate(SetUpAddress.of(setUp));

        fill(page, "ada", People.PASSWORD, People.PASSWORD);

        assertThat(page).hasURL(root);
        assertThat(page.locator(".who")).containsText("ada admin");
        page.navigate(SetUpAddress.of(setUp));
        assertThat(page.locator("h1")).hasText("This address does not work");
    }

    @Test
    @Order(6)
    void wrongPasswordIsToldAndTheRightOneLeadsToTheWantedPage() {
        var page = visitors.visit(Look.stranger());
        page.navigate("/system");

        signIn(page, "not-the-password");
        assertThat(page.locator("[role=alert]")).containsText("not right");
        assertThat(page.locator("#name")).hasValue("ada");
        assertThat(page.locator("#password")).isFocused();
        signIn(page, People.PASSWORD);

        assertThat(page).hasURL(root + "system");
        assertThat(page.locator(".pages [aria-current=page]")).hasText("System");
    }

    @Test
    @Order(7)
    void signingOutEndsTheSessionOnTheServer() {
        var page = visitors.visit(Look.stranger());
        page.navigate("/sign-in");
        signIn(page, People.PASSWORD);
        assertThat(page).hasURL(root);
        var cookie = page.context().cookies().stream().filter(it -> it.name.equals(Credentials.COOKIE)).findFirst()
                .orElseThrow().value;
        RestAssured.given().cookie(Credentials.COOKIE, cookie).get("/api/v1/version").then().statusCode(200);

        page.getByText("Sign out").click();

        assertThat(page.locator("#told[role=status]")).hasText("You are signed out.");
        RestAssured.given().cookie(Credentials.COOKIE, cookie).get("/api/v1/version").then().statusCode(401);
        assertThat(page.navigate("/settings").status()).isEqualTo(401);
    }

    @Test
    @Order(8)
    void lastAdministratorIsNotRemovedAndThePageSaysWhy() {
        var page = visitors.visit(Look.stranger());
        page.navigate("/settings/users/ada");
        signIn(page, People.PASSWORD);
        assertThat(page.locator("#last")).containsText("last administrator");
        assertThat(page.locator("form[action$='/remove'] button")).isDisabled();

        // somebody insists
        page.evaluate("document.querySelector('form[action$=\"/remove\"] button').disabled = false");
        page.locator("form[action$='/remove'] button").click();
        page.locator("#ask").getByText("Remove").last().click();

        assertThat(page.locator(".deeds [role=alert]")).containsText("is the last administrator who can sign in");
        assertThat(page).hasTitle(Pattern.compile("^Error: ada .*"));
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "390,DARK" })
    @Order(9)
    void signInFormIsAccessibleAndFits(int width, ColorScheme scheme) {
        var page = visitors.visit(Look.stranger().on(width, scheme));
        page.navigate("/sign-in");
        assertThat(page.locator("#name")).isFocused();
        page.locator(".lost summary").click();

        Visitors.assertGood(page);
    }

    @Test
    @Order(10)
    void tooManyAttemptsAreToldToWait() {
        var page = visitors.visit(Look.stranger());
        page.navigate("/sign-in");
        var status = 401;
        for (var i = 0; i < 15 && status == 401; i++) {
            page.locator("#name").fill("somebody");
            page.locator("#password").fill("guess-" + i);
            status = page.waitForResponse(answer -> answer.request().method().equals("POST"),
                    () -> page.locator("button.primary").click()).status();
        }

        assertThat(status).isEqualTo(429);
        assertThat(page.locator("[role=alert]")).containsText("Too many attempts");
    }

    private static void fill(Page page, String name, String password, String repeated) {
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        page.locator("#repeated").fill(repeated);
        page.locator("button.primary").click();
    }

    private static void signIn(Page page, String password) {
        page.locator("#name").fill("ada");
        page.locator("#password").fill(password);
        page.locator("button.primary").click();
    }
}
