package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.options.ColorScheme;

import dev.pm2console.accounts.Role;
import dev.pm2console.events.Cause;
import dev.pm2console.events.Ending;
import dev.pm2console.events.Event;
import dev.pm2console.events.EventKind;
import dev.pm2console.events.EventLog;
import dev.pm2console.events.EventQuery;
import dev.pm2console.events.Standing;
import dev.pm2console.events.StoredEvents;
import dev.pm2console.live.EventsStream;
import dev.pm2console.process.ProcessId;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.Visitors;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// The timeline in a browser, without a PM2.
@QuarkusTest
@TestProfile(WithPeople.class)
class EventsPageTest extends InBrowser {

    private static final int MANY = 130;
    /// Far above those of the engine.
    private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

    @Inject
    StoredEvents stored;
    @Inject
    EventLog log;
    @Inject
    EventsStream stream;

    private final Instant now = Instant.now();
    private Look viewer;

    @BeforeAll
    void open() {
        viewer = as("vera", Role.VIEWER);
        for (var i = 0; i < MANY; i++) {
            keep(event(EventKind.RELOAD, "paged-" + i, 7_200 + i, Cause.PERSON, "asked by olga", Optional.of("olga"),
                    Ending.NONE));
        }
        keep(event(EventKind.RESTART, "shop", 60, Cause.SELF, "exited with code 3", Optional.empty(),
                new Ending(OptionalInt.of(3), Optional.empty(), OptionalLong.of(5_200_000), OptionalLong.of(96 << 20),
                        List.of("connection refused", "Error: the <database> is gone"), Optional.of("1-e-0-00000000"))));
        keep(event(EventKind.RESTART, "mailer", 30, Cause.PERSON, "asked by olga", Optional.of("olga"), Ending.NONE));
        Patience.await().until(() -> log.page(EventQuery.ALL, Optional.empty(), 1_000).events().stream()
                .anyMatch(it -> it.process().equals(Optional.of("mailer"))));
    }

    @Test
    void crashIsFoundWithItsReasonAndItsLastErrors() {
        var page = visitors.visit(viewer);
        page.navigate("/events");
        page.getByText("Problems").click();

        assertThat(page.locator(".event:has-text('mailer')")).hasCount(0);
        var row = page.locator(".event:has-text('shop')").first();
        assertThat(row.locator(".said")).containsText("exited with code 3");
        assertThat(row.locator(".cause")).hasText("crash");
        assertThat(row.locator(".facts-of")).containsText("96.0 MB at the end");
        assertThat(row.locator(".lastword")).hasText("Error: the <database> is gone");
        row.locator("summary").click();
        assertThat(row.locator("pre")).containsText("connection refused");
        assertThat(row.locator(".inlog")).hasAttribute("href", "/processes/shop/logs?line=1-e-0-00000000");
    }

    @Test
    void whoAskedIsNamed() {
        var page = visitors.visit(viewer.withoutScripts());
        page.navigate("/events?process=mailer");

        assertThat(page.locator(".event[data-event=restart] .cause").first()).hasText("olga");
    }

    @Test
    void olderEventsAreOnFurtherPagesWithoutScripts() {
        var page = visitors.visit(viewer.withoutScripts());
        page.navigate("/events");
        page.getByText("Older").click();

        assertThat(page.locator(".event:has-text('paged-" + (MANY - 1) + "')").first()).isVisible();
        page.getByText("Newest").click();
        assertThat(page.locator(".event:has-text('mailer')").first()).isVisible();
    }

    @Test
    void whatHappensNowIsAnnouncedAndMovesNothing() {
        var page = visitors.visit(viewer);
        page.navigate("/events");
        assertThat(page.locator("#link")).hasText("Live");
        var before = page.locator(".event").count();

        var crash = event(EventKind.RESTART, "fresh", 0, Cause.SIGNAL, "killed by SIGKILL", Optional.empty(), Ending.NONE);
        keep(crash);
        stream.happened(crash);

        assertThat(page.locator("#fresh")).hasText("1 new event");
        assertThat(page.locator(".event")).hasCount(before);
        page.locator("#fresh").click();
        assertThat(page.locator(".event").first()).containsText("fresh");
        assertThat(page.locator(".event").first().locator(".cause")).hasText("signal");
        assertThat(page.locator("#fresh")).isHidden();
    }

    @Test
    void processThatIsGoneHasItsEventsStill() {
        var page = visitors.visit(viewer);
        page.navigate("/processes/shop/events");

        assertThat(page.locator("h1")).containsText("shop");
        assertThat(page.locator(".event:has-text('exited with code 3')").first()).isVisible();
        assertThat(page.locator("body")).not().containsText("mailer");
    }

    @Test
    void nonsenseIsMarkedInTheFilters() {
        var page = visitors.visit(viewer);
        var answer = page.navigate("/events?from=yesterday");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(page.locator("#from-error")).containsText("is a time such as");
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "390,DARK" })
    void isAccessibleAndFits(int width, ColorScheme scheme) {
        var page = visitors.visit(viewer.on(width, scheme));
        page.navigate("/events");
        page.locator(".event:has-text('shop') summary").first().click();
        Visitors.assertGood(page);
        page.navigate("/processes/shop/events");
        Visitors.assertGood(page);
        page.navigate("/events?process=nobody");
        Visitors.assertGood(page);
    }

    private void keep(Event event) {
        stored.happened(event);
    }

    private Event event(EventKind kind, String process, int ago, Cause cause, String reason, Optional<String> actor,
            Ending ending) {
        return new Event(NUMBERS.incrementAndGet(), now.minusSeconds(ago), kind, Optional.of(new ProcessId(0)),
                Optional.of(process), Optional.of("default"), Optional.of(cause), Optional.of(reason), actor, ending,
                Standing.UNKNOWN, 1, false, OptionalLong.empty());
    }
}
