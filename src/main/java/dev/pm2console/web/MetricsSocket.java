package dev.pm2console.web;

import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.SessionScoped;

import dev.pm2console.live.MetricsStream;
import dev.pm2console.security.ConsoleIdentity;
import dev.pm2console.security.OpenStreams;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;

/// The figures of every tick. For whoever is signed in: a viewer is enough.
@SessionScoped
@WebSocket(path = "/live/metrics")
class MetricsSocket {

    private static final CloseReason OVER = new CloseReason(1008, "you are not signed in any more");

    private final MetricsStream stream;
    private final OpenStreams streams;
    private final SecurityIdentity identity;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    MetricsSocket(MetricsStream stream, OpenStreams streams, SecurityIdentity identity) {
        this.stream = stream;
        this.streams = streams;
        this.identity = identity;
    }

    @OnOpen
    Multi<String> open(WebSocketConnection connection) {
        streams.opened(closed, ConsoleIdentity.credential(identity).orElseThrow(),
                () -> connection.closeAndAwait(OVER));
        return stream.frames(LiveQuery.process(connection.handshakeRequest().query()), closed)
                .select().first(_ -> connection.isOpen()); // nothing is sent between its end and the word of it
    }

    @OnClose
    void close() {
        streams.closed(closed);
        closed.complete(null);
    }
}
