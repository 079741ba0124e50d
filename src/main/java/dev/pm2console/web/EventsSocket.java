package dev.pm2console.web;

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
    private final LiveSession session;

    EventsSocket(EventsStream stream, LiveSession session) {
        this.stream = stream;
        this.session = session;
    }

    @OnOpen
    Multi<String> open(WebSocketConnection connection) {
        var query = LiveQuery.process(connection.handshakeRequest().query());
        return session.open(connection, closed -> stream.frames(query, closed));
    }

    @OnClose
    void close() {
        session.close();
    }
}
