package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

import dev.pm2console.accounts.Role;
import dev.pm2console.audit.AuditEntry;
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

/// How the list behaves while things happen, of a real PM2.
@QuarkusTest
@QuarkusTestResource(value = BrowserPm2Resource.class, restrictToAnnotatedClass = true)
class LiveListTest extends InBrowser {

    private static final LocatorAssertions.ContainsTextOptions LONG = new LocatorAssertions.ContainsTextOptions()
            .setTimeout((double) Patience.LONG.toMillis());
    private static final String CLUSTER = """
            {"apps": [{"name": "frontdoor", "script": "frontdoor.js", "instances": 2, "exec_mode": "cluster", "wait_ready": true,
              "listen_timeout": 20000, "kill_timeout": 20000, "env": {"PORT": "%d"}}]}
            """;

    /// Sockets that can be cut, and refused.
    private static final String CUTTABLE = """
            window.sockets = new Set();
            window.WebSocket = class extends WebSocket {
              constructor(url) {
                super(window.refusing ? String(url).replace('/live/', '/nowhere/') : url);
                window.sockets.add(this);
              }
            };
            """;

    RealPm2 pm2;
    @Inject
    AuditLog audit;

    private Look admin;

    @BeforeAll
    void signIn() {
        admin = as("live-ada", Role.ADMIN);
    }

    @Test
    void bulkShowsHowFarItIsAndWhatFailed() {
        var began = Instant.now();
        var page = opened(as("live-bea", Role.OPERATOR));
        page.getByLabel("Select mail-worker").check();
        page.getByLabel("Select legacy-sync").check();

        page.locator("#bulk [value=start]").click();

        var job = page.locator(".notice.job");
        assertThat(job).containsText("1 of 2 started, 1 failed", LONG);
        assertThat(job.locator(".failures")).containsText("mail-worker");
        job.getByText("Each process").click();
        assertThat(job.locator("[data-state=failed]")).containsText("mail-worker");
        assertThat(job.locator("[data-state=done]")).containsText("legacy-sync");
        Visitors.assertGood(page);
        job.getByText("Try 1 again").click();
        assertThat(job).containsText("1 of 2 started, 1 failed", LONG);
        Patience.await().untilAsserted(() -> assertThat(audited("live-bea", began)).hasSize(3)); // one for each that was sent
    }

    @Test
    void pageThatIsLeftTellsWhatWasSent() {
        var page = opened(admin);
        var held = new CopyOnWriteArrayList<Route>();
        page.route("**/processes/action*", held::add);
        page.getByLabel("Select all", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("#bulk").getByText("Restart").click();
        assertThat(page.locator(".notice.job")).containsText("0 of");

        page.navigate("/system");

        assertThat(page.locator(".notice.job"))
                .containsText(Pattern.compile("Cut off: 0 of \\d+ restarted"));
        assertThat(page.locator(".notice.job")).containsText(Pattern.compile("\\d+ more were sent"));
        page.locator(".notice.job").getByLabel("Dismiss").click();
        page.reload();
        assertThat(page.locator(".notice.job")).hasCount(0);
    }

    @Test
    void whatWasStoppedIsStartedAgain() {
        var page = opened(admin);
        stop(page, "mail-worker");

        page.locator(".notice.done").getByText("Start again").click();

        assertThat(page.locator(".notice.done")).containsText("Started mail-worker", LONG);
        assertThat(status(page, "mail-worker")).containsText("online", LONG);
    }

    @Test
    void whatWasStoppedIsStartedAgainWithoutScripts() {
        var page = visitors.visit(admin.withoutScripts());
        page.navigate("/");
        row(page, "mail-worker").getByLabel("Stop mail-worker").click();
        page.locator("button.danger").click();

        page.locator(".notice.done").getByText("Start again").click();

        assertThat(page.locator(".notice.done")).containsText("Started mail-worker");
        assertThat(page.locator(".notice.done .undo")).hasCount(0);
    }

    @Test
    void paletteRestartsAndJumps() {
        var page = opened(admin);
        var palette = page.locator("#palette");
        typeInPalette(page, "restart mail");
        assertThat(palette.getByRole(AriaRole.OPTION)).hasText(
                new Pattern[] { Pattern.compile("Restart mail-workerid \\d+ · online") });
        Visitors.assertGood(page);

        page.keyboard().press("Enter");

        assertThat(page.locator(".notice.done")).containsText("Restarted mail-worker", LONG);
        typeInPalette(page, "storef");
        assertThat(palette.locator("[aria-selected=true]")).containsText("storefront");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/processes/storefront$"));
        assertLive(page);
        page.keyboard().press("?");
        assertThat(page.locator("#help")).containsText("restart");
        Visitors.assertGood(page);
    }

    @Test
    void socketThatWasCutComesBackAndANewBuildRenewsThePageOnce() {
        var page = visitors.visit(admin);
        page.addInitScript(CUTTABLE);
        page.navigate("/");
        assertLive(page);
        page.evaluate("window.isSame = true");

        page.evaluate("window.refusing = true");
        cut(page);
        assertThat(page.locator("#link")).containsText("Not live since");
        page.evaluate("window.refusing = false");
        assertLive(page);
        assertThat(page.evaluate("window.isSame")).isEqualTo(true);

        page.route("**/pulse", route -> route.fulfill(new Route.FulfillOptions().setBody("another")));
        cut(page);
        page.waitForFunction("() => !window.isSame");
        assertLive(page);
        page.evaluate("window.isSame = true");
        cut(page);
        assertThat(page.locator(".notice")).containsText("The console was updated");
        assertThat(page.evaluate("window.isSame")).isEqualTo(true);
    }

    @Test
    void twoBrowsersSeeWhatTheOtherDoes() {
        var one = opened(admin);
        var other = opened(as("live-otto", Role.OPERATOR));

        stop(one, "mail-worker");
        assertThat(status(other, "mail-worker")).containsText("stopped", LONG);
        row(other, "mail-worker").getByLabel("Start mail-worker").click();

        assertThat(status(one, "mail-worker")).containsText("online", LONG);
    }

    @Test
    void reloadUnderLoadIsShownStepByStepAndFailsNoRequest() throws IOException, InterruptedException {
        var port = freePort();
        Files.copy(Path.of("examples/web.js"), pm2.appsRoot().resolve("frontdoor.js"));
        Files.writeString(pm2.appsRoot().resolve("frontdoor.json"), CLUSTER.formatted(port));
        pm2.pm2("start", "frontdoor.json");
        var page = opened(admin);
        page.evaluate("""
                () => {
                  window.steps = new Set();
                  new MutationObserver(() => {
                    const step = document.querySelector('tr.head[data-name=frontdoor] .doing')?.textContent;
                    if (step) window.steps.add(step);
                  }).observe(document.body, { subtree: true, childList: true });
                }
                """);
        var failures = new ConcurrentLinkedQueue<String>();
        var answered = new AtomicInteger();
        var over = new AtomicBoolean();
        var load = List.of(1, 2, 3).stream().map(_ -> Thread.startVirtualThread(() -> ask(port, over, answered, failures)))
                .toList();
        Patience.await().until(() -> answered.get() > 20);

        try {
            page.getByLabel("More actions for frontdoor").first().click();
            page.locator(".menu:popover-open").getByText("Reload", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator(".notice.done")).containsText("Reloaded frontdoor (2 processes)", LONG);
        } finally {
            over.set(true);
        }
        for (var thread : load) {
            thread.join();
        }
        assertThat(failures).as("requests that failed of " + answered.get()).isEmpty();
        assertThat(page.evaluate("[...steps]")).asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("0 of 2 reloaded", "1 of 2 reloaded");
    }

    @Test
    void backAndForwardKeepTheFilter() {
        var page = opened(admin);
        page.locator("#filter").fill("mail");
        row(page, "mail-worker").getByRole(AriaRole.LINK).click();
        assertThat(page).hasURL(Pattern.compile("/processes/\\d+$"));

        page.goBack();
        assertThat(page.locator("#filter")).hasValue("mail");
        assertThat(page.locator("tr.proc:visible")).hasCount(1);
        page.goBack();
        assertThat(page.locator("#filter")).hasValue("");
        assertThat(page.locator("tr.proc[data-name=legacy-sync]")).isVisible();
        page.goForward();
        assertThat(page.locator("tr.proc:visible")).hasCount(1);
    }

    private Page opened(Look look) {
        var page = visitors.visit(look);
        page.navigate("/");
        assertLive(page);
        return page;
    }

    private static void typeInPalette(Page page, String text) {
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette input")).isFocused();
        page.keyboard().type(text);
    }

    private static void assertLive(Page page) {
        assertThat(page.locator("#link")).hasText("Live");
    }

    private static Locator row(Page page, String name) {
        return page.locator("tr.proc[data-name=" + name + "]");
    }

    private static Locator status(Page page, String name) {
        return row(page, name).locator(".status");
    }

    private static void stop(Page page, String name) {
        row(page, name).getByLabel("Stop " + name).click();
        page.locator("#ask").getByText("Stop", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".notice.done")).containsText("Stopped " + name, LONG);
    }

    private static void cut(Page page) {
        page.evaluate("sockets.forEach(it => it.close())");
    }

    private List<AuditEntry> audited(String actor, Instant from) {
        return audit
                .find(new AuditQuery(Optional.of(actor), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.of(from), Optional.empty()), 10);
    }

    private static void ask(int port, AtomicBoolean over, AtomicInteger answered, ConcurrentLinkedQueue<String> failures) {
        while (!over.get()) {
            // a connection of its own for each request, as a reload is about those
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout((int) Patience.LONG.toMillis());
                socket.getOutputStream()
                        .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
                var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
                if (answer.startsWith("HTTP/1.1 200") && answer.endsWith("\n")) {
                    answered.incrementAndGet();
                } else {
                    failures.add(answer);
                }
            } catch (IOException e) {
                failures.add(e.toString());
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
