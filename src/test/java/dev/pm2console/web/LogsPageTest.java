package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.pm2console.accounts.Role;
import dev.pm2console.testsupport.BrowserPm2Resource;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.Visitors;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// The logs in a browser, of a real PM2 whose processes count their lines.
@QuarkusTest
@WithTestResource(BrowserPm2Resource.class)
class LogsPageTest extends InBrowser {

    /// The numbers of the lines that are shown of one process.
    private static final String NUMBERS = """
            [...document.querySelectorAll('#lines .line')].map(row => Number(/line (\\d+)/.exec(row.textContent)?.[1]))
            """;

    private Look operator;
    private Look viewer;

    @BeforeAll
    void open() {
        operator = as("olga", Role.OPERATOR);
        viewer = as("vic", Role.VIEWER);
    }

    @Test
    void linesComeInOrderAndOnce() {
        var page = live("/logs?process=mail-worker");
        assertThat(page.locator("#lines .line").nth(12)).isVisible();

        assertRisesByOne(page);
    }

    @Test
    void connectionThatIsLostLeavesNoGapAndNoDuplicate() {
        var page = visitors.visit(operator);
        page.addInitScript("""
                window.sockets = [];
                window.WebSocket = class extends WebSocket {
                  constructor(address) { super(address); window.sockets.push(this); }
                };
                """);
        page.navigate("/logs?process=mail-worker");
        assertThat(page.locator("#lines .line").nth(3)).isVisible();
        var last = numbers(page).getLast();

        page.evaluate("window.sockets.filter(it => it.url.includes('/live/logs')).at(-1).close()");

        page.waitForCondition(() -> numbers(page).getLast() > last + 8);
        assertRisesByOne(page);
    }

    @Test
    void filterIsLiveAndInTheAddress() {
        var page = live("/logs");
        page.keyboard().press("/");
        page.keyboard().type("LINE 1");

        assertThat(page).hasURL(Pattern.compile("grep=LINE\\+1"));
        assertThat(page.locator("#viewport .nothing")).containsText("No line matches");
        page.locator("#filter").fill("/line \\d*7$/");
        assertThat(page.locator("#lines .text").first()).hasText(Pattern.compile("line \\d*7$"));
        page.locator("#filter").fill("/(/");
        assertThat(page.locator("#logstate")).containsText("no regular expression");
    }

    @Test
    void pickerChoosesProcesses() {
        var page = live("/logs");
        page.locator(".picker summary").click();
        page.locator("#pick-filter").fill("mail");
        assertThat(page.locator(".picker li:visible")).hasCount(1);

        page.locator(".picker li:visible input").check();

        assertThat(page).hasURL(Pattern.compile("process=mail-worker"));
        assertThat(page.locator("#picked")).hasText("1 of 3 apps");
        assertThat(page.locator("#lines .process").first()).hasText("mail-worker");
    }

    @Test
    void pauseHoldsLinesBackAndCountsThem() {
        var page = live("/logs?process=mail-worker");
        page.locator("#viewport").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#pause")).hasAttribute("aria-pressed", "true");
        var count = page.locator("#counted").textContent();

        assertThat(page.locator("#to-end")).hasText(Pattern.compile("[3-9] new lines"));
        assertThat(page.locator("#counted")).hasText(count);
        page.keyboard().press("Space");
        assertThat(page.locator("#counted")).not().hasText(count);
        assertRisesByOne(page);
    }

    @Test
    void followStopsWhereOneScrollsUpAndGoesOnAtTheEnd() {
        var page = live("/logs");
        assertThat(page.locator("#counted")).hasText(Pattern.compile("[6-9]\\d lines|\\d{3} lines"));
        page.locator("#viewport").hover();
        page.mouse().wheel(0, -400);

        assertThat(page.locator("#to-end")).hasText(Pattern.compile("\\d+ new lines"));
        page.locator("#viewport").focus();
        page.keyboard().press("End");
        assertThat(page.locator("#to-end")).isHidden();
    }

    @Test
    void flushAsksAndEmpties() {
        var page = live("/logs");
        page.locator("#files-open").click();
        page.locator("#files-panel button.danger").click();
        assertThat(page.locator("#ask h2")).hasText("Empty all log files?");

        page.locator("#ask button[value=yes]").click();

        assertThat(page.locator(".notice.done")).containsText("The log files of all processes are empty");
    }

    @Test
    void stopOfTheProcessPageAsksAndStops() {
        var page = visitors.visit(operator);
        page.navigate("/processes/legacy-sync");
        page.locator(".subject-acts button[value=start]").click();
        assertThat(page.locator(".notice")).containsText("legacy-sync");
        page.navigate("/processes/name:storefront");
        page.locator(".subject-acts button[value=stop]").click();
        assertThat(page.locator("#ask h2")).hasText("Stop storefront?");
        page.locator("#ask button[value=no]").click();
        assertThat(page).hasURL(root + "processes/name:storefront");
    }

    @Test
    void viewerIsOfferedNothingThatEmpties() {
        var page = visitors.visit(viewer);
        page.navigate("/logs");

        assertThat(page.locator("form[action='/logs/flush']")).hasCount(0);
        assertThat(page.locator("#lines .line").first()).isVisible();
    }

    @Test
    void withoutScriptsTheLastLinesAreReadAndFiltered() {
        var page = visitors.visit(operator.withoutScripts());
        page.navigate("/logs");
        assertThat(page.locator("#lines .line").first()).containsText("line");
        page.locator(".picker summary").click();
        page.locator(".picker li[data-name=mail-worker] input").check();
        page.locator("#filter").fill("line 1");
        page.getByText("Apply").click();

        assertThat(page).hasURL(Pattern.compile("process=mail-worker.*grep=line\\+1"));
        assertThat(page.locator("#lines .process").first()).hasText("mail-worker");
        page.locator(".logfoot button.danger").click();
        assertThat(page.locator("h1")).hasText("Empty the log files of mail-worker?");
    }

    @Test
    void processHasAPageWithItsLogs() {
        var page = visitors.visit(operator);
        page.navigate("/");
        assertThat(page.locator("#link")).hasText("Live");
        page.locator("tr.proc[data-name=mail-worker] a.app").click();
        assertThat(page.locator("h1")).containsText("mail-worker");
        assertThat(page.locator(".facts").first()).containsText("Memory");

        page.locator(".tabs").getByText("Logs").click();

        assertThat(page.locator("#lines .process").first()).hasText("mail-worker");
        assertThat(page.locator(".picker")).hasCount(0);
        assertThat(page.navigate("/processes/no-such-process").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "390,DARK" })
    void pagesAreAccessibleAndFit(int width, ColorScheme scheme) {
        var page = visitors.visit(operator.on(width, scheme));
        for (var address : List.of("/logs", "/processes/mail-worker", "/processes/mail-worker/logs")) {
            page.navigate(address);
            if (address.endsWith("logs")) {
                assertThat(page.locator("#lines .line").nth(5)).isVisible();
                page.locator("#pause").click();
            }
            Visitors.assertGood(page);
        }
    }

    private Page live(String address) {
        var page = visitors.visit(operator);
        page.navigate(address);
        assertThat(page.locator("#link")).hasText("Live");
        assertThat(page.locator("#lines .line").first()).isVisible();
        return page;
    }

    private static List<Integer> numbers(Page page) {
        return ((List<?>) page.evaluate(NUMBERS)).stream().map(it -> ((Number) it).intValue()).toList();
    }

    private static void assertRisesByOne(Page page) {
        var numbers = numbers(page);
        for (var i = 1; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).as(numbers.toString()).isEqualTo(numbers.get(i - 1) + 1);
        }
    }
}
