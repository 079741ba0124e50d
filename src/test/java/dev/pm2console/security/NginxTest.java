package dev.pm2console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.audit.AuditLog;
import dev.pm2console.audit.AuditQuery;
import dev.pm2console.testsupport.Certificate;
import dev.pm2console.testsupport.Documented;
import dev.pm2console.testsupport.Guest;
import dev.pm2console.testsupport.Nginx;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.People;
import dev.pm2console.testsupport.RawHttp;
import dev.pm2console.testsupport.Tls;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// A real nginx before the console, both configured as docs/deployment.md tells people to.
@QuarkusTest
@TestProfile(Proxied.class)
class NginxTest {

    @TestHTTPResource
    URI console;
    @Inject
    Accounts accounts;
    @Inject
    AuditLog audit;
    @TempDir
    static Path shared;
    private static Certificate certificate;

    @TempDir
    Path directory;
    private Nginx nginx;
    private InetAddress client;

    @BeforeAll
    static void make() {
        certificate = Certificate.make(shared, "nginx", Proxied.NAME);
    }

    @BeforeEach
    void start() {
        client = ProxyRulesTest.another();
        nginx = Nginx.start(directory, Documented.block(Proxied.PAGE, Proxied.HEADING, "nginx"), Map.of(
                "/etc/ssl/console.example.org.crt", certificate.file().toString(),
                "/etc/ssl/private/console.example.org.key", certificate.key().toString(),
                "http://127.0.0.1:9616", "http://127.0.0.1:" + console.getPort()));
        People.session(accounts, "alice", Role.ADMIN);
    }

    @AfterEach
    void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "https", "http" })
    void somebodySignsInThroughNginx(String scheme) {
        var guest = guest(scheme);

        var answer = guest.signIn("alice", People.PASSWORD);
        var session = Guest.session(answer);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(nginx.root(scheme) + "/");
        assertThat(session.isSecured()).isEqualTo(scheme.equals("https"));
        assertThat(guest.request().cookie(session).get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void auditHasTheClientsAddressAndNotAForgedOne() {
        var forged = guest("https").request().header("X-Forwarded-For", "203.0.113.7").header("Forwarded", "for=203.0.113.8")
                .header("X-Forwarded-Host", "evil.example").header("X-Forwarded-Port", "1").get("/sign-in");
        var wrong = guest("https").signIn("alice", "not the password");

        assertThat(forged.statusCode()).isEqualTo(200);
        assertThat(wrong.statusCode()).isEqualTo(401);
        var alices = new AuditQuery(Optional.of("alice"), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(audit.find(alices, 1).getFirst().parameters()).containsEntry("address", client.getHostAddress());
    }

    @ParameterizedTest
    @ValueSource(strings = { "https", "http" })
    void framesComeThroughNginx(String scheme) throws Exception {
        var session = Guest.session(guest(scheme).signIn("alice", People.PASSWORD));

        var first = firstFrame(scheme, session.getValue(), nginx.root(scheme));

        assertThat(first.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).contains("\"type\":\"event\"");
    }

    @Test
    void pageOfAnotherOriginGetsNoFrames() {
        var session = Guest.session(guest("https").signIn("alice", People.PASSWORD));

        assertThat(firstFrame("https", session.getValue(), "https://evil.example")).failsWithin(Patience.LONG)
                .withThrowableThat().havingRootCause().withMessageContaining("403");
    }

    @Test
    void foreignNameGetsNothing() {
        var plain = new RawHttp(nginx.port("http"));

        assertThat(plain.send(Attacks.bare("GET /sign-in HTTP/1.1", "Host: evil.example")).status()).isEqualTo(403);
        assertThat(plain.send(Attacks.bare("GET /sign-in HTTP/1.1", "Host: " + Proxied.NAME)).status()).isEqualTo(200);
    }

    @Test
    void clientGetsNoConnectionOfItsOwnToTheConsole() {
        var answer = new RawHttp(nginx.port("http")).send(Attacks.bare("GET /sign-in HTTP/1.1", "Host: " + Proxied.NAME,
                "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"));

        assertThat(answer.status()).isEqualTo(200);
    }

    private Guest guest(String scheme) {
        return new Guest(client, nginx.root(scheme));
    }

    private CompletableFuture<String> firstFrame(String scheme, String session, String origin) {
        var address = URI.create(nginx.root(scheme).replaceFirst("^http", "ws") + "/live/events");
        var frame = new CompletableFuture<String>();
        var http = HttpClient.newBuilder().sslContext(Tls.trustingEverybody()).build();
        var opening = http.newWebSocketBuilder().header("Cookie", Credentials.COOKIE + "=" + session)
                .header("Origin", origin).buildAsync(address, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                        frame.complete(data.toString());
                        return null;
                    }
                });
        return opening.thenCompose(_ -> frame).whenComplete((_, _) -> http.shutdownNow());
    }
}
