package dev.pm2console.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.pm2console.jobs.Jobs;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;

/// Ends what goes on for long when its credential ends (a live stream is no way to stay when one was signed out, disabled or
/// revoked), and when the console does.
@Singleton
public class OpenStreams {

    /// How long those who listen may take to say goodbye when the console stops.
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Credentials credentials;
    private final Map<Object, Open> open = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    /// Why a stream is ended.
    public enum End {
        /// Its credential is worth nothing any more.
        SIGNED_OUT,
        /// The console stops.
        CONSOLE_STOPS
    }

    private record Open(Credential credential, Consumer<End> end) {
    }

    OpenStreams(Credentials credentials) {
        this.credentials = credentials;
    }

    /// Runs `end` when the credential has ended, within about a second, or when the console stops.
    ///
    /// @param stream by which it is known to [#closed]
    public void opened(Object stream, Credential credential, Consumer<End> end) {
        open.put(stream, new Open(credential, end));
        if (stopping) { // it came in while the others were told
            end(stream, End.CONSOLE_STOPS);
        }
    }

    /// The stream is over.
    public void closed(Object stream) {
        open.remove(stream);
    }

    void schedule(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("streams", Duration.ofSeconds(1), this::check);
    }

    /// Ends all of them, each as quickly as its other end takes it.
    void stop(@Observes ShutdownDelayInitiatedEvent stops) throws InterruptedException {
        stopping = true;
        var goodbyes = open.keySet().stream().map(stream -> end(stream, End.CONSOLE_STOPS)).flatMap(Optional::stream).toList();
        var until = System.nanoTime() + GOODBYE.toNanos();
        for (var goodbye : goodbyes) {
            goodbye.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        }
    }

    private void check() {
        open.forEach((stream, it) -> {
            if (!credentials.isValid(it.credential)) {
                end(stream, End.SIGNED_OUT);
            }
        });
    }

    /// On a thread of its own, so that one that is slow to go does not keep the others.
    private Optional<Thread> end(Object stream, End why) {
        return Optional.ofNullable(open.remove(stream)).map(it -> Thread.startVirtualThread(() -> it.end.accept(why)));
    }
}
