package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;

import dev.pm2console.accounts.Role;
import dev.pm2console.testsupport.BrowserPm2Resource;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.Visitors;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// The overview of a process in a browser: its figures over time, of a real PM2.
@QuarkusTest
@WithTestResource(BrowserPm2Resource.class)
class ChartsTest extends InBrowser {

    private static final String WITHOUT_SOCKETS = """
            window.WebSocket = class {
              static CLOSED = 3;
              readyState = 3;
              constructor() { setTimeout(() => this.onclose?.()); }
              close() {}
            };
            """;
    /// How many points of a chart are of this colour.
    private static final String OF_COLOUR = """
            (canvas, colour) => {
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              const wanted = [1, 3, 5].map(i => parseInt(colour.slice(i, i + 2), 16));
              let found = 0;
              for (let i = 0; i < data.length; i += 4) {
                if (data[i + 3] > 200 && wanted.every((it, j) => Math.abs(data[i + j] - it) < 12)) found++;
              }
              return found;
            }
            """;
    private static final String ACCENT = "#4f46e5";
    private static final String DARK_ACCENT = "#8b8cf8";

    RealPm2 pm2;

    private Look viewer;

    @BeforeAll
    void open() {
        viewer = as("vic", Role.VIEWER);
        var page = visitors.visit(viewer);
        var history = root + "api/v1/processes/mail-worker/history?metric=cpu";
        Patience.await().until(() -> page.request().get(history, authorized()).text().split("],\\[", -1).length > 4);
    }

    @Test
    void whatIsKnownIsDrawnAtOnce() {
        var page = visitors.visit(viewer);
        page.addInitScript(WITHOUT_SOCKETS);

        page.navigate("/processes/mail-worker?range=15m");

        assertThat(plot(page, "cpu").locator(".now")).hasText(Pattern.compile("[\\d.]+%"));
        assertThat(plot(page, "memory").locator(".now")).hasText(Pattern.compile("[\\d.]+ MB"));
        Patience.await().until(() -> drawn(page, "memory", ACCENT) > 10);
    }

    @Test
    void newFiguresAreAppended() {
        var page = live("/processes/mail-worker?range=15m");
        var first = lastTime(page);

        Patience.await().until(() -> lastTime(page).compareTo(first) > 0);
    }

    @Test
    void rangeIsKeptInTheAddress() {
        var page = live("/processes/mail-worker");

        page.getByTitle("The last 6 hours").click();

        assertThat(page).hasURL(Pattern.compile("\\?range=6h$"));
        page.reload();
        assertThat(page.locator(".ranges [aria-current]")).hasText("6 h");
        assertThat(plot(page, "cpu").locator(".canvas")).hasAttribute("aria-label", Pattern.compile("over the last 6 hours"));
        page.goBack();
        assertThat(page.locator(".ranges [aria-current]")).hasText("1 h");
    }

    @Test
    void otherFiguresAreDrawnWhereTheyAreWanted() {
        var page = live("/processes/mail-worker");

        page.locator(".figures summary").click();
        page.locator(".figures input[value=threads]").check();

        assertThat(page).hasURL(Pattern.compile("metric=cpu&metric=memory&metric=threads"));
        assertThat(plot(page, "threads").locator(".title")).hasText("Threads");
        page.locator(".figures input[value=cpu]").uncheck();
        assertThat(page.locator(".plot")).hasCount(2);
        page.reload();
        assertThat(page.locator(".plot")).hasCount(2);
    }

    @Test
    void dragZoomsAndDoubleClickGoesBack() {
        var page = live("/processes/mail-worker?range=15m");
        var box = plot(page, "cpu").locator(".u-over").boundingBox();
        page.mouse().move(box.x + box.width * 0.6, box.y + 40);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.95, box.y + 60);
        page.mouse().up();

        assertThat(page).hasURL(Pattern.compile("from=.*&to="));
        assertThat(page.getByText("Reset zoom")).isVisible();
        page.reload();
        assertThat(page.getByText("Reset zoom")).isVisible();
        plot(page, "memory").locator(".u-over").dblclick();
        assertThat(page).hasURL(Pattern.compile("mail-worker\\?range=15m$"));
        assertThat(page.getByText("Reset zoom")).isHidden();
    }

    @Test
    void zoomNeedsNoMouse() {
        var page = live("/processes/mail-worker");
        plot(page, "cpu").locator(".canvas").focus();

        page.keyboard().press("+");
        assertThat(page).hasURL(Pattern.compile("from=.*&to="));
        page.getByLabel("Zoom out").click();
        assertThat(page).not().hasURL(Pattern.compile("from="));
        page.locator("[data-zoom=earlier]").click();
        assertThat(page).hasURL(Pattern.compile("from=.*&to="));
        plot(page, "cpu").locator(".canvas").focus();
        page.keyboard().press("Escape");
        assertThat(page).not().hasURL(Pattern.compile("from="));
    }

    @Test
    void whatHappenedIsMarkedAndLeadsToTheEvents() {
        var page = live("/processes/mail-worker?range=15m");
        var restarted = page.request().post(root + "api/v1/processes/mail-worker/restart", authorized());
        assertThat(restarted.status()).isEqualTo(200);

        var mark = plot(page, "cpu").locator(".pin").last();
        assertThat(mark).hasAttribute("aria-label", Pattern.compile("restart"));
        mark.hover();
        assertThat(plot(page, "cpu").locator(".tip .happened").last()).containsText("asked");
        mark.click();
        assertThat(page).hasURL(Pattern.compile("/processes/mail-worker/events\\?"));
    }

    @Test
    void instancesAreDrawnTogetherOrApart() {
        var page = live("/processes/name:storefront?range=15m");
        assertThat(plot(page, "cpu").locator(".legend li")).hasCount(2);
        assertThat(plot(page, "cpu").locator(".legend .value").first()).hasText(Pattern.compile("[\\d.]+%"));

        page.getByText("Apart").click();

        assertThat(page.locator(".plot.small")).hasCount(4);
        assertThat(page).hasURL(Pattern.compile("instances=apart"));
        page.reload();
        assertThat(page.locator(".plot.small")).hasCount(4);
        page.goBack();
        assertThat(page.locator(".plot")).hasCount(2);
    }

    @Test
    void withoutScriptsThePastIsATable() {
        var page = visitors.visit(viewer.withoutScripts());
        page.navigate("/processes/mail-worker?range=15m");
        page.locator(".as-table summary").click();

        assertThat(page.locator(".measured")).hasCount(2);
        assertThat(page.locator(".measured tbody .number").first()).hasText(Pattern.compile("[\\d.]+%"));
        assertThat(page.locator("#plots")).isHidden();
        page.getByTitle("The last 24 hours").click();
        assertThat(page).hasURL(Pattern.compile("range=24h"));
        assertThat(page.locator(".ranges [aria-current]")).hasText("24 h");
    }

    @Test
    void factsAreLive() {
        var page = live("/processes/mail-worker");
        var memory = page.locator("#facts [data-is=memory]");
        var before = memory.textContent();

        assertThat(memory).not().hasText(before);
    }

    @Test
    void processThatIsDeletedStaysToBeLookedAt() {
        pm2.pm2("start", "app.js", "--name", "passing");
        var page = visitors.visit(viewer);
        Patience.await().until(() -> page.navigate("/processes/passing").status() == 200);
        assertThat(page.locator("#link")).hasText("Live");

        pm2.pm2("delete", "passing");

        assertThat(page.locator("#away")).containsText("no longer in PM2’s list");
        assertThat(page.locator(".plot")).hasCount(2);
    }

    @Test
    void coloursFollowTheSystem() {
        var page = live("/processes/mail-worker?range=15m");
        Patience.await().until(() -> drawn(page, "memory", ACCENT) > 10);

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        Patience.await().until(() -> drawn(page, "memory", DARK_ACCENT) > 10);
    }

    @Test
    void sparklinesOfTheListAreFilledAtOnce() {
        var page = visitors.visit(viewer);
        page.addInitScript(WITHOUT_SOCKETS);

        page.navigate("/");

        assertThat(page.locator("tr.proc[data-name=mail-worker] .spark[data-of=memory] .line"))
                .hasAttribute("d", Pattern.compile("M\\d+ .*"));
        assertThat(page.locator("tr.head .spark[data-of=cpu] .line")).hasAttribute("d", Pattern.compile("M\\d+ .*"));
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "360,DARK" })
    void pagesAreAccessibleAndFit(int width, ColorScheme scheme) {
        var page = visitors.visit(viewer.on(width, scheme));
        for (var address : List.of("/processes/mail-worker?range=15m", "/processes/name:storefront?range=15m",
                "/processes/name:storefront?range=15m&instances=apart")) {
            page.navigate(address);
            assertThat(page.locator("#link")).hasText("Live");
            assertThat(page.locator(".plot .now").first()).hasText(Pattern.compile("[\\d.]+%.*"));
            page.locator(".as-table summary").click();
            Visitors.assertGood(page);
        }
    }

    private Page live(String address) {
        var page = visitors.visit(viewer);
        page.navigate(address);
        assertThat(page.locator("#link")).hasText("Live");
        assertThat(page.locator(".plot .now").first()).hasText(Pattern.compile("[\\d.]+%.*"));
        return page;
    }

    /// The time of the newest step, as the tooltip has it.
    private static String lastTime(Page page) {
        plot(page, "cpu").locator(".canvas").focus();
        for (var i = 0; i < 3; i++) {
            page.keyboard().press("PageDown");
        }
        return plot(page, "cpu").locator(".tip .when").textContent();
    }

    private static int drawn(Page page, String metric, String colour) {
        return (Integer) plot(page, metric).locator("canvas").evaluate(OF_COLOUR, colour);
    }

    private static Locator plot(Page page, String metric) {
        return page.locator(".plot[data-metric=" + metric + "]");
    }

    private static RequestOptions authorized() {
        return RequestOptions.create().setHeader("Authorization", "Bearer " + BrowserPm2Resource.TOKEN);
    }
}
