package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.options.ColorScheme;

import dev.pm2console.accounts.Role;
import dev.pm2console.security.Exposure;
import dev.pm2console.testsupport.BrowserPm2Resource;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.Visitors;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// The System page on a real PM2, and what each role is offered there and in the list.
@QuarkusTest
@WithTestResource(BrowserPm2Resource.class)
class SystemPageTest extends InBrowser {

    @Inject
    Exposure exposure;

    private Look admin;

    @BeforeAll
    void open() {
        admin = as("ada", Role.ADMIN);
    }

    @Test
    void factsAndWarningsAreTold() {
        var page = visitors.visit(admin);

        page.navigate("/system");

        assertThat(page.locator("[aria-labelledby=pm2-title]")).containsText("online");
        assertThat(page.locator("[aria-labelledby=console-title]")).containsText("http://127.0.0.1:");
        assertThat(page.locator(".warnings .note").allTextContents().stream().map(String::strip).toList())
                .containsAll(exposure.warnings());
    }

    @Test
    void listIsSavedAndLogsAreReloaded() {
        var page = visitors.visit(admin);
        page.navigate("/system");

        page.getByText("Save", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".notice.done")).containsText("Saved.");
        page.locator("form[action*=reload-logs] button").click();
        assertThat(page.locator(".notice.done")).containsText("opened its log files anew");

        assertThat(page).hasURL(root + "system");
    }

    @Test
    void flushAndKillAskAndNameWhatIsHit() {
        var page = visitors.visit(admin.withoutScripts());
        page.navigate("/system");

        page.getByText("Kill PM2 …").click();
        assertThat(page.locator(".hit")).containsText("mail-worker");
        page.getByText("Cancel").click();
        page.getByText("Flush logs …").click();
        assertThat(page.locator(".hit")).containsText("legacy-sync");
        page.locator("button.danger").click();

        assertThat(page.locator(".notice.done")).containsText("are empty");
        assertThat(page).hasURL(root + "system");
    }

    @Test
    void bootScriptIsShownForTheChosenPlatform() {
        var page = visitors.visit(admin.withoutScripts());
        page.navigate("/system/boot-script");

        page.locator("#platform").selectOption("ubuntu");
        page.locator("#user").fill("deploy");
        page.getByText("Show", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#boot")).containsText("User=deploy");

        page.locator("#user").fill("no; user");
        page.getByText("Show", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#user-error")).containsText("system user's name");
    }

    @Test
    void viewerSeesAndIsOfferedNothingToDo() {
        var page = visitors.visit(as("vera", Role.VIEWER));

        page.navigate("/");
        assertThat(page.locator("tr.proc")).hasCount(4);
        assertThat(page.locator("main form[method=post] button")).hasCount(0);
        page.navigate("/system");
        assertThat(page.locator("[aria-labelledby=list-title]")).isVisible();
        assertThat(page.locator("main form")).hasCount(0);
        assertThat(page.locator("main a")).hasCount(0);
        assertThat(page.navigate("/system/boot-script?platform=ubuntu").status()).isEqualTo(403);
    }

    @Test
    void operatorIsOfferedUpkeepButNotTheEnd() {
        var page = visitors.visit(as("oscar", Role.OPERATOR));

        page.navigate("/system");

        assertThat(page.locator("main form button")).hasText(new String[] { "Save", "Reload logs", "Flush logs …" });
        assertThat(page.navigate("/audit").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "390,DARK" })
    void pagesAreAccessibleAndFit(int width, ColorScheme scheme) {
        var page = visitors.visit(admin.on(width, scheme));

        for (var address : new String[] { "/system", "/system/boot-script?platform=ubuntu", "/" }) {
            page.navigate(address);
            Visitors.assertGood(page);
        }
        page.navigate("/system");
        page.getByText("Kill PM2 …").click();
        assertThat(page.locator("h1")).hasText("Kill PM2?");
        Visitors.assertGood(page);
    }
}
