package dev.pm2console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.pm2console.accounts.Secret;
import dev.pm2console.testsupport.Certificate;
import dev.pm2console.testsupport.Patience;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;

/// Requests that go out, on real sockets.
class WebSenderTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final Vertx vertx = Vertx.vertx();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void messageArrivesUnderTheNameThatWasAskedFor() {
        var sender = sender(List.of("hooks.example"), name -> List.of(loopback()));
        var address = WebAddress.parse("http://hooks.example:" + receiver.port() + "/a?b=c");

        var outcome = sender.post(address, BODY, Optional.of(new Secret("Bearer abc")));

        assertThat(outcome).isEqualTo(new Outcome.Delivered("it answered 200"));
        assertThat(receiver.received()).hasSize(1);
        var came = receiver.received().getFirst();
        assertThat(came.path()).isEqualTo("/a?b=c");
        assertThat(came.body()).isEqualTo("{}");
        assertThat(came.headers()).containsEntry("Host", List.of("hooks.example:" + receiver.port()))
                .containsEntry("Authorization", List.of("Bearer abc"))
                .containsEntry("Content-type", List.of("application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "localhost", "localhost.", "[::1]", "[::ffff:127.0.0.1]", "[0:0:0:0:0:0:0:1]",
            "127.0.0.2", "0.0.0.0", "169.254.169.254", "10.0.0.1" })
    void otherThanPublicAddressesAreRefusedUnlessAllowed(String host) {
        var sender = sender(List.of(), name -> List.of(InetAddress.getAllByName(name)));

        var outcome = sender.post(WebAddress.parse("http://" + host + ":" + receiver.port() + "/"), BODY, Optional.empty());

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void oneBadAddressAmongGoodOnesIsEnough() {
        var sender = sender(List.of(),
                name -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("::ffff:127.0.0.1")));

        var outcome = sender.post(WebAddress.parse("http://mixed.example:" + receiver.port() + "/"), BODY, Optional.empty());

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void nameIsLookedUpOnceForEachMessage() {
        var lookUps = new AtomicInteger();
        // public at first, and this machine whenever somebody asks again
        var sender = sender(List.of("203.0.113.0/24"), name -> lookUps.getAndIncrement() == 0
                ? List.of(InetAddress.getByName("203.0.113.1"))
                : List.of(loopback()));
        var address = WebAddress.parse("http://rebinding.example:" + receiver.port() + "/");

        var first = sender.post(address, BODY, Optional.empty());
        var asked = lookUps.get();
        var second = sender.post(address, BODY, Optional.empty());

        assertThat(asked).isEqualTo(1);
        assertThat(first).isInstanceOf(Outcome.Failed.class);
        assertThat(second).isInstanceOf(Outcome.Refused.class);
        assertThat(receiver.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "301", "302", "307", "308" })
    void redirectIsNotFollowed(int status) {
        var outcome = sender().post(WebAddress.parse(here("/" + status)), BODY, Optional.of(new Secret("Bearer abc")));

        assertThat(outcome)
                .isEqualTo(new Outcome.Refused("it answered " + status + ", a redirect, which is not followed"));
        assertThat(receiver.received()).extracting(Receiver.Received::path).containsExactly("/" + status);
    }

    @Test
    void answersThatMayChangeAreTriedAgainAndOthersNot() {
        assertThat(sender().post(WebAddress.parse(here("/500")), BODY, Optional.empty()))
                .isEqualTo(new Outcome.Failed("it answered 500"));
        assertThat(sender().post(WebAddress.parse(here("/429")), BODY, Optional.empty()))
                .isEqualTo(new Outcome.Failed("it answered 429"));
        assertThat(sender().post(WebAddress.parse(here("/404")), BODY, Optional.empty()))
                .isEqualTo(new Outcome.Refused("it answered 404"));
    }

    @Test
    void longAnswerIsCutOff() {
        assertThat(sender().post(WebAddress.parse(here("/huge")), BODY, Optional.empty()))
                .isEqualTo(new Outcome.Delivered("it answered 200"));
    }

    @Test
    void longMessageIsNotSent() {
        assertThat(sender().post(WebAddress.parse(here("/")), new byte[WebSender.MOST_SENT + 1], Optional.empty()))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void whoNeverAnswersIsGivenUp() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var sender = new WebSender(vertx, route(List.of("127.0.0.1"), name -> List.of(loopback())), Duration.ofSeconds(1),
                    WebSender.options());

            var outcome = sender.post(WebAddress.parse("http://127.0.0.1:" + silent.getLocalPort() + "/"), BODY,
                    Optional.empty());

            assertThat(outcome).isEqualTo(new Outcome.Failed("no answer within 1 second"));
        }
    }

    @Test
    void whatHasNoAddressOrNoListenerIsTriedAgain() throws IOException {
        int port;
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThat(sender().post(WebAddress.parse("http://127.0.0.1:" + port + "/"), BODY, Optional.empty()))
                .isEqualTo(new Outcome.Failed("it can't be reached"));
        var lost = sender(List.of(), name -> {
            throw new UnknownHostException("https://secret");
        });
        assertThat(lost.post(WebAddress.parse("http://nowhere.example/"), BODY, Optional.empty()))
                .isEqualTo(new Outcome.Failed("its host has no address"));
    }

    @Test
    void certificateHasToBeTrustedAndForTheNameThatWasAskedFor(@TempDir Path directory) {
        var certificate = Certificate.make(directory, "hooks", "hooks.example");
        var names = new CopyOnWriteArrayList<String>();
        var server = vertx.createHttpServer(new HttpServerOptions().setSsl(true).setSni(true).setHost("127.0.0.1").setPort(0)
                .setKeyCertOptions(new PemKeyCertOptions().setCertPath(certificate.file().toString())
                        .setKeyPath(certificate.key().toString())))
                .requestHandler(request -> {
                    names.add(request.connection().indicatedServerName());
                    request.response().end();
                }).listen().toCompletionStage().toCompletableFuture().join();
        var path = ":" + server.actualPort() + "/";
        Resolver resolver = name -> List.of(loopback());
        var allowed = List.of("127.0.0.0/8");
        var trusting = new WebSender(vertx, route(allowed, resolver), Patience.LONG, WebSender.options()
                .setTrustOptions(new PemTrustOptions().addCertPath(certificate.file().toString())));
        var bad = new Outcome.Failed("its certificate is not valid, or TLS failed");

        assertThat(sender(allowed, resolver).post(WebAddress.parse("https://hooks.example" + path), BODY, Optional.empty()))
                .isEqualTo(bad);
        assertThat(trusting.post(WebAddress.parse("https://other.example" + path), BODY, Optional.empty())).isEqualTo(bad);
        assertThat(trusting.post(WebAddress.parse("https://hooks.example" + path), BODY, Optional.empty()))
                .isEqualTo(new Outcome.Delivered("it answered 200"));
        assertThat(names).containsExactly("hooks.example");
    }

    @Test
    void portsOfOtherServicesAreRefused() {
        var sender = sender(List.of(), name -> List.of(InetAddress.getByName("1.1.1.1")));

        assertThat(sender.post(WebAddress.parse("http://mail.example:25/"), BODY, Optional.empty()))
                .isInstanceOf(Outcome.Refused.class);
    }

    private String here(String path) {
        return "http://127.0.0.1:" + receiver.port() + path;
    }

    private WebSender sender() {
        return sender(List.of("127.0.0.0/8"), name -> List.of(InetAddress.getAllByName(name)));
    }

    private WebSender sender(List<String> allowed, Resolver resolver) {
        return new WebSender(vertx, route(allowed, resolver), Patience.LONG, WebSender.options());
    }

    private static Route route(List<String> allowed, Resolver resolver) {
        return new Route(new AllowedHosts(allowed), resolver);
    }

    private static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
    }
}
