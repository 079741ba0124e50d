package dev.pm2console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.SessionKey;
import dev.pm2console.audit.AuditLog;
import dev.pm2console.audit.AuditQuery;
import dev.pm2console.testsupport.People;
import dev.pm2console.testsupport.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// What a proxy says is believed where the proxy is the one that was declared, and only then.
@QuarkusTest
@TestProfile(Proxied.class)
class ProxyRulesTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String FORM_COOKIE = "pm2-console-form=a-browser-of-the-tests";

    @TestHTTPResource
    URI root;
    @Inject
    Accounts accounts;
    @Inject
    SessionKey key;
    @Inject
    AuditLog audit;

    private RawHttp proxy;

    @BeforeEach
    void somebodyMaySignIn() {
        People.session(accounts, "alice", Role.ADMIN);
        proxy = new RawHttp(root.getPort());
    }

    @Test
    void clientsAddressIsThatOfTheProxysHeader() {
        var answer = signIn(proxy, "X-Forwarded-For: 203.0.113.7\r\n", "http://localhost:" + root.getPort());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(lastAddress()).contains("203.0.113.7");
    }

    @Test
    void clientsAddressMayBeOfTheSixthVersion() {
        signIn(proxy, "X-Forwarded-For: 2001:db8::7\r\n", "http://localhost:" + root.getPort());

        assertThat(lastAddress()).hasValueSatisfying(it -> assertThat(it).startsWith("2001:db8:"));
    }

    @Test
    void cookiesAreSecureWhereTheProxysClientSpeaksTls() {
        var https = signIn(proxy, "X-Forwarded-Proto: https\r\nX-Forwarded-Host: " + Proxied.NAME + "\r\n",
                "https://" + Proxied.NAME);
        var http = signIn(proxy, "X-Forwarded-Proto: http\r\nX-Forwarded-Host: " + Proxied.NAME + "\r\n",
                "http://" + Proxied.NAME);

        assertThat(https.header("Set-Cookie")).singleElement().asString().contains("pm2-console-session=").contains("Secure");
        assertThat(http.header("Set-Cookie")).singleElement().asString().contains("pm2-console-session=")
                .doesNotContain("Secure");
    }

    @Test
    void portOfTheForwardedHostBelongsToTheOrigin() {
        var forwarded = "X-Forwarded-Proto: https\r\nX-Forwarded-Host: " + Proxied.NAME + ":8443\r\n";

        assertThat(signIn(proxy, forwarded, "https://" + Proxied.NAME + ":8443").status()).isEqualTo(303);
        assertThat(signIn(proxy, forwarded, "https://" + Proxied.NAME).status()).isEqualTo(403);
    }

    @Test
    void originOfAnotherNameIsRefused() {
        var forwarded = "X-Forwarded-Proto: https\r\nX-Forwarded-Host: " + Proxied.NAME + "\r\n";

        assertThat(signIn(proxy, forwarded, "https://evil.example").status()).isEqualTo(403);
        assertThat(signIn(proxy, forwarded, "https://localhost:" + root.getPort()).status()).isEqualTo(403);
    }

    @Test
    void forgedHostIsRefusedThoughTheProxyPassesItOn() {
        assertThat(get(proxy, "Host: localhost", "X-Forwarded-Host: evil.example").status()).isEqualTo(403);
        assertThat(get(proxy, "Host: evil.example").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = { "X-Forwarded-For: 203.0.113.7, 198.51.100.1",
            "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-For: ::1",
            "X-Forwarded-Host: localhost, evil.example", "X-Forwarded-Host: localhost\r\nX-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https, http", "X-Forwarded-Port: 1, 2",
            "Forwarded: for=203.0.113.7, for=198.51.100.1", "Forwarded: for=203.0.113.7\r\nForwarded: host=localhost" })
    void severalValuesAreRefusedOfWhichTheClientMayHaveSentTheFirst(String headers) {
        var answer = get(proxy, "Host: localhost", headers);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_ARGUMENT");
    }

    @Test
    void whatIsNoAddressIsNoReasonToFail() {
        assertThat(signIn(proxy, "X-Forwarded-For: unknown\r\n", "http://localhost:" + root.getPort()).status())
                .isEqualTo(303);
        assertThat(lastAddress()).contains("unknown");
    }

    @Test
    void headersOfOthersAreIgnored() {
        var other = new RawHttp(another(), root.getPort());

        var headers = String.join("\r\n", "X-Forwarded-For: 203.0.113.7", "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.example", "");
        var answer = signIn(other, headers, "http://localhost:" + root.getPort());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Set-Cookie")).singleElement().asString().doesNotContain("Secure");
        assertThat(lastAddress()).contains("127.0.0.2");
        assertThat(get(other, "Host: evil.example", "X-Forwarded-Host: localhost").status()).isEqualTo(403);
    }

    @Test
    void connectionIsNotTurnedIntoOneOfHttp2() {
        var asked = get(proxy, "Host: localhost", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAAP__");
        var known = proxy.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

        assertThat(asked.status()).isEqualTo(200);
        assertThat(known.status()).as("the end of the connection").isZero();
    }

    private static RawHttp.Answer get(RawHttp client, String... headers) {
        return client.send(Attacks.bare("GET /sign-in HTTP/1.1", headers));
    }

    private RawHttp.Answer signIn(RawHttp client, String forwarded, String origin) {
        var body = "name=alice&password=" + People.PASSWORD + "&to=/&csrf=" + key.formToken("a-browser-of-the-tests");
        return client.send(RawHttp.request("POST /sign-in HTTP/1.1", "Host: localhost:" + root.getPort() + "\r\n" + forwarded
                + "Origin: " + origin + "\r\nCookie: " + FORM_COOKIE + "\r\n" + FORM + "Content-Length: " + body.length()
                + "\r\n", body));
    }

    /// Where the last sign-in came from, as the audit has it.
    private Optional<String> lastAddress() {
        var alices = new AuditQuery(Optional.of("alice"), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
        return Optional.ofNullable(audit.find(alices, 1).getFirst().parameters().get("address"));
    }

    /// An address of this machine that is not the proxy's.
    static InetAddress another() {
        var address = InetAddress.ofLiteral("127.0.0.2");
        try (var socket = new ServerSocket(0, 1, address)) {
            return socket.getInetAddress();
        } catch (BindException none) {
            return Assumptions.abort("this machine has no 127.0.0.2");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
