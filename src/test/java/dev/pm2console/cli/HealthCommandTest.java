package dev.pm2console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpServer;

class HealthCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer console;
    private volatile int status = 200;

    @BeforeEach
    void listen() throws IOException {
        console = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        console.createContext("/q/health", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://elsewhere.example/");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        console.start();
    }

    @AfterEach
    void close() {
        console.stop(0);
    }

    @Test
    void consoleThatServesIsUp() {
        assertThat(health(console.getAddress().getPort())).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("up");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 503, 404, 307, 204 })
    void anyOtherAnswerIsNot(int answer) {
        status = answer;

        assertThat(health(console.getAddress().getPort())).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).singleElement().asString().endsWith("/q/health answers " + answer);
    }

    @Test
    void nobodyWhoListensIsToldInOneSentence() {
        var port = console.getAddress().getPort();
        console.stop(0);

        assertThat(health(port)).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("does not answer");
    }

    @Test
    void consoleThatIsSilentIsNotWaitedForForEver() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(health(silent.getLocalPort(), "--timeout", "1")).isEqualTo(1);
        }
        assertThat(err.toString().lines()).singleElement().asString().contains("does not answer");
    }

    private int health(int port, String... options) {
        var address = URI.create("http://127.0.0.1:" + port + "/q/health");
        var place = new Place(() -> {
            throw new AssertionError("the data directory was opened");
        }, _ -> {
            throw new AssertionError("a password was asked for");
        }, () -> {
            throw new AssertionError("the installation was looked at");
        }, () -> address, "1.2.3");
        var words = new ArrayList<>(List.of("health"));
        words.addAll(List.of(options));
        return ConsoleCommand.run(place, new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }
}
