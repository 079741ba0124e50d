package dev.pm2console.web;

import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.SessionScoped;

import dev.pm2console.live.EventsStream;
import dev.pm2console.security.ConsoleIdentity;
import dev.pm2console.security.OpenStreams;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;

/// What happens to the daemon and its processes. For whoever is signed in: a viewer is enough.
@SessionScoped
@WebSocket(path = "/live/events")
class EventsSocket {

    private static final CloseReason OVER = new CloseReason(1008, "you are not signed in any more");

    private final EventsStream stream;
    private final OpenStreams streams;
    private final SecurityIdentity identity;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    EventsSocket(EventsStream stream, OpenStreams streams, SecurityIdentity identity) {
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
