package dev.pm2console.testsupport;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// A PM2 that was never run, and a console that was started in the project's directory as the README says: the examples are
/// inside its apps root.
public final class FreshPm2Resource implements QuarkusTestResourceLifecycleManager {

    private RealPm2 pm2;

    @Override
    public Map<String, String> start() {
        pm2 = RealPm2.version(7);
        var configuration = new HashMap<>(pm2.configuration());
        configuration.put("console.apps.root", Path.of("").toAbsolutePath().toString());
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
