package dev.pm2console.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

/// Keeps what is to be told until the next page is asked for, for a minute at most. The browser holds only a number that
/// means nothing.
@Singleton
class Notices {

    /// The cookie that holds the number.
    static final String COOKIE = "pm2-console-notice";
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private record Kept(List<Notice> notices, Instant until) {
    }

    Notices(InstantSource clock) {
        this.clock = clock;
    }

    /// Keeps notices for the next page.
    ///
    /// @return the cookie to send
    NewCookie keep(List<Notice> notices) {
        var now = clock.instant();
        kept.values().removeIf(it -> it.until.isBefore(now));
        var number = UUID.randomUUID().toString();
        kept.put(number, new Kept(List.copyOf(notices), now.plus(KEPT)));
        return new NewCookie.Builder(COOKIE).value(number).path("/").maxAge((int) KEPT.toSeconds()).httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT).build();
    }

    /// What was kept under the cookie's number, once.
    List<Notice> take(Optional<String> number) {
        return number.flatMap(it -> Optional.ofNullable(kept.remove(it))).map(Kept::notices).orElse(List.of());
    }
}
