package dev.pm2console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.UserChange;
import dev.pm2console.testsupport.People;
import dev.pm2console.testsupport.RawHttp;
import dev.pm2console.testsupport.RawWebSocket;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// What a client can do to the live streams, and whether anybody else notices. None of it may stop the figures of others.
@QuarkusTest
@TestProfile(Guarded.class)
@Timeout(60)
class SocketAttacksTest {

    private static final String TOKEN = "Authorization: Bearer " + Guarded.ADMIN_TOKEN;

    @TestHTTPResource
    URI root;
    @Inject
    Accounts accounts;

    @Test
    void frameOf10MegabytesEndsItsSocketOnly() throws Exception {
        try (var bystander = open(); var attacker = open()) {
            attacker.frame(0x80 | RawWebSocket.TEXT, true, 10 << 20, new byte[10 << 20]);

            assertThat(attacker.untilClosed().closeCode()).isIn(0, 1002, 1009);
            isServed(bystander);
        }
    }

    @Test
    void claimOfAnEndlessFrameEndsItsSocket() throws Exception {
        try (var attacker = open()) {
            attacker.frame(0x80 | RawWebSocket.TEXT, true, Long.MAX_VALUE, new byte[100]);

            assertThat(attacker.untilClosed().closeCode()).isIn(0, 1002, 1009);
        }
    }

    /// A message of which the end never comes: nobody waits for it, so each part is dropped as it comes.
    @Test
    void endlessMessageDisturbsNobody() throws Exception {
        Thread sending;
        try (var bystander = open(); var attacker = open()) {
            sending = Thread.startVirtualThread(() -> sendEndlessly(attacker));

            isServed(bystander);
            isServed(bystander);
        }
        sending.join();
    }

    private static void sendEndlessly(RawWebSocket attacker) {
        try {
            attacker.frame(RawWebSocket.TEXT, true, 60_000, new byte[60_000]);
            while (!attacker.isHungUpEarly()) {
                attacker.frame(0, true, 60_000, new byte[60_000]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "first byte {0}")
    @ValueSource(ints = { 0x83, 0x8f, 0x80 })
    void framesThatBreakTheProtocolEndTheirSocket(int first) throws Exception {
        try (var attacker = open()) {
            attacker.frame(first, true, 4, new byte[4]);

            assertThat(attacker.untilClosed().closeCode()).isIn(0, 1002);
        }
    }

    /// Flags of extensions that were not agreed on: the framework lets them pass, and nobody reads the text.
    @ParameterizedTest(name = "first byte {0}")
    @ValueSource(ints = { 0xc1, 0xf1 })
    void flagsOfUnknownExtensionsDisturbNobody(int first) throws Exception {
        try (var bystander = open(); var attacker = open()) {
            attacker.frame(first, true, 4, new byte[4]);

            isServed(bystander);
            isServed(bystander);
        }
    }

    @Test
    void unmaskedFrameEndsItsSocket() throws Exception {
        try (var attacker = open()) {
            attacker.frame(0x80 | RawWebSocket.TEXT, false, 2, new byte[] { 'h', 'i' });

            assertThat(attacker.untilClosed().closeCode()).isIn(0, 1002);
        }
    }

    @Test
    void longControlFrameEndsItsSocket() throws Exception {
        try (var attacker = open()) {
            attacker.frame(RawWebSocket.PING, new byte[126]);

            assertThat(attacker.untilClosed().closeCode()).isIn(0, 1002);
        }
    }

    @Test
    void textThatNobodyAskedForChangesNothing() throws Exception {
        try (var chatty = open()) {
            for (var text : List.of("{}", "{\"type\":\"kill\"}", "\0\0", "[".repeat(10_000))) {
                chatty.frame(RawWebSocket.TEXT, text.getBytes(StandardCharsets.UTF_8));
            }

            isServed(chatty);
        }
    }

    @Test
    void floodOfPingsDisturbsNobody() throws Exception {
        try (var bystander = open(); var attacker = open()) {
            for (var i = 0; i < 5_000; i++) {
                attacker.frame(RawWebSocket.PING, new byte[8]);
            }

            isServed(bystander);
        }
    }

    @Test
    void clientThatNeverReadsDisturbsNobody() throws Exception {
        var silent = new ArrayList<RawWebSocket>();
        try (var bystander = open()) {
            for (var i = 0; i < 50; i++) {
                silent.add(open());
            }

            isServed(bystander);
            isServed(bystander);
        } finally {
            for (var socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void thousandIdleConnectionsKeepNobodyOut() throws Exception {
        var idle = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 1_000; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), root.getPort());
                socket.getOutputStream().write("GET / HTTP/1.1\r\nX-".getBytes(StandardCharsets.UTF_8));
                idle.add(socket);
            }

            var answer = new RawHttp(root.getPort()).send(Attacks.bare("GET /api/v1/status HTTP/1.1",
                    "Host: localhost:" + root.getPort(), TOKEN));

            assertThat(answer.status()).isEqualTo(200);
        } finally {
            for (var socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void streamEndsWithTheSessionThatOpenedIt() throws Exception {
        var session = People.session(accounts, "sam", Role.VIEWER);
        try (var stream = open("Cookie: pm2-console-session=" + session, origin())) {
            isServed(stream);

            accounts.signOut(accounts.bySession(session).orElseThrow().session());

            assertThat(stream.untilClosed().closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void streamEndsWhenItsUserIsDisabled() throws Exception {
        try (var stream = open("Cookie: pm2-console-session=" + People.session(accounts, "tina", Role.ADMIN), origin())) {
            isServed(stream);

            People.session(accounts, "another-admin", Role.ADMIN);
            accounts.changeUser("tina", new UserChange(Optional.empty(), Optional.empty(), Optional.of(true), false));

            assertThat(stream.untilClosed().closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void streamEndsWithItsToken() throws Exception {
        var token = accounts.issueToken("short-lived", Role.VIEWER, Optional.empty(), "test");
        try (var stream = open("Authorization: Bearer " + token.secret().text())) {
            isServed(stream);

            accounts.revokeToken(token.token().id());

            assertThat(stream.untilClosed().closeCode()).isEqualTo(1008);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "?process=", "?process=a&process=b", "?grep=(((((", "?token=" + Guarded.ADMIN_TOKEN,
            "?process=%zz",
            "?process=%00" })
    void queryThatIsNoneIsRefused(String query) {
        assertThatThrownBy(() -> new RawWebSocket(root.getPort(), "/live/metrics" + query, TOKEN).close())
                .isInstanceOf(IOException.class).hasMessageContaining("HTTP/1.1 400");
    }

    private RawWebSocket open(String... headers) throws IOException {
        return new RawWebSocket(root.getPort(), "/live/metrics", headers.length == 0 ? new String[] { TOKEN } : headers);
    }

    private String origin() {
        return "Origin: http://localhost:" + root.getPort();
    }

    private static void isServed(RawWebSocket socket) throws IOException {
        assertThat(socket.next().text()).contains("\"type\":\"metrics\"");
    }
}
