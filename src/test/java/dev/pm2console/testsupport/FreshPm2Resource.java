package dev.pm2console.testsupport;

import java.nio.file.Path;
import java.util.Map;

/// A PM2 that was never run, and a console that was started in the project's directory as the README says: the examples are
/// inside its apps root.
public final class FreshPm2Resource extends Pm2Resource {

    @Override
    void prepare(RealPm2 fresh) {
        // it stays so
    }

    @Override
    Map<String, String> settings() {
        return Map.of("console.apps.root", Path.of("").toAbsolutePath().toString());
    }
}
