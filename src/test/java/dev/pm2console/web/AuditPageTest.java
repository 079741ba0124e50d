package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.pm2console.accounts.Role;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.audit.AuditEntry.Outcome;
import dev.pm2console.audit.AuditLog;
import dev.pm2console.testsupport.InBrowser;
import dev.pm2console.testsupport.People;
import dev.pm2console.testsupport.Visitors;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// The audit in a browser.
@QuarkusTest
@TestProfile(WithPeople.class)
class AuditPageTest extends InBrowser {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final int MANY = 250;

    @Inject
    AuditLog audit;

    private Look admin;

    @BeforeAll
    void open() {
        admin = as("ada", Role.ADMIN);
        audit.record(entry(NOON, "restartProcess", "linus", Optional.of("claude"), Outcome.REFUSED));
        audit.record(entry(NOON.plusSeconds(60), "stopProcess", "linus", Optional.empty(), Outcome.DONE));
        for (var i = 0; i < MANY; i++) {
            audit.record(entry(NOON.minusSeconds(i), "saveProcessList", "many", Optional.empty(), Outcome.DONE));
        }
    }

    @Test
    void whatAnAdminDoesIsTold() {
        var page = visitors.visit(admin);
        page.navigate("/settings/add-user");
        page.locator("#name").fill("newcomer");
        page.locator("#password").fill(People.PASSWORD);
        page.locator("button.primary").click();
        assertThat(page.locator("tr[data-user=newcomer]")).isVisible();

        page.getByText("Audit").click();

        var row = page.locator("tr[data-command=addUser]").first();
        assertThat(row).containsText("user:newcomer");
        assertThat(row.locator(".badge")).hasText("done");
        assertThat(page.locator("body")).not().containsText(People.PASSWORD);
    }

    @Test
    void timesAreTheReadersOwnWithScriptsAndUtcWithout() {
        var scripted = visitors.visit(admin);
        scripted.navigate("/audit?actor=linus&outcome=refused");
        var plain = visitors.visit(admin.withoutScripts());
        plain.navigate("/audit?actor=linus&outcome=refused");

        assertThat(scripted.locator("time")).containsText("21:00:00"); // in Tokyo
        assertThat(scripted.locator("time")).hasAttribute("title", "31 Jan 2026, 12:00:00 UTC");
        assertThat(plain.locator("time")).hasText("31 Jan 2026, 12:00:00 UTC");
    }

    @ParameterizedTest
    @CsvSource({ "true,2026-01-31T21:01,2026-01-31T12%3A01", "false,2026-01-31T12:01,2026-01-31T12%3A01" })
    void filtersAreKeptInTheAddress(boolean scripts, String typed, String sent) {
        var page = visitors.visit(scripts ? admin : admin.withoutScripts());
        page.navigate("/audit");
        page.locator("#actor").fill("linus");
        page.locator("#from").fill(typed);
        page.getByText("Apply").click();

        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("stopProcess");
        assertThat(page.url()).contains("actor=linus").contains("from=" + sent);
        assertThat(page.locator("#from")).hasValue(typed);
        page.getByText("Clear").click();
        assertThat(page).hasURL(root + "audit");
    }

    @Test
    void agentsOutcomesAndTargetsAreFilteredAsWell() {
        var page = visitors.visit(admin);

        page.navigate("/audit?agent=claude");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr .more")).containsText("agent claude");
        page.navigate("/audit?actor=linus&outcome=done&process=web");
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.navigate("/audit?actor=no-such-person");
        assertThat(page.locator(".nothing h2")).hasText("No entry matches");
    }

    @Test
    void whatCanNotBeLookedForIsSaidBesideTheField() {
        var page = visitors.visit(admin.withoutScripts());

        var answer = page.navigate("/audit?from=yesterday&outcome=great");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(page.locator("#from-error")).containsText("2026-01-31T14:30");
        assertThat(page.locator("#outcome-error")).containsText("refused");
    }

    @Test
    void olderEntriesAreOnFurtherPages() {
        var page = visitors.visit(admin);
        page.navigate("/audit?actor=many");
        var seen = rows(page);

        while (page.locator("a[rel=next]").count() > 0) {
            page.locator("a[rel=next]").click();
            page.waitForLoadState();
            seen += rows(page);
        }

        assertThat(seen).isEqualTo(MANY);
        page.locator(".older").getByText("Newest").click();
        assertThat(page).hasURL(root + "audit?actor=many");
    }

    @ParameterizedTest
    @CsvSource({ "JSON lines,jsonl,250", "CSV,csv,251" })
    void exportHasWhatTheFilterLetsThrough(String link, String ending, int lines) throws IOException {
        var page = visitors.visit(admin);
        page.navigate("/audit?actor=many");

        var download = page.waitForDownload(() -> page.getByText(link).click());

        assertThat(download.suggestedFilename()).isEqualTo("pm2-console-audit." + ending);
        var text = Files.readString(download.path());
        assertThat(text.lines().count()).isEqualTo(lines);
        assertThat(text).contains("saveProcessList").doesNotContain("linus");
    }

    @ParameterizedTest
    @CsvSource({ "1440,LIGHT", "390,DARK" })
    void pageIsAccessibleAndFits(int width, ColorScheme scheme) {
        var page = visitors.visit(admin.on(width, scheme));
        page.navigate("/audit");
        Visitors.assertGood(page);

        page.navigate("/audit?actor=linus&from=x");
        Visitors.assertGood(page);
    }

    private static int rows(Page page) {
        return page.locator("tbody tr").count();
    }

    private static AuditEntry entry(Instant at, String command, String actor, Optional<String> agent, Outcome outcome) {
        return new AuditEntry(at, command, "rest", actor, "operator", agent, agent.map(_ -> "ses_1"), agent.map(_ -> "msg_1"),
                Optional.of("web"), Map.of(), outcome, outcome == Outcome.DONE ? Optional.empty() : Optional.of("FORBIDDEN"),
                Duration.ofMillis(12));
    }
}
