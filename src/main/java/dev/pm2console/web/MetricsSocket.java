package dev.pm2console.web;

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
    private final LiveSession session;

    MetricsSocket(MetricsStream stream, LiveSession session) {
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
