package dev.pm2console.web;

import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.SessionScoped;

import dev.pm2console.live.EventsStream;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;

/// What happens to the daemon and its processes. For whoever is signed in: a viewer is enough.
@SessionScoped
@WebSocket(path = "/live/events")
class EventsSocket {

    private final EventsStream stream;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    EventsSocket(EventsStream stream) {
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
