package dev.pm2console.security;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/// Requests that are not answered yet. When the console stops it takes no more, and waits for those that change something. What
/// is being read (a download, a search, a stream) is waited for only as long as a page takes. The framework's own way would
/// wait for every socket that was ever opened.
@Singleton
public class OpenRequests {

    /// Before anybody else is told that the console stops, and after all were.
    private static final int FIRST = 1;
    private static final int LAST = 10_000;
    private static final Duration FOR_A_PAGE = Duration.ofSeconds(2);
    private static final long LOOK_MS = 20;
    private static final int UNAVAILABLE = 503;

    private final Set<HttpServerResponse> reads = ConcurrentHashMap.newKeySet();
    private final Set<HttpServerResponse> writes = ConcurrentHashMap.newKeySet();
    private final Duration patience;
    private volatile boolean stopping;

    OpenRequests(SecurityConfig config) {
        this.patience = config.stopTimeout();
    }

    void count(RoutingContext context, boolean changes) {
        var response = context.response();
        var counted = changes ? writes : reads;
        counted.add(response);
        context.addEndHandler(_ -> counted.remove(response));
    }

    /// Answers a request, where the console stops. To be asked after it was counted: so none is taken and not waited for.
    boolean refused(RoutingContext context) {
        if (stopping) {
            context.response().setStatusCode(UNAVAILABLE).putHeader("Connection", "close").putHeader("Retry-After", "10")
                    .putHeader("Content-Type", "text/plain; charset=utf-8").end("The console is stopping.\n");
        }
        return stopping;
    }

    void refuse(@Observes @Priority(FIRST) ShutdownDelayInitiatedEvent stops) {
        stopping = true;
    }

    void await(@Observes @Priority(LAST) ShutdownDelayInitiatedEvent stops) throws InterruptedException {
        await(writes, patience);
        await(reads, FOR_A_PAGE.compareTo(patience) < 0 ? FOR_A_PAGE : patience);
        reads.forEach(HttpServerResponse::reset); // whoever writes one finds that out, while there is a console to end in
        await(reads, FOR_A_PAGE);
    }

    /// Waits until those that change something are answered, when nothing keeps them from it any more.
    public void awaitAnswers() throws InterruptedException {
        await(writes, FOR_A_PAGE);
    }

    private static void await(Set<HttpServerResponse> open, Duration atMost) throws InterruptedException {
        var until = System.nanoTime() + atMost.toNanos();
        while (!open.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(LOOK_MS);
        }
    }
}
