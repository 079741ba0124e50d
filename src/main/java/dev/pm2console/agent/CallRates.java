package dev.pm2console.agent;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// How many tools each token calls. A whole minute's calls may come at once; after that they come back one by one.
@Singleton
class CallRates {

    private static final long MINUTE_NS = Duration.ofMinutes(1).toNanos();

    /// So many are remembered before those who have all their calls again are forgotten: tokens come and go.
    private static final int MOST = 2_000;

    private final int perMinute;
    private final LongSupplier nanoTime;
    private final Map<String, Long> fullAgain = new ConcurrentHashMap<>();

    @Inject
    CallRates(AgentConfig config) {
        this(config.callsPerMinute(), System::nanoTime);
    }

    CallRates(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
    }

    int perMinute() {
        return perMinute;
    }

    /// Takes one call from what the caller has left.
    ///
    /// @param caller one of those who may come in
    /// @return in how many seconds there is a call again; empty where there was one
    OptionalLong take(String caller) {
        var now = nanoTime.getAsLong();
        if (fullAgain.size() > MOST) {
            fullAgain.values().removeIf(at -> at - now < 0);
        }
        var each = MINUTE_NS / perMinute;
        var wait = new long[1];
        fullAgain.compute(caller, (_, at) -> {
            var from = at == null || at - now < 0 ? now : at;
            wait[0] = from + each - now - MINUTE_NS;
            return wait[0] > 0 ? from : from + each;
        });
        return wait[0] > 0 ? OptionalLong.of(Math.ceilDiv(wait[0], Duration.ofSeconds(1).toNanos())) : OptionalLong.empty();
    }
}
