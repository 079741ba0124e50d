package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.pm2console.accounts.Role;
import dev.pm2console.testsupport.BrowserPm2Resource;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.Visitors;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// The Alerts page and the page of unsaved changes in a browser, on a real PM2, of whose processes one has given up.
@QuarkusTest
@WithTestResource(BrowserPm2Resource.class)
class AlertsPageTest extends InBrowser {

    RealPm2 pm2;

    private Look admin;

    @BeforeAll
    void open() {
        admin = as("ada", Role.ADMIN);
    }

    @AfterEach
    void clear() {
        var page = visitors.visit(admin.withoutScripts());
        for (var list : new String[] { "rules", "channels" }) {
            page.navigate("/alerts");
            while (page.locator("." + list + " .acts .danger").count() > 0) {
                page.locator("." + list + " .acts .danger").first().click();
                page.locator("main .buttons .danger").click();
            }
        }
    }

    @Test
    void presetIsAddedWithOneClickAndFiresForWhatPm2GaveUp() {
        var page = visitors.visit(admin.withoutScripts());
        page.navigate("/alerts");
        assertThat(page.locator(".presets").first()).containsText("No rules yet");

        page.locator(".preset[value=crash-loop]").click();

        assertThat(page.locator(".notice.done")).containsText("“Crash loop” is added");
        assertThat(page.locator("tr[data-rule='Crash loop'] .told")).containsText("nobody");
        await(page, ".firing");
        assertThat(page.locator(".firing")).containsText("legacy-sync");
        assertThat(page.locator(".recent")).containsText("PM2 gave up on it");
    }

    @Test
    void ruleIsWrittenWithItsErrorsBesideTheFields() {
        var page = visitors.visit(admin.withoutScripts());
        page.navigate("/alerts/add-rule");
        page.locator("[name=type][value=memory]").check();
        page.locator("[name=memory]").fill("much");
        page.locator("#hold").fill("a while");
        page.locator("main button.primary").click();
        assertThat(page.locator("#name-error")).isVisible();
        assertThat(page.locator("#memory-error")).containsText("such as 500 MB");
        assertThat(page.locator("#hold-error")).containsText("such as 30s");

        page.locator("#name").fill("Big");
        page.locator("[name=memory]").fill("1.5 GB");
        page.locator("#hold").fill("5m");
        page.locator("#targets").fill("store*\nnamespace:shop");
        page.locator("main button.primary").click();

        var row = page.locator("tr[data-rule=Big]");
        assertThat(row.locator(".words")).hasText("memory over 1.5 GB for 5 minutes, store*, namespace:shop");
        row.getByText("Edit").click();
        assertThat(page.locator("[name=memory]")).hasValue("1.5 GB");
        assertThat(page.locator("#hold")).hasValue("5m");
        page.locator("#name").fill("Bigger");
        page.locator("main button.primary").click();
        page.locator("tr[data-rule=Bigger]").getByText("Turn off").click();
        assertThat(page.locator("tr[data-rule=Bigger] .state")).hasText("off");
    }

    @Test
    void channelShowsItsHostOnlyAndSaysHowItsTestWent() {
        var page = visitors.visit(admin);
        page.navigate("/alerts/add-channel?kind=webhook");
        page.locator("#name").fill("ops");
        page.locator("#url").fill("http://10.0.0.1/SECRET-PATH");
        page.locator("main button.primary").click();
        assertThat(page.locator("tr[data-channel=ops] .leads")).hasText("http://10.0.0.1/••••");

        page.locator("tr[data-channel=ops]").getByText("Test").click();
        assertThat(page.locator(".notice.problem")).containsText("private network");
        page.locator("tr[data-channel=ops]").getByText("Edit").click();

        assertThat(page.content()).doesNotContain("SECRET-PATH");
        page.locator("#name").fill("operations");
        page.locator("main button.primary").click();
        assertThat(page.locator("tr[data-channel=operations] .leads")).hasText("http://10.0.0.1/••••");
    }

    @Test
    void viewerSeesAndIsOfferedNothingToDo() {
        add("PM2 is down");
        var page = visitors.visit(as("vera", Role.VIEWER));

        page.navigate("/alerts");

        assertThat(page.locator("tr[data-rule='PM2 is down']")).isVisible();
        assertThat(page.locator("main form")).hasCount(0);
        assertThat(page.locator("main a.button")).hasCount(0);
        assertThat(page.navigate("/alerts/add-rule").status()).isEqualTo(403);
    }

    @Test
    void unsavedChangesAreComparedAndSaved() {
        pm2.pm2("start", "app.js", "--name", "fresh");
        pm2.pm2("restart", "mail-worker", "--max-memory-restart", "300M", "--update-env");
        var page = visitors.visit(admin.withoutScripts());
        page.navigate("/");
        page.locator("section.drift a").click();

        assertThat(page.locator("[data-app=fresh]")).containsText("not saved");
        var row = page.locator("[data-app=mail-worker] tr").filter(new Locator.FilterOptions()
                .setHasText("max_memory_restart"));
        assertThat(row.locator(".is")).hasText("314572800");
        var scripted = visitors.visit(admin.on(390, ColorScheme.DARK));
        scripted.navigate("/drift");
        Visitors.assertGood(scripted);
        page.locator("main button.primary").click();

        assertThat(page).hasURL(root + "drift");
        assertThat(page.locator("main h2")).hasText("Nothing to save");
        pm2.pm2("delete", "fresh");
        pm2.pm2("save");
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "390,DARK" })
    void pagesAreAccessibleAndFit(int width, ColorScheme scheme) {
        var page = visitors.visit(admin.on(width, scheme));
        page.navigate("/alerts");
        Visitors.assertGood(page);
        add("Crash loop");
        await(page, ".firing");

        for (var address : new String[] { "/alerts", "/alerts/add-rule", "/alerts/add-channel?kind=webhook",
                "/alerts/add-channel?kind=ntfy", "/alerts/add-channel?kind=email", "/drift" }) {
            page.navigate(address);
            Visitors.assertGood(page);
        }
        page.navigate("/alerts/add-rule");
        page.locator("#hold").fill("x");
        page.locator("main button.primary").click();
        assertThat(page.locator("#hold-error")).isVisible();
        Visitors.assertGood(page);
    }

    private void add(String preset) {
        var page = visitors.visit(admin);
        page.navigate("/alerts");
        page.locator(".preset", new Page.LocatorOptions().setHasText(preset)).click();
        assertThat(page.locator(".notice.done")).isVisible();
    }

    /// The page shows what was so when it was asked for.
    private static void await(Page page, String what) {
        Patience.await().until(() -> {
            page.navigate("/alerts");
            return page.locator(what).count() > 0;
        });
    }
}
