package dev.pm2console.web;

import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.SessionScoped;

import dev.pm2console.live.MetricsStream;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;

/// The figures of every tick. For whoever is signed in: a viewer is enough.
@SessionScoped
@WebSocket(path = "/live/metrics")
class MetricsSocket {

    private final MetricsStream stream;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    MetricsSocket(MetricsStream stream) {
        this.stream = stream;
    }

    @OnOpen
    Multi<String> open(WebSocketConnection connection) {
        return stream.frames(LiveQuery.process(connection.handshakeRequest().query()), closed)
                .select().first(_ -> connection.isOpen()); // nothing is sent between its end and the word of it
    }

    @OnClose
    void close() {
        closed.complete(null);
    }
}
