package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.pm2console.accounts.Role;
import dev.pm2console.audit.AuditLog;
import dev.pm2console.audit.AuditQuery;
import dev.pm2console.testsupport.BrowserPm2Resource;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.Visitors;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// How applications of a real PM2 are configured, and changed.
@QuarkusTest
@QuarkusTestResource(value = BrowserPm2Resource.class, restrictToAnnotatedClass = true)
class ConfigurationPageTest extends InBrowser {

    private static final String PAGE = "/processes/teller/configuration";

    @Inject
    AuditLog audit;
    RealPm2 pm2;

    private Look admin;
    private Look operator;
    private Look viewer;

    @BeforeAll
    void open() throws IOException {
        Files.writeString(pm2.appsRoot().resolve("teller.js"), """
                console.log('greets with ' + process.env.GREETING);
                setInterval(() => {}, 1000);
                """);
        Files.writeString(pm2.appsRoot().resolve("teller.json"), """
                {"apps": [{"name": "teller", "script": "./teller.js", "instances": 2, "exec_mode": "cluster",
                  "max_restarts": 5, "env": {"GREETING": "hello", "API_KEY": "sk-config-secret"}}]}
                """);
        pm2.pm2("start", "teller.json");
        pm2.pm2("save");
        admin = as("config-ada", Role.ADMIN);
        operator = as("config-olga", Role.OPERATOR);
        viewer = as("config-vic", Role.VIEWER);
    }

    @Test
    void valueIsRevealedToAnAdministratorAndAudited() {
        var page = opened(admin);
        assertThat(page.locator("main")).not().containsText("sk-config-secret");
        page.getByLabel("Filter variables by name").fill("api_");

        page.getByLabel("Reveal API_KEY").click();

        assertThat(page.locator("[data-variable=API_KEY] .shown")).hasText("sk-config-secret");
        assertThat(page).hasURL(Pattern.compile(PAGE + "$"));
        var entry = audit.find(new AuditQuery(Optional.of("config-ada"), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty()), 1).getFirst();
        assertThat(entry.parameters()).containsEntry("reveal", "API_KEY");
        page.getByLabel("Hide API_KEY").click();
        assertThat(page.locator("main")).not().containsText("sk-config-secret");
    }

    @Test
    void environmentIsChangedWithoutScriptsAndTheListIsSaved() {
        var page = visitors.visit(operator.withoutScripts());
        page.navigate(PAGE + "/environment");
        page.getByLabel("Name 1").fill("GREETING");
        page.getByLabel("Value 1").fill("moin");
        page.getByLabel("Name 2").fill("2BAD");
        page.getByText("Show what changes").click();
        assertThat(page.locator(".pair .error")).containsText("does not begin with a digit");
        assertThat(page.getByLabel("Value 1")).hasValue("moin");

        page.getByLabel("Name 2").fill("EXTRA");
        page.getByLabel("Value 2").fill("new");
        page.getByText("Show what changes").click();
        assertThat(page.locator("[data-change=changed]")).containsText("GREETING");
        assertThat(page.locator("[data-change=added]")).containsText("EXTRA");
        page.getByText("Restart with this").click();

        assertThat(page.locator(".notice.done")).containsText("Restarted teller with GREETING, EXTRA");
        Patience.await().until(() -> logged().contains("greets with moin"));
        assertThat(page.locator(".options")).containsText("unsaved changes");
        page.getByText("unsaved changes").click();
        assertThat(page.locator("[data-app=teller]")).containsText("EXTRA");
        page.getByText("Save what runs").click();
        assertThat(page.locator("[data-app=teller]")).hasCount(0);
    }

    @Test
    void optionsAreChangedAndWhatSomebodyElseChangedIsTold() {
        var page = visitors.visit(admin);
        page.navigate(PAGE + "/options");
        var other = visitors.visit(admin);
        other.navigate(PAGE + "/options");
        page.locator("#max_restarts").fill("many");
        page.getByText("Show what changes").click();
        assertThat(page.locator("#max_restarts-error")).containsText("whole number");
        page.locator("#max_restarts").fill("8");
        page.locator("[name=how][value=restart]").check(); // what does not listen is not reloaded quickly
        page.getByText("Show what changes").click();
        assertThat(page.locator("[data-option=max_restarts]")).hasText(Pattern.compile("5\\s*8"));
        page.getByText("Restart with these").click();
        assertThat(page.locator(".notice.done")).containsText("Restarted teller");
        assertThat(page.locator(".options .other", new Page.LocatorOptions().setHasText("max_restarts"))).containsText("8");

        other.locator("#kill_timeout").fill("2000");
        other.getByText("Show what changes").click();

        assertThat(other.locator("#max_restarts-other")).hasText("was 5, and is 8 since");
        assertThat(other.locator("#kill_timeout")).hasValue("2000");
        assertThat(other.locator("#max_restarts")).hasValue("8");
    }

    @Test
    void viewerSeesNamesAndIsOfferedNothing() {
        var page = opened(viewer);

        assertThat(page.locator("[data-variable=API_KEY]")).isVisible();
        assertThat(page.locator("main form[method=post]")).hasCount(0);
        assertThat(page.locator("main a.button")).hasCount(0);
        assertThat(page.navigate(PAGE + "/environment").status()).isEqualTo(403);
        assertThat(page.locator(".message")).containsText("An operator or an administrator can do it");
    }

    @Test
    void processThatIsNotThereIsLedTo() {
        var page = visitors.visit(viewer);

        var answer = page.navigate("/processes/teler/configuration");

        assertThat(answer.status()).isEqualTo(404);
        page.getByText("teller", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasURL(Pattern.compile("/processes/teller$"));
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "360,DARK" })
    void pagesAreAccessibleAndFit(int width, ColorScheme scheme) {
        var page = visitors.visit(admin.on(width, scheme));
        for (var address : new String[] { PAGE, PAGE + "/options", PAGE + "/environment" }) {
            page.navigate(address);
            Visitors.assertGood(page);
        }
        page.getByLabel("Name 1").fill("GREETING");
        page.getByText("Show what changes").click();
        assertThat(page.locator(".difference")).isVisible();
        Visitors.assertGood(page);
    }

    private Page opened(Look look) {
        var page = visitors.visit(look);
        page.navigate(PAGE);
        return page;
    }

    private String logged() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(pm2.home().resolve("logs"))) {
            for (var file : files.filter(it -> it.getFileName().toString().startsWith("teller-out")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
