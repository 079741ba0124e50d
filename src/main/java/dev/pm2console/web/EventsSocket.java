package dev.pm2console.web;

import dev.pm2console.live.EventsStream;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;

/// What happens to the daemon and its processes. For whoever is signed in: a viewer is enough.
@WebSocket(path = "/live/events")
class EventsSocket {

    private final EventsStream stream;

    EventsSocket(EventsStream stream) {
        this.stream = stream;
    }

    @OnOpen
    Multi<String> open(WebSocketConnection connection) {
        return stream.frames(LiveQuery.process(connection.handshakeRequest().query()))
                .select().first(_ -> connection.isOpen()); // the end of the connection ends the stream
    }
}
