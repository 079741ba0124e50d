package dev.pm2console.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;

import dev.pm2console.security.Credentials;

/// People in front of browsers. Notes what scripts fail at, and what the content policy keeps out.
public final class Visitors implements AutoCloseable {

    private static final int PATIENCE = 20_000; // ms: a busy machine hashes passwords slowly

    private static final String STILL = """
            () => document.getAnimations().every(it => it.playState !== 'running' || it.effect.getTiming().iterations === Infinity)
            """;

    private final Browser browser;
    private final String root;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /// How somebody looks at the console.
    ///
    /// @param session the cookie of a session; empty for a stranger
    public record Look(Optional<String> session, int width, ColorScheme scheme, boolean scripts) {

        public static Look stranger() {
            return new Look(Optional.empty(), 1440, ColorScheme.LIGHT, true);
        }

        public static Look as(String session) {
            return new Look(Optional.of(session), 1440, ColorScheme.LIGHT, true);
        }

        public Look withoutScripts() {
            return new Look(session, width, scheme, false);
        }

        public Look on(int pixels, ColorScheme colours) {
            return new Look(session, pixels, colours, scripts);
        }
    }

    /// @param root the console's address, which ends with a slash
    public Visitors(String root) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.root = root;
        browser = Browser.start();
    }

    /// An empty page in a browser of its own.
    public Page visit(Look look) {
        var context = browser.get().newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(root)
                .setViewportSize(look.width(), 900).setColorScheme(look.scheme()).setJavaScriptEnabled(look.scripts())
                .setTimezoneId("Asia/Tokyo"));
        contexts.add(context);
        look.session().ifPresent(cookie -> context.addCookies(List.of(new Cookie(Credentials.COOKIE, cookie).setUrl(root))));
        var page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /// Everybody goes; nobody may have had something to complain of.
    public void leave() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        var found = List.copyOf(complaints);
        complaints.clear();
        assertThat(found).as("errors of scripts, and what the content policy kept out").isEmpty();
    }

    /// The page, which has no frames of another origin (what axe's legacy mode is quick for), is accessible and no wider
    /// than the screen, once nothing of it fades any more. A picture of it is left in `target/screenshots`.
    public static void assertGood(Page page) {
        page.waitForFunction(STILL);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture(page)));
        var violations = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(violations).as(page.url()).extracting(rule -> rule.getId() + " " + rule.getNodes()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(page.url() + " fits")
                .isEqualTo(true);
    }

    private static Path picture(Page page) {
        var name = URI.create(page.url()).getPath().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        var isDark = (Boolean) page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
        return Path.of("target", "screenshots", "%s-%d-%s.png".formatted(name.isEmpty() ? "processes" : name,
                page.viewportSize().width, isDark ? "dark" : "light")).toAbsolutePath();
    }

    @Override
    public void close() {
        browser.close();
    }
}
