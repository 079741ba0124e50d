package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import dev.pm2console.accounts.Role;
import dev.pm2console.testsupport.FreshPm2Resource;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.Visitors;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// Where nothing was ever run, one click shows what the console does.
@QuarkusTest
@QuarkusTestResource(value = FreshPm2Resource.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstVisitTest extends InBrowser {

    RealPm2 pm2;

    @Test
    @Order(1)
    void examplesAreStartedInOneClickAlsoWherePm2DoesNotRun() {
        var page = visitors.visit(as("start-first", Role.ADMIN));
        page.navigate("/");
        assertThat(page.locator(".away h2")).hasText("PM2 is not running");

        start(page).click();

        for (var name : new String[] { "web", "worker", "noisy", "flaky", "probes" }) {
            assertThat(page.locator("tr[data-name=" + name + "]").first()).isVisible(patient());
        }
        assertThat(page.locator(".notice.done")).containsText("Started web, worker, noisy, flaky, probes.");
    }

    @Test
    @Order(2)
    void emptyListOffersThemTooButToAdministratorsOnly() {
        pm2.pm2("delete", "all");
        var page = visitors.visit(as("start-first", Role.ADMIN).on(390, ColorScheme.DARK));
        Patience.await().until(() -> {
            page.navigate("/");
            return page.locator(".first").isVisible();
        });
        Visitors.assertGood(page);
        assertThat(start(page)).isVisible();
        assertThat(page.locator(".first pre")).containsText("start ecosystem.json");

        var viewer = visitors.visit(as("start-viewer", Role.VIEWER));
        viewer.navigate("/");

        assertThat(viewer.locator(".first")).containsText("Ask an administrator");
        assertThat(start(viewer)).hasCount(0);
    }

    private static Locator start(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the examples"));
    }

    private static LocatorAssertions.IsVisibleOptions patient() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout((double) Patience.LONG.toMillis());
    }
}
