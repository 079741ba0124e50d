package dev.pm2console.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.rest.WithoutPm2;
import dev.pm2console.testsupport.Browser;
import dev.pm2console.testsupport.People;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// The API's page works in a browser that is signed in, under the policy that [Gate] sends with it.
@QuarkusTest
@TestProfile(WithoutPm2.class)
class SwaggerUiTest {

    @TestHTTPResource("/q/swagger-ui/")
    URI address;
    @Inject
    Accounts accounts;

    @Test
    void browserThatIsSignedInReadsAndCallsTheApi() {
        try (var browser = Browser.start(); var context = browser.get().newContext()) {
            signIn(context);
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("503")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);

            page.navigate(address.toString());

            assertThat(page.locator(".opblock")).hasCount(operations(page));
            assertThat(execute(page, "getPM2Version")).hasText("200");
            // the daemon is not there; what counts is that a page of the console's own may post
            assertThat(execute(page, "saveProcessList")).hasText("503");
            assertThat(complaints).isEmpty();
        }
    }

    private int operations(Page page) {
        var document = page.request().get(address.resolve("/q/openapi?format=json").toString()).text();
        return (int) Pattern.compile("\"operationId\"").matcher(document).results().count();
    }

    private static Locator execute(Page page, String operation) {
        var block = page.locator(".opblock[id$=-" + operation + "]");
        block.locator(".opblock-summary-control").first().click();
        block.locator(".try-out__btn").click();
        block.locator(".execute").click();
        return block.locator(".live-responses-table .response-col_status").last();
    }

    private void signIn(BrowserContext context) {
        var session = People.session(accounts, "admin", Role.ADMIN);
        context.addCookies(List.of(new Cookie(Credentials.COOKIE, session).setUrl(address.resolve("/").toString())));
    }
}
