package dev.pm2console.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import jakarta.enterprise.context.SessionScoped;

import org.jboss.logging.Logger;

import dev.pm2console.security.ConsoleIdentity;
import dev.pm2console.security.OpenStreams;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;

/// One open socket of a live stream: how long it may stay.
@SessionScoped
class LiveSession {

    private static final Logger LOG = Logger.getLogger(LiveSession.class);

    private static final CloseReason SIGNED_OUT = new CloseReason(1008, "you are not signed in any more");
    private static final CloseReason STOPPING = new CloseReason(1001, "the console is stopping");

    private final OpenStreams streams;
    private final SecurityIdentity identity;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    LiveSession(OpenStreams streams, SecurityIdentity identity) {
        this.streams = streams;
        this.identity = identity;
    }

    /// The stream's frames, as long as the socket is open, its credential is valid, and the console goes on.
    ///
    /// @param frames makes them, until the stage it is given has ended
    Multi<String> open(WebSocketConnection connection, Function<CompletionStage<?>, Multi<String>> frames) {
        streams.opened(closed, ConsoleIdentity.credential(identity).orElseThrow(),
                why -> connection.close(switch (why) {
                    case SIGNED_OUT -> SIGNED_OUT;
                    case CONSOLE_STOPS -> STOPPING;
                }).onFailure().invoke(gone -> LOG.debugf(gone, "%s had gone already", connection.id()))
                        .onFailure().recoverWithNull().await().indefinitely());
        return frames.apply(closed).select().first(_ -> connection.isOpen()); // nothing is sent between its end and the
                                                                              // word of it
    }

    void close() {
        streams.closed(closed);
        closed.complete(null);
    }
}
