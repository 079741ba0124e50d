package dev.pm2console.alerts;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import org.jboss.logging.Logger;

import dev.pm2console.accounts.Secret;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/// Posts JSON to a web address: to exactly the network address that [Route] let pass, under the name that was asked for (in
/// `Host`, for TLS and its certificate). Follows no redirect, uses no proxy, keeps no connection, takes little of an answer and
/// gives nothing of it on but the status. Blocks, at most for [#WHOLE]; belongs on a virtual thread.
final class WebSender {

    /// The most bytes of a message.
    static final int MOST_SENT = 16 * 1024;

    private static final Logger LOG = Logger.getLogger(WebSender.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(10);
    private static final int MOST_READ = 8 * 1024;
    private static final int MOST_TRIED = 3;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;

    private final Route route;
    private final HttpClient client;
    private final Duration whole;

    WebSender(Vertx vertx, Route route) {
        this(vertx, route, WHOLE, options());
    }

    WebSender(Vertx vertx, Route route, Duration whole, HttpClientOptions options) {
        this.route = route;
        this.whole = whole;
        this.client = vertx.createHttpClient(options);
    }

    static HttpClientOptions options() {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setConnectTimeout((int) CONNECT.toMillis())
                .setMaxInitialLineLength(MOST_READ)
                .setMaxHeaderSize(MOST_READ)
                .setMaxChunkSize(MOST_READ)
                .setMaxPoolSize(Bounds.CHANNELS * 2)
                .setMaxWaitQueueSize(Bounds.CHANNELS * 2)
                .setVerifyHost(true);
    }

    Outcome post(WebAddress address, byte[] json, Optional<Secret> authorization) {
        if (json.length > MOST_SENT) {
            return new Outcome.Refused("the message has more than " + MOST_SENT + " bytes");
        }
        var until = System.nanoTime() + whole.toNanos();
        return switch (route.to(address)) {
            case Route.Way.Closed(var why) -> why;
            case Route.Way.Open(var addresses) -> addresses.stream().limit(MOST_TRIED)
                    .map(to -> post(address, to, json, authorization, until)).flatMap(Optional::stream).findFirst()
                    .orElse(new Outcome.Failed("it can't be reached"));
        };
    }

    void close() {
        client.close();
        route.close();
    }

    /// Empty where nothing was sent because there was no connection.
    private Optional<Outcome> post(WebAddress address, InetAddress to, byte[] json, Optional<Secret> authorization,
            long until) {
        var options = new RequestOptions().setMethod(HttpMethod.POST).setSsl(address.secure())
                .setServer(SocketAddress.inetSocketAddress(address.port(), to.getHostAddress()))
                .setHost(address.host()).setPort(address.port()).setURI(address.rest()).setFollowRedirects(false)
                .putHeader("Host", address.authority()).putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "PM2-Console").putHeader("Accept", "*/*");
        authorization.ifPresent(it -> options.putHeader("Authorization", it.text()));
        var sent = new CompletableFuture<HttpClientRequest>();
        client.request(options).onSuccess(request -> {
            if (!sent.complete(request)) {
                request.reset(); // too late
            }
        }).onFailure(sent::completeExceptionally);
        try {
            var request = within(sent, until);
            try {
                var status = status(request, json);
                return Optional.of(outcome(within(status, until)));
            } finally {
                request.reset();
            }
        } catch (TimeoutException e) {
            sent.cancel(false);
            return Optional.of(new Outcome.Failed("no answer within " + Wording.duration(whole)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Outcome.Failed("the console ends"));
        } catch (ExecutionException e) {
            LOG.debugf("an alert could not be sent: %s", e.getCause().getClass().getName());
            return failure(e.getCause());
        }
    }

    private static CompletableFuture<Integer> status(HttpClientRequest request, byte[] json) {
        var done = new CompletableFuture<Integer>();
        request.exceptionHandler(done::completeExceptionally);
        request.response().onSuccess(response -> read(response, done)).onFailure(done::completeExceptionally);
        request.send(Buffer.buffer(json)).onFailure(done::completeExceptionally);
        return done;
    }

    /// Lets the other side end its answer in peace, as long as that is short.
    private static void read(HttpClientResponse response, CompletableFuture<Integer> done) {
        var left = new int[] { MOST_READ };
        response.handler(part -> {
            left[0] -= part.length();
            if (left[0] < 0) {
                done.complete(response.statusCode());
            }
        });
        response.exceptionHandler(_ -> done.complete(response.statusCode())); // the status is what counts
        response.endHandler(_ -> done.complete(response.statusCode()));
    }

    private static <T> T within(CompletableFuture<T> what, long until)
            throws InterruptedException, ExecutionException, TimeoutException {
        return what.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private static Outcome outcome(int status) {
        var answered = "it answered " + status;
        return switch (status / 100) {
            case 2 -> new Outcome.Delivered(answered);
            case 3 -> new Outcome.Refused(answered + ", a redirect, which is not followed");
            case 4 -> status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT || status == TOO_EARLY
                    ? new Outcome.Failed(answered)
                    : new Outcome.Refused(answered);
            default -> new Outcome.Failed(answered);
        };
    }

    /// In words of our own: messages of exceptions may quote addresses.
    private static Optional<Outcome> failure(Throwable e) {
        if (causedBy(e, SSLException.class)) {
            return Optional.of(new Outcome.Failed("its certificate is not valid, or TLS failed"));
        }
        if (causedBy(e, ConnectException.class) || causedBy(e, UnknownHostException.class)) {
            return Optional.empty();
        }
        return Optional.of(new Outcome.Failed("the connection broke, or what came was no HTTP"));
    }

    private static boolean causedBy(Throwable e, Class<? extends Throwable> kind) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
