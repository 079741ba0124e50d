package dev.pm2console;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Where the executable begins.
@QuarkusMain
public final class Main {

    private Main() {
    }

    public static void main(String... arguments) {
        Quarkus.run(arguments);
    }
}
