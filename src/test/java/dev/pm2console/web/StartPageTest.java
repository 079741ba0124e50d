package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pm2console.testsupport.Patience.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;

import dev.pm2console.accounts.Role;
import dev.pm2console.testsupport.BrowserPm2Resource;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.Visitors;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/// Starting apps under a real PM2: by the form, with a script that is chosen, and from an ecosystem file.
@QuarkusTest
@QuarkusTestResource(value = BrowserPm2Resource.class, restrictToAnnotatedClass = true)
class StartPageTest extends InBrowser {

    private static final String ECOSYSTEM = """
            // what is common in such files does no harm
            { apps: [
              { name: 'start-one', script: 'idle.js', max_restarts: %d },
              { name: 'start-two', script: 'idle.js', env: { A: '1' }, env_production: { A: '2' } },
            ], deploy: {} }
            """;

    RealPm2 pm2;

    private Look admin;

    @BeforeAll
    void open() throws IOException {
        Files.createDirectories(pm2.appsRoot().resolve("shop/src"));
        Files.copy(pm2.appsRoot().resolve("idle.js"), pm2.appsRoot().resolve("shop/src/server.js"));
        Files.writeString(pm2.appsRoot().resolve("shop/package.json"), "{}");
        Files.writeString(pm2.appsRoot().resolve("shop/apps.json"),
                "[{\"name\": \"start-shop\", \"script\": \"src/server.js\"}]");
        admin = as("start-admin", Role.ADMIN);
    }

    @Test
    void appIsStartedWithWhatTheFormSays() {
        var page = opened(admin, "/processes/new");
        field(page, "Script").fill("idle.js");
        field(page, "Name").fill("start-api");
        field(page, "Instances").fill("2");
        field(page, "Environment").fill("GREETING=hello\nPORT=0");
        page.getByText("Runs with").click();
        field(page, "Namespace").fill("start-space");
        page.getByText("Restarts", new Page.GetByTextOptions().setExact(true)).click();
        field(page, "Memory limit").fill("300M");
        field(page, "Exit codes that stop it").fill("3, 4");

        button(page, "Start").click();

        assertThat(page).hasURL(Pattern.compile("/processes/name%3Astart-api$"));
        assertThat(page.locator(".notice.done")).containsText("Started start-api, 2 instances.");
        await().until(() -> described("start-api").getList("processes.status").equals(List.of("online", "online")));
        var described = described("start-api");
        Assertions.assertThat(described.getString("processes[0].mode")).isEqualTo("cluster");
        Assertions.assertThat(described.getString("processes[0].namespace")).isEqualTo("start-space");
        Assertions.assertThat(described.getLong("processes[0].maxMemoryRestart")).isEqualTo(300L << 20);
        Assertions.assertThat(described.getList("processes[0].config.stop_exit_codes")).containsExactly("3", "4");
        Assertions.assertThat(described.getMap("processes[0].env")).containsKeys("GREETING", "PORT");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void everythingThatIsWrongIsSaidAtOnceBesideItsField(boolean scripts) {
        var page = opened(scripts ? admin : admin.withoutScripts(), "/processes/new");
        field(page, "Script").fill("../secret.js");
        field(page, "Instances").fill("0");
        field(page, "Environment").fill("GOOD=1\nno variable");
        page.getByText("Restarts", new Page.GetByTextOptions().setExact(true)).click();
        field(page, "Restart schedule").fill("now and then");
        page.getByText("Watching", new Page.GetByTextOptions().setExact(true)).click();
        field(page, "Watched paths").fill("../elsewhere");

        field(page, "Name").press("Enter");

        assertThat(page.locator("#script-error")).containsText("no .. segment");
        assertThat(page.locator("#instances-error")).isVisible();
        assertThat(page.locator("#env-error")).hasText("Line 2 is not KEY=value.");
        assertThat(page.locator("#cron_restart-error")).isVisible();
        assertThat(field(page, "Script")).hasValue("../secret.js");
        assertThat(field(page, "Watched paths")).hasValue("../elsewhere");
        assertThat(field(page, "Watched paths")).isVisible();
        assertThat(page.locator("#problems")).isFocused();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Restart schedule")).click();
        assertThat(field(page, "Restart schedule")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void scriptIsChosenInTheAppsRoot(boolean scripts) {
        var page = opened(scripts ? admin : admin.withoutScripts(), "/processes/new");
        var name = "start-chosen-" + scripts;
        field(page, "Name").fill(name);
        field(page, "Environment").fill("A=1\nB=2");
        button(page, "Choose …").click();
        button(page, "shop").click();
        button(page, "src").click();
        button(page, "server.js").click();

        assertThat(field(page, "Script")).hasValue("src/server.js");
        assertThat(field(page, "Working directory")).hasValue("shop");
        assertThat(field(page, "Environment")).hasValue("A=1\nB=2");
        button(page, "Start").click();

        assertThat(page.locator(".notice.done")).containsText("Started " + name + ".");
        assertThat(page).hasURL(Pattern.compile("/processes/\\d+$"));
    }

    @Test
    void ecosystemFileIsShownThenStartedThenChanged() {
        var page = opened(admin, "/processes/new/ecosystem");
        field(page, "Ecosystem file").fill(ECOSYSTEM.formatted(5));
        button(page, "Preview").click();
        assertThat(step(page, "start-one")).containsText("will start");
        step(page, "start-two").getByRole(AriaRole.CHECKBOX).uncheck();
        button(page, "Do this").click();
        assertThat(page.locator(".notice.done")).hasText(Pattern.compile("\\s*Started start-one\\..*"));
        Assertions.assertThat(described("start-one").getInt("processes[0].config.max_restarts")).isEqualTo(5);

        page.navigate("/processes/new/ecosystem");
        field(page, "Ecosystem file").fill(ECOSYSTEM.formatted(7));
        field(page, "Environment").fill("production");
        button(page, "Preview").click();
        assertThat(step(page, "start-one")).containsText("will restart");
        assertThat(step(page, "start-one").locator(".detail")).containsText("max_restarts");
        button(page, "Do this").click();

        assertThat(page.locator(".notice.done").first()).containsText("Started start-two.");
        assertThat(page.locator(".notice.done").nth(1)).containsText("Restarted start-one with what changed.");
        Assertions.assertThat(described("start-one").getInt("processes[0].config.max_restarts")).isEqualTo(7);
    }

    @Test
    void nothingElseIsDoneThanWhatWasSeen() {
        var page = opened(admin.withoutScripts(), "/processes/new/ecosystem");
        page.setInputFiles("#file", new FilePayload("ecosystem.json", "application/json",
                "{\"script\": \"idle.js\", \"name\": \"start-late\"}".getBytes(StandardCharsets.UTF_8)));
        button(page, "Preview").click();
        assertThat(step(page, "start-late")).containsText("will start");
        pm2.pm2("start", "idle.js", "--name", "start-late");

        button(page, "Do this").click();

        assertThat(page.locator("#plan .note")).containsText("something else than you have seen");
        assertThat(step(page, "start-late")).not().containsText("will start");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void ecosystemFileOfTheAppsRootStartsInItsDirectory(boolean scripts) {
        var page = opened(scripts ? admin : admin.withoutScripts(), "/processes/new/ecosystem");
        button(page, "Choose in the apps root …").click();
        button(page, "shop").click();
        button(page, "apps.json").click();

        assertThat(step(page, "start-shop")).containsText("shop/src/server.js");
    }

    @Test
    void whatIsWrongWithAnEcosystemFileNamesTheApp() {
        var page = opened(admin, "/processes/new/ecosystem");
        field(page, "Ecosystem file").fill("[{name: 'start-bad', script: 'idle.js', max_restarts: -1, uid: 0}]");
        button(page, "Preview").click();
        assertThat(page.locator("#problems")).containsText("start-bad: max_restarts is 0 or more.");
        assertThat(page.locator("#problems")).containsText("start-bad: uid is not an option that is known here.");

        field(page, "Ecosystem file").fill("module.exports = { apps: [] }");
        button(page, "Preview").click();

        assertThat(page.locator("#problems")).containsText("is JavaScript");
        assertThat(page.locator("main .note pre")).containsText("node -p");
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "360,DARK" })
    void pagesAreAccessibleAndFit(int width, ColorScheme scheme) {
        var page = opened(admin.on(width, scheme), "/processes/new");
        page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })");
        page.locator("#max_restarts").fill("x");
        button(page, "Start").click();
        assertThat(page.locator("#problems")).isVisible();
        pictured(page, "start-form", width, scheme);
        button(page, "Choose …").click();
        assertThat(page.locator("dialog .entries")).isVisible();
        pictured(page, "start-choose", width, scheme);
        page.navigate("/processes/new/ecosystem");
        field(page, "Ecosystem file").fill("[{name: 'start-new', script: 'idle.js'}, {name: 'storefront', script: 'idle.js'}]");
        button(page, "Preview").click();
        assertThat(step(page, "storefront")).containsText("refused");
        page.getByText("The ecosystem file", new Page.GetByTextOptions().setExact(true)).click();
        pictured(page, "start-ecosystem", width, scheme);
    }

    private static void pictured(Page page, String name, int width, ColorScheme scheme) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target/screenshots/" + name + "-" + width + "-" + scheme + ".png").toAbsolutePath()));
        Visitors.assertGood(page);
    }

    private Page opened(Look look, String address) {
        var page = visitors.visit(look);
        page.navigate(address);
        return page;
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator step(Page page, String name) {
        return page.locator("#plan li", new Page.LocatorOptions().setHas(page.getByText(name,
                new Page.GetByTextOptions().setExact(true))));
    }

    private JsonPath described(String name) {
        return RestAssured.given().headers(Map.of("Authorization", "Bearer " + BrowserPm2Resource.TOKEN))
                .get(root + "api/v1/processes/name:" + name + "/description").then().statusCode(200).extract().jsonPath();
    }
}
