package dev.pm2console.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// A [RealPm2] for the tests in a browser, with a cluster, a process in fork mode, and one that PM2 gave up on.
public final class BrowserPm2Resource implements QuarkusTestResourceLifecycleManager {

    /// A bearer token of the console under test.
    public static final String TOKEN = "0123456789abcdef0123456789abcdef";

    /// Memory that grows, some work for the CPU, and numbered lines.
    private static final String APP = """
            const held = [];
            let lines = 0;
            setInterval(() => {
              console.log('äöü line ' + lines++);
              const until = Date.now() + 20;
              while (Date.now() < until) {}
              held.push(Buffer.alloc(1 << 18, 1));
            }, 250);
            """;
    /// PM2 counts how often it ends before `min_uptime`, which is a second unless told otherwise: short on a busy machine.
    private static final String ECOSYSTEM = """
            {"apps": [
              {"name": "storefront", "script": "app.js", "instances": 2, "exec_mode": "cluster", "namespace": "shop"},
              {"name": "mail-worker", "script": "app.js"},
              {"name": "legacy-sync", "script": "broken.js", "max_restarts": 2, "min_uptime": 60000}
            ]}
            """;

    private RealPm2 pm2;

    @Override
    public Map<String, String> start() {
        pm2 = RealPm2.version(7);
        try {
            Files.writeString(pm2.appsRoot().resolve("app.js"), APP);
            Files.writeString(pm2.appsRoot().resolve("broken.js"), "process.exit(3);\n");
            Files.writeString(pm2.appsRoot().resolve("ecosystem.json"), ECOSYSTEM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pm2.pm2("start", "ecosystem.json");
        pm2.pm2("save");
        var configuration = new HashMap<>(pm2.configuration());
        configuration.put("console.admin-token", TOKEN);
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
