package dev.pm2console.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/// A PM2 for the tests in a browser, with a cluster, a process in fork mode, and one that PM2 gave up on.
public final class BrowserPm2Resource extends Pm2Resource {

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

    @Override
    void prepare(RealPm2 fresh) {
        try {
            Files.writeString(fresh.appsRoot().resolve("app.js"), APP);
            Files.writeString(fresh.appsRoot().resolve("broken.js"), "process.exit(3);\n");
            Files.writeString(fresh.appsRoot().resolve("ecosystem.json"), ECOSYSTEM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fresh.pm2("start", "ecosystem.json");
        fresh.pm2("save");
    }

    @Override
    Map<String, String> settings() {
        return Map.of("console.admin-token", TOKEN);
    }
}
