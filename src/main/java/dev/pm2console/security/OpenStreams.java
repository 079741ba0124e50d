package dev.pm2console.security;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.pm2console.jobs.Jobs;
import io.quarkus.runtime.StartupEvent;

/// Ends what goes on for long when its credential ends: a live stream is no way to stay when one was signed out, disabled or
/// revoked.
@Singleton
public class OpenStreams {

    private final Credentials credentials;
    private final Map<Object, Open> open = new ConcurrentHashMap<>();

    private record Open(Credential credential, Runnable end) {
    }

    OpenStreams(Credentials credentials) {
        this.credentials = credentials;
    }

    /// Runs `end`, within about a second, when the credential has ended.
    ///
    /// @param stream by which it is known to [#closed]
    public void opened(Object stream, Credential credential, Runnable end) {
        open.put(stream, new Open(credential, end));
    }

    /// The stream is over.
    public void closed(Object stream) {
        open.remove(stream);
    }

    void schedule(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("streams", Duration.ofSeconds(1), this::check);
    }

    private void check() {
        open.forEach((stream, it) -> {
            if (!credentials.isValid(it.credential)) {
                closed(stream);
                Thread.startVirtualThread(it.end); // so that one that is slow to go does not keep the others
            }
        });
    }
}
