package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;

import dev.pm2console.accounts.Role;
import dev.pm2console.testsupport.BrowserPm2Resource;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.Visitors;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// What one can have a process do, of a real PM2 with the example that has actions.
@QuarkusTest
@QuarkusTestResource(value = BrowserPm2Resource.class, restrictToAnnotatedClass = true)
class ActionsPageTest extends InBrowser {

    private static final String PAGE = "/processes/probes/actions";

    RealPm2 pm2;

    private Look operator;
    private Look viewer;

    @BeforeAll
    void open() throws IOException {
        Files.copy(Path.of("examples/probes.js"), pm2.appsRoot().resolve("probes.js"));
        pm2.pm2("start", "probes.js", "-i", "2");
        operator = as("olga", Role.OPERATOR);
        viewer = as("vic", Role.VIEWER);
    }

    @Test
    void replyOfEachInstanceIsShown() {
        var page = opened(operator);

        page.getByLabel("Run status").click();

        assertThat(page.locator("#answer h2")).hasText("Answer to status");
        assertThat(page.locator("#answer pre")).hasCount(2);
        assertThat(page.locator("#answer pre").first()).containsText("\"uptime\" :");
    }

    @Test
    void parameterIsSentToTheOneThatIsChosen() {
        var page = opened(operator.withoutScripts());
        var form = page.locator(".deeds li", containing("add jobs"));
        form.getByLabel("Parameter of add jobs").fill("7");
        form.locator("select").selectOption(new SelectOption().setIndex(2));

        form.getByLabel("Run add jobs").click();

        assertThat(page.locator("#answer pre")).hasCount(1);
        assertThat(page.locator("#answer pre")).containsText("\"added\" : 7");
    }

    @Test
    void actionThatFailsSaysWhy() {
        var page = opened(operator);

        page.getByLabel("Run fail").click();

        assertThat(page.locator("#answer pre").first()).containsText("this action always fails");
    }

    @Test
    void replyIsTextWhateverItLooksLike() {
        var page = opened(operator);
        page.getByLabel("Parameter of add jobs").fill("<img src=x>");

        page.getByLabel("Run add jobs").click();

        assertThat(page.locator("#answer pre").first()).containsText("<img src=x>");
        assertThat(page.locator("#answer img")).hasCount(0);
    }

    @Test
    void actionThatIsNotOfferedIsToldInWords() {
        var page = opened(operator);
        page.getByLabel("Run status").evaluate("button => { button.form.elements.namedItem('action').value = 'nothing'; }");

        page.getByLabel("Run status").click();

        assertThat(page.locator(".notice.problem")).containsText("offers no action \"nothing\"");
    }

    @Test
    void viewerSeesWhatThereIsAndRunsNothing() {
        var page = opened(viewer);

        assertThat(page.locator(".deeds li")).hasCount(3);
        assertThat(page.locator("main form")).hasCount(0);
    }

    @Test
    void signalAsksFirst() {
        var page = opened(operator.withoutScripts());
        page.getByLabel("Signal", new Page.GetByLabelOptions().setExact(true)).selectOption("SIGUSR2");
        page.getByText("Send …").click();
        assertThat(page.locator("h1")).hasText("Send SIGUSR2 to probes?");

        page.getByText("Send it").click();

        assertThat(page.locator(".notice.done")).containsText("Sent SIGUSR2 to 2 processes");
        assertThat(page).hasURL(Pattern.compile(PAGE + "$"));
    }

    @Test
    void lineGoesToAProcessInForkMode() {
        var page = visitors.visit(operator);
        page.navigate("/processes/mail-worker/actions");
        assertThat(page.locator(".empty")).containsText("It offers none");
        page.getByLabel("Line", new Page.GetByLabelOptions().setExact(true)).fill("hello");

        page.getByLabel("Send the line").click();

        assertThat(page.locator(".notice.done")).containsText("Sent the line to mail-worker");
    }

    @Test
    void probesAreAmongTheFactsAndCanBeDrawn() {
        var page = visitors.visit(operator);
        page.navigate("/processes/probes?range=15m");
        assertThat(page.locator("#facts [data-probe='Queue length']").first()).containsText("jobs");
        page.locator(".figures summary").click();

        page.locator(".figures input[value='probe:Queue length']").check();

        assertThat(page).hasURL(Pattern.compile("metric=probe:Queue\\+length"));
        // there may be others of that name, of before, which have no figure of now
        assertThat(page.locator(".plot[data-metric='probe:Queue length'] .legend .value")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("\\d+ jobs"))).first()).isVisible();
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "360,DARK" })
    void pageIsAccessibleAndFits(int width, ColorScheme scheme) {
        for (var look : List.of(operator, viewer)) {
            var page = opened(look.on(width, scheme));
            if (look.equals(operator)) {
                page.getByLabel("Run status").click();
                assertThat(page.locator("#answer pre").first()).isVisible();
            }
            Visitors.assertGood(page);
        }
    }

    /// The page, once both instances have said what they offer: they do so anew when a signal has ended them.
    private Page opened(Look look) {
        var page = visitors.visit(look);
        Patience.await().until(() -> page.navigate(PAGE).status() == 200
                && page.locator(".deeds li").getByText("all instances").count() == 3);
        return page;
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
