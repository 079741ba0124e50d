package dev.pm2console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;

import dev.pm2console.accounts.Role;
import dev.pm2console.testsupport.InBrowser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// What pages cost the network: bytes on the wire, as the browser counts them.
@QuarkusTest
@TestProfile(WithPeople.class)
class PageWeightTest extends InBrowser {

    private static final int FIRST_PAGE = 100 * 1024;
    private static final int ALL_SCRIPTS = 120 * 1024;
    private static final Pattern IMPORT = Pattern.compile("\"([\\w./-]+/[\\w-]+\\.js)\"");

    @ParameterizedTest
    @ValueSource(strings = { "/", "/logs", "/events", "/system", "/settings" })
    void firstPageIsLightAndComesFromTheConsoleAlone(String address) {
        var page = visitors.visit(as("weigher", Role.ADMIN));
        var urls = new ArrayList<String>();
        page.onRequest(request -> urls.add(request.url()));
        var wire = wire(page);

        page.navigate(address);
        page.waitForLoadState();
        assertThat(page.locator("main h1, #logview").first()).isAttached();

        assertThat(wire.values().stream().mapToLong(Long::longValue).sum()).as("bytes of " + address)
                .isPositive().isLessThan(FIRST_PAGE);
        assertThat(urls).allMatch(url -> url.startsWith(root) || url.startsWith("data:"));
    }

    @Test
    void allScriptsTogetherAreLight() throws Exception {
        var page = visitors.visit(as("weigher", Role.ADMIN));
        page.navigate("/");
        var entry = page.locator("script[type=module][src]").getAttribute("src");
        var found = new LinkedHashMap<URI, Integer>();
        try (var client = HttpClient.newHttpClient()) {
            weigh(client, URI.create(root).resolve(entry), found);
        }

        assertThat(found).hasSizeGreaterThan(2);
        assertThat(found.values().stream().mapToInt(Integer::intValue).sum()).isLessThan(ALL_SCRIPTS);
    }

    /// Weighs a module as it is sent, and whatever it imports, now or later.
    private static void weigh(HttpClient client, URI module, Map<URI, Integer> found) throws Exception {
        var answer = client.send(HttpRequest.newBuilder(module).header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).as(module.toString()).contains("gzip");
        found.put(module, answer.body().length);
        try (var text = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var other : IMPORT.matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8)).results().toList()) {
                var next = module.resolve(other.group(1));
                if (!found.containsKey(next)) {
                    weigh(client, next, found);
                }
            }
        }
    }

    /// Bytes by request, headers included, as they are counted from now on.
    private static ConcurrentHashMap<String, Long> wire(Page page) {
        var bytes = new ConcurrentHashMap<String, Long>();
        var network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.on("Network.loadingFinished", (JsonObject event) -> bytes.put(event.get("requestId").getAsString(),
                event.get("encodedDataLength").getAsLong()));
        return bytes;
    }
}
