package dev.pm2console.testsupport;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// Gives a `@QuarkusTest` a PM2 7 with a daemon of its own, a free port and an administrator's token. A test gets the
/// [RealPm2] into a field of that type.
public final class RealPm2Resource implements QuarkusTestResourceLifecycleManager {

    /// What `CONSOLE_ADMIN_TOKEN` is.
    public static final String TOKEN = "the-token-of-the-tests-0123456789abcdef";

    private RealPm2 pm2;

    @Override
    public Map<String, String> start() {
        pm2 = RealPm2.version(7).checkingMemoryEvery(Duration.ofSeconds(2)).startDaemon();
        var configuration = new HashMap<>(pm2.configuration());
        configuration.put("console.admin-token", TOKEN);
        configuration.put("quarkus.http.test-port", "0");
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(pm2, new TestInjector.MatchesType(RealPm2.class));
    }

    @Override
    public void stop() {
        if (pm2 != null) {
            pm2.close();
        }
    }
}
