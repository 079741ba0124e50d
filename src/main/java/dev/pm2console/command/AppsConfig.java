package dev.pm2console.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What may be started, and from where.
@ConfigMapping(prefix = "console.apps")
public interface AppsConfig {

    /// The directory that scripts are started from, and nothing outside it; the working directory where it isn't set.
    Optional<Path> root();

    /// What may run a script, by the name of the command; `none` means that the script runs by itself.
    @WithDefault("node,bun,python3,bash,none")
    List<String> interpreters();

    /// The interpreter arguments that may be given. One that ends in `=` has to be given with a value; without that mark an
    /// argument that needs a value would take the script's path for it.
    @WithDefault("--max-old-space-size=,--max-semi-space-size=,--max-http-header-size=,--enable-source-maps,"
            + "--no-warnings,--disable-warning=,--no-deprecation,--trace-warnings,--trace-deprecation,--trace-uncaught,"
            + "--trace-exit,--trace-sigint,--throw-deprecation,--stack-trace-limit=,--unhandled-rejections=,--expose-gc")
    List<String> nodeArgs();

    /// Environment variables that may be set although they can load foreign code.
    Optional<List<String>> envAllowed();
}
