package dev.pm2console.web;

import jakarta.enterprise.context.SessionScoped;

import dev.pm2console.live.LogsStream;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;

/// What processes write. For whoever is signed in: a viewer is enough.
@SessionScoped
@WebSocket(path = LogsSocket.PATH)
class LogsSocket {

    static final String PATH = "/live/logs";

    private final LogsStream stream;
    private final LiveSession session;

    LogsSocket(LogsStream stream, LiveSession session) {
        this.stream = stream;
        this.session = session;
    }

    @OnOpen
    Multi<String> open(WebSocketConnection connection) {
        var query = LiveQuery.logs(connection.handshakeRequest().query());
        return session.open(connection, closed -> stream.frames(query.query(), query.lines(), closed));
    }

    @OnClose
    void close() {
        session.close();
    }
}
