package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import dev.pm2console.accounts.Role;
import dev.pm2console.testsupport.BrowserPm2Resource;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// What the log view shows out of files, and what becomes of it when files are rotated or the daemon is killed.
@QuarkusTest
@QuarkusTestResource(value = BrowserPm2Resource.class, restrictToAnnotatedClass = true)
class LogFilesPageTest extends InBrowser {

    private static final Pattern NUMBER = Pattern.compile("line (\\d+)");
    private static final int WRITTEN = 3_000;
    private static final String WARNING = "[WARN] the queue is full";
    private static final String TEXTS = "[...document.querySelectorAll('#lines .text')].map(it => it.textContent)";

    RealPm2 pm2;

    private Look operator;

    @BeforeAll
    void open() throws IOException {
        operator = as("olga", Role.OPERATOR);
        var log = log("legacy-sync");
        var rotated = log.resolveSibling(log.getFileName().toString().replace(".log", "__2026-01-31_00-00-00.log"));
        Files.write(rotated, IntStream.range(0, WRITTEN).mapToObj(i -> i == 7 ? WARNING : "[INFO] batch " + i).toList());
    }

    @Test
    void levelThatIsRareIsFoundFurtherBack() {
        var page = visitors.visit(operator);
        page.navigate("/logs?process=legacy-sync");
        assertThat(page.locator("#lines .text").last()).hasText("[INFO] batch " + (WRITTEN - 1));

        page.locator("select[name=level]").selectOption("warn");

        assertThat(page.locator("#lines .line")).hasCount(1);
        assertThat(page.locator("#lines .text")).hasText(WARNING);
        assertThat(page).hasURL(Pattern.compile("level=warn"));
    }

    @Test
    void levelThatIsRareIsFoundWithoutScripts() {
        var page = visitors.visit(operator.withoutScripts());
        page.navigate("/logs?process=legacy-sync&level=warn");

        assertThat(page.locator("#lines .text")).hasText(WARNING);
    }

    @Test
    void pagesWithoutScriptsLeaveNoMatchOut() {
        var page = visitors.visit(operator.withoutScripts());
        page.navigate("/logs?process=legacy-sync&grep=batch");
        var newest = numbers(page, Pattern.compile("batch (\\d+)"));
        assertThat(newest.getLast()).isEqualTo(WRITTEN - 1);

        page.locator(".logfoot").getByText("Older").click();

        var older = numbers(page, Pattern.compile("batch (\\d+)"));
        assertThat(older.getLast()).isEqualTo(newest.getFirst() - 1);
        page.locator(".logfoot").getByText("Newest").click();
        assertThat(page.locator("#lines .text").last()).hasText("[INFO] batch " + (WRITTEN - 1));
    }

    @Test
    void searchFindsInRotatedFileAndOpensTheLine() {
        var page = visitors.visit(operator);
        page.navigate("/logs");
        page.locator("#search-open").click();
        page.locator("#search-q").fill("queue is full");
        page.locator("#search-form button.primary").click();
        assertThat(page.locator("#search-said")).hasText("1 found.");
        assertThat(page.locator("#search-results")).containsText("__2026-01-31_00-00-00.log");

        page.locator("#search-results button").click();

        assertThat(page.locator("#lines .linked .text")).hasText(WARNING);
        assertThat(page.locator("#lines .text").first()).hasText("[INFO] batch 0");
        assertThat(page.locator("#logstate")).containsText("A linked line");
        page.locator("#viewport").hover();
        page.mouse().wheel(0, 2_000);
        assertThat(page.locator("#lines").getByText("[INFO] batch 60", exactly())).hasCount(1);
        linkedLineIsShownWithoutScripts(page.url());
        page.locator("#logstate button").click();
        assertThat(page.locator("#lines")).containsText("line");
        assertThat(page).not().hasURL(Pattern.compile("[?&]line="));
    }

    private void linkedLineIsShownWithoutScripts(String link) {
        var page = visitors.visit(operator.withoutScripts());
        page.navigate(link);
        assertThat(page.locator("#lines .linked .text")).hasText(WARNING);
        assertThat(page.locator("#lines .text").first()).hasText("[INFO] batch 0");
    }

    @Test
    void fileThatIsRotatedMeanwhileCostsNoLineAndDoublesNone() throws IOException {
        var page = visitors.visit(operator);
        page.navigate("/logs?process=mail-worker");
        assertThat(page.locator("#lines .line").nth(5)).isVisible();

        var log = log("mail-worker");
        Files.move(log, log.resolveSibling(log.getFileName().toString().replace(".log", "__2026-02-01_00-00-00.log")));
        pm2.pm2("reloadLogs");

        var last = numbers(page, NUMBER).getLast();
        page.waitForCondition(() -> numbers(page, NUMBER).getLast() > last + 12);
        assertRiseByOne(page);
        page.reload();
        page.waitForCondition(() -> {
            page.locator("#viewport").evaluate("it => { it.scrollTop = 0; }");
            return numbers(page, NUMBER).stream().findFirst().equals(Optional.of(0));
        });
        assertRiseByOne(page);
    }

    @Test
    void daemonThatIsKilledIsSaidAndItsLinesComeAgain() {
        var page = visitors.visit(operator);
        page.navigate("/logs?process=storefront");
        assertThat(page.locator("#lines .line").nth(5)).isVisible();
        page.waitForCondition(() -> numbers(page, NUMBER).size() > 5);
        page.evaluate("window.isTheSame = true");
        var before = numbers(page, NUMBER).getLast();

        pm2.daemon().destroyForcibly();
        pm2.endOrphans();
        assertThat(page.locator("#logstate")).containsText("PM2 ");
        pm2.pm2("resurrect");

        assertThat(page.locator("#logstate")).isHidden();
        page.waitForCondition(() -> numbers(page, NUMBER).stream().reduce((_, last) -> last).filter(it -> it < before)
                .isPresent());
        assertThat(page.evaluate("window.isTheSame")).isEqualTo(true);
    }

    @Test
    void actionsLeadBackToWhereTheyWereAskedFor() {
        var page = visitors.visit(operator);
        page.navigate("/processes/mail-worker/logs");
        page.locator(".subject-acts button[value=reload]").click();
        assertThat(page.locator(".notice.done")).containsText("Reloaded mail-worker");
        assertThat(page).hasURL(Pattern.compile("/processes/mail-worker/logs$"));

        page.locator("#files-open").click();
        assertThat(page.locator("#flush button")).hasText("Empty these files …");
        page.locator("form.subject-acts input[name=back]").evaluate("it => { it.value = 'https://example.org/'; }");
        page.locator(".subject-acts button[value=reload]").click();
        assertThat(page).hasURL(root);
    }

    @Test
    void whatIsPickedIsWhatIsEmptied() {
        var page = visitors.visit(operator);
        page.navigate("/logs?type=error");
        page.locator(".picker summary").click();
        page.locator(".picker li[data-name=storefront] input").check();
        page.keyboard().press("Escape");
        page.locator("#files-open").click();
        page.locator("#flush button").click();
        assertThat(page.locator("#ask li")).hasText("storefront");

        page.locator("#ask button[value=yes]").click();

        assertThat(page.locator(".notice.done")).containsText("The log files of storefront are empty");
        assertThat(page).hasURL(Pattern.compile("/logs\\?process=storefront&type=error"));
    }

    private Path log(String app) throws IOException {
        try (var files = Files.list(pm2.home().resolve("logs"))) {
            return files.filter(it -> it.getFileName().toString().matches(app + "-out(-\\d+)?\\.log")).findFirst()
                    .orElseThrow();
        }
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static List<Integer> numbers(Page page, Pattern pattern) {
        return ((List<?>) page.evaluate(TEXTS)).stream().map(String::valueOf).map(pattern::matcher)
                .filter(Matcher::find).map(it -> Integer.valueOf(it.group(1))).toList();
    }

    /// A process that was started anew counts anew.
    private static void assertRiseByOne(Page page) {
        var numbers = numbers(page, NUMBER);
        for (var i = 1; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).as(numbers.toString()).isIn(numbers.get(i - 1) + 1, 0);
        }
    }
}
