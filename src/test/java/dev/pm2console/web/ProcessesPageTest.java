package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.security.Credentials;
import dev.pm2console.testsupport.Browser;
import dev.pm2console.testsupport.BrowserPm2Resource;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.People;
import dev.pm2console.testsupport.Visitors;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(value = BrowserPm2Resource.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessesPageTest {

    private static final double LIVE = (double) Patience.LONG.toMillis();

    @Inject
    Accounts accounts;

    @TestHTTPResource
    String root;

    private Browser browser;
    private String signedIn;
    private BrowserContext context;
    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    void signIn() {
        browser = Browser.start();
        context = browser.get().newContext();
        context.addCookies(List.of(new Cookie(Credentials.COOKIE, People.session(accounts, "admin", Role.ADMIN)).setUrl(root)));
        signedIn = context.storageState();
        context.close();
    }

    @AfterEach
    void leave() {
        context.close();
        var found = List.copyOf(errors);
        errors.clear();
        assertThat(found).as("errors of scripts, and what the content policy kept out").isEmpty();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void strangerSignsInAndComesToThePageThatWasWanted() {
        context = browser.get().newContext();
        var page = context.newPage();

        var answer = page.navigate(root + "?q=mail");
        page.getByLabel("Name").fill("admin");
        page.getByLabel("Password").fill(People.PASSWORD);
        page.locator("button.primary").click();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(page).hasURL(root + "?q=mail");
        assertThat(page.locator("tr.proc:visible")).hasCount(1);
    }

    @Test
    void unknownAddressIsADesignedPage() {
        var page = page(1440, ColorScheme.LIGHT, true);

        var answer = page.navigate(root + "no-such-page");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("There is nothing here");
    }

    @Test
    void listShowsWhatRuns() {
        var page = open();

        assertThat(page.locator("tr.proc")).hasCount(4);
        assertThat(row(page, "mail-worker").locator(".status")).containsText("online");
        assertThat(row(page, "legacy-sync").locator(".status")).containsText("gave up");
        assertThat(page.locator("tr.head")).containsText("2 online");
    }

    @Test
    void figuresChangeByThemselves() {
        var page = open();
        assertThat(page.locator("#link")).hasText("Live", new LocatorAssertions.HasTextOptions().setTimeout(LIVE));
        var memory = row(page, "mail-worker").locator("[data-is=memory]");
        var before = memory.textContent();

        assertThat(memory).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(LIVE));
        assertThat(row(page, "mail-worker").locator(".spark .line").first())
                .hasAttribute("d", Pattern.compile("M.*L.*"), new LocatorAssertions.HasAttributeOptions().setTimeout(LIVE));
    }

    @Test
    void restartButtonRestarts() {
        var page = open();
        var pid = row(page, "mail-worker").locator("[data-is=pid]").textContent();

        row(page, "mail-worker").getByLabel("Restart mail-worker").click();

        assertThat(page.locator(".notice")).containsText("Restarted mail-worker", within(LIVE));
        assertThat(row(page, "mail-worker").locator("[data-is=pid]")).not().hasText(pid,
                new LocatorAssertions.HasTextOptions().setTimeout(LIVE));
    }

    @Test
    void stopAsksAndNamesWhatIsHit() {
        var page = open();

        row(page, "mail-worker").getByLabel("Stop mail-worker").click();

        assertThat(page.locator("#ask h2")).hasText("Stop mail-worker?");
        page.locator("#ask").getByText("Cancel").click();
        assertThat(row(page, "mail-worker").locator(".status")).containsText("online");
    }

    @Test
    void withoutScriptsFormsAskAndAct() {
        var page = page(1440, ColorScheme.LIGHT, false);
        page.navigate(root);

        row(page, "mail-worker").getByLabel("Stop mail-worker").click();
        assertThat(page.locator("h1")).hasText("Stop this?");
        assertThat(page.locator(".hit")).containsText("mail-worker");
        page.locator("button.danger").click();
        assertThat(page.locator(".notice.done")).containsText("Stopped mail-worker");
        assertThat(row(page, "mail-worker").locator(".status")).containsText("stopped");

        row(page, "mail-worker").getByLabel("Start mail-worker").click();
        assertThat(page.locator(".notice.done")).containsText("Started mail-worker");
        page.reload();
        assertThat(page.locator(".notice")).hasCount(0);
    }

    @Test
    void filterIsKeptInTheAddress() {
        var page = open();

        page.keyboard().press("/");
        page.keyboard().type("mail");

        assertThat(page.locator("tr.proc:visible")).hasCount(1);
        assertThat(page).hasURL(root + "?q=mail");
        page.reload();
        assertThat(page.locator("tr.proc:visible")).hasCount(1);
        page.locator("#filter").fill("");
        assertThat(page.locator("tr.proc")).hasCount(4);
    }

    @Test
    void rowThatTheFilterHidesIsNotSelected() {
        var page = open();
        page.getByLabel("Select mail-worker").check();
        assertThat(page.locator("#bulk .picked")).hasText("1 selected");

        page.locator("#filter").fill("legacy");

        assertThat(page.locator("#bulk")).isHidden();
        page.locator("#filter").fill("");
        assertThat(page.getByLabel("Select mail-worker")).not().isChecked();
        page.locator("#filter").fill("mail");
        page.getByLabel("Select all", exactly()).check();
        assertThat(page.locator("#bulk .picked")).hasText("1 selected");
    }

    @Test
    void foldedGroupIsSelectedAsAWhole() {
        var page = open();
        var group = page.getByLabel("Select all of storefront");

        group.check();

        assertThat(page.locator("#bulk .picked")).hasText("2 selected");
        assertThat(page.getByLabel("Select all", exactly())).hasJSProperty("indeterminate", true);
        page.locator("label.folder").click();
        page.getByLabel("Select storefront").first().uncheck();
        assertThat(page.locator("#bulk .picked")).hasText("1 selected");
        assertThat(group).hasJSProperty("indeterminate", true);
    }

    @Test
    void rowSaysWhatIsBeingDoneToIt() {
        var page = open();
        var held = new ArrayList<Route>();
        page.route("**/processes/action*", held::add);
        var row = row(page, "mail-worker");

        row.getByLabel("Restart mail-worker").click();

        assertThat(row.locator(".doing")).hasText("restarting …");
        row.evaluate("row => row.isOld = true");
        page.request().post(root + "api/v1/processes/mail-worker/restart",
                RequestOptions.create().setHeader("Authorization", "Bearer " + BrowserPm2Resource.TOKEN));
        assertThat(row).not().hasJSProperty("isOld", true); // the rows were put in anew
        assertThat(row.locator(".doing")).hasText("restarting …");
        held.getFirst().resume();
        assertThat(page.locator(".notice")).containsText("Restarted mail-worker");
        assertThat(row.locator(".doing")).hasCount(0);
    }

    @Test
    void pageThatIsNotLiveSaysSo() {
        var page = page(1440, ColorScheme.LIGHT, true);
        page.addInitScript("""
                window.WebSocket = class {
                  static CLOSED = 3;
                  readyState = 3;
                  constructor() { setTimeout(() => this.onclose?.()); }
                  close() {}
                };
                """);

        page.navigate(root);

        assertThat(page.locator("#link")).hasText(Pattern.compile("Not live since .*\\d"));
        assertThat(page.locator("html")).hasClass(Pattern.compile("\\bstale\\b"));
    }

    @Test
    void keyboardMovesAndOpens() {
        var page = open();

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        assertThat(page.locator("tr.proc:focus")).hasAttribute("data-name", "mail-worker");
        page.keyboard().press("m");
        assertThat(page.locator(".menu:popover-open")).containsText("Graceful reload");
        page.keyboard().press("Escape");
        assertThat(page.locator(".menu:popover-open")).hasCount(0);
        page.locator("tr.proc[data-name=mail-worker]").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/processes/\\d+$"));
    }

    @Test
    void deadDaemonIsToldAtOnceAndItsReturnToo() {
        var page = open();
        assertThat(page.locator("#link")).hasText("Live", new LocatorAssertions.HasTextOptions().setTimeout(LIVE));
        // a marker that a reload of the page would take away
        page.evaluate("window.sameDocument = true");
        var daemon = Long.parseLong(page.locator(".daemon .foot").textContent().replaceFirst("(?s).*pid (\\d+).*", "$1"));

        var handle = ProcessHandle.of(daemon).orElseThrow();
        var children = handle.descendants().toList(); // nobody else ends them once the daemon is dead
        handle.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);

        assertThat(page.locator(".away h2")).hasText("PM2 is not running",
                new LocatorAssertions.HasTextOptions().setTimeout(LIVE));
        assertThat(page.locator(".tile.count .big")).hasText("–");
        page.getByText("Start PM2", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".tile.daemon")).containsText("Online", within(LIVE));
        assertThat(row(page, "mail-worker").locator(".status")).containsText("online", within(LIVE));
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "360,DARK" })
    void pageIsAccessibleAndFits(int width, ColorScheme scheme) {
        var page = page(width, scheme, true);
        page.navigate(root);
        assertThat(page.locator("#link")).hasText("Live", new LocatorAssertions.HasTextOptions().setTimeout(LIVE));
        page.locator("label.folder").click();
        Visitors.assertGood(page);
    }

    private Page open() {
        var page = page(1440, ColorScheme.LIGHT, true);
        page.navigate(root);
        return page;
    }

    private Page page(int width, ColorScheme scheme, boolean scripts) {
        context = browser.get().newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900).setColorScheme(scheme).setJavaScriptEnabled(scripts).setStorageState(signedIn));
        var page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                errors.add(message.text());
            }
        });
        return page;
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator row(Page page, String name) {
        return page.locator("tr.proc[data-name=" + name + "]");
    }

    private static LocatorAssertions.ContainsTextOptions within(double millis) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
    }
}
