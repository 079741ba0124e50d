package dev.pm2console.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.inject.Singleton;

import dev.pm2console.command.AppsConfig;

/// The examples that come with the console.
@Singleton
class Examples {

    static final String FILE = "ecosystem.json";
    /// From where the console is started, as its README says.
    private static final Path DIRECTORY = Path.of("examples");

    private final Path root;

    Examples(AppsConfig apps) {
        this.root = apps.root().orElse(Path.of(""));
    }

    /// Where they are; empty where they are not at hand.
    Optional<Path> directory() {
        return Optional.of(DIRECTORY.toAbsolutePath()).filter(it -> Files.isRegularFile(it.resolve(FILE)));
    }

    /// The file, relative to the apps root; empty where it is outside: then the console may not start it.
    Optional<String> inAppsRoot() {
        return directory().flatMap(directory -> {
            try {
                var border = root.toRealPath();
                var file = directory.resolve(FILE).toRealPath();
                return Optional.of(file).filter(it -> it.startsWith(border)).map(it -> border.relativize(it).toString());
            } catch (IOException gone) {
                return Optional.empty();
            }
        });
    }
}
