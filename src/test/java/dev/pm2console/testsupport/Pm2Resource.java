package dev.pm2console.testsupport;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// Gives a `@QuarkusTest` a PM2 7 of its own. A test gets the [RealPm2] into a field of that type.
abstract class Pm2Resource implements QuarkusTestResourceLifecycleManager {

    private RealPm2 pm2;

    /// Does what is to be done before the console starts.
    abstract void prepare(RealPm2 fresh);

    /// The console's configuration, besides where its PM2 is.
    abstract Map<String, String> settings();

    @Override
    public final Map<String, String> start() {
        pm2 = RealPm2.version(7);
        prepare(pm2);
        var configuration = new HashMap<>(pm2.configuration());
        configuration.putAll(settings());
        return configuration;
    }

    @Override
    public final void inject(TestInjector injector) {
        injector.injectIntoFields(pm2, new TestInjector.MatchesType(RealPm2.class));
    }

    @Override
    public final void stop() {
        if (pm2 != null) {
            pm2.close();
        }
    }
}
