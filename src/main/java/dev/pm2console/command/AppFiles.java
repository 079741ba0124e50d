package dev.pm2console.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.command.FileResults.Entry;
import dev.pm2console.command.FileResults.Kind;

/// Looks at what there is to start. What leads out of the apps root is not there.
final class AppFiles {

    /// So many are shown.
    private static final int MOST = 500;
    /// So many are looked at, to show the likeliest of them.
    private static final int MOST_READ = 10_000;
    private static final int LARGEST = 256 * 1024;
    private static final String MANIFEST = "package.json";
    private static final Set<String> SCRIPTS = Set.of("js", "mjs", "cjs", "ts", "mts", "cts", "tsx", "py", "sh");

    private final AppsRoot root;
    private final ObjectMapper json;

    AppFiles(AppsRoot root, ObjectMapper json) {
        this.root = root;
        this.json = json;
    }

    <R> Object run(FileCommand<R> command) {
        return switch (command) {
            case FileCommand.ListDirectory it -> list(it.directory());
            case FileCommand.ReadEcosystem it -> read(it.file());
        };
    }

    /// Hidden files and installed packages are left out.
    private FileResults.Listing list(String text) {
        var directory = root.directory("directory", text);
        var found = new ArrayList<Entry>();
        var unread = false;
        try (var entries = Files.newDirectoryStream(directory)) {
            for (var entry : entries) {
                if (found.size() == MOST_READ) {
                    unread = true;
                    break;
                }
                entry(directory, entry).ifPresent(found::add);
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw unreadable("directory", text);
        }
        var main = main(directory);
        main.ifPresent(it -> found.removeIf(entry -> entry.path().equals(it.path())));
        main.ifPresent(found::add);
        found.sort(Comparator.comparing(Entry::kind).thenComparing(Entry::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Entry::name));
        return new FileResults.Listing(root.path().toString(), root.relative(directory), root.relative(home(directory)),
                found.stream().limit(MOST).toList(), Math.max(found.size() - MOST, 0) + (unread ? 1 : 0));
    }

    private Optional<Entry> entry(Path directory, Path entry) {
        var name = entry.getFileName().toString();
        return name.startsWith(".") || name.equals("node_modules") ? Optional.empty()
                : root.inside(entry).flatMap(AppFiles::kind).map(kind -> new Entry(kind, name,
                        root.relative(directory.resolve(name))));
    }

    private static Optional<Kind> kind(Path real) {
        if (Files.isDirectory(real)) {
            return Optional.of(Kind.DIRECTORY);
        }
        if (!Files.isRegularFile(real)) {
            return Optional.empty();
        }
        var name = real.getFileName().toString();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var program = name.contains(".") ? SCRIPTS.contains(ending) : Files.isExecutable(real);
        return Optional.of(program ? Kind.SCRIPT : ending.equals("json") ? Kind.ECOSYSTEM : Kind.FILE);
    }

    /// What `package.json` says is started, where that is a file.
    private Optional<Entry> main(Path directory) {
        try {
            var manifest = root.file("directory", MANIFEST, directory);
            if (Files.size(manifest) > LARGEST) {
                return Optional.empty();
            }
            var named = json.readTree(Files.readString(manifest)).path("main").asText();
            if (named.isEmpty() || named.startsWith("/")) {
                return Optional.empty();
            }
            var file = directory.resolve(named).normalize();
            root.file("directory", named, directory);
            return file.startsWith(directory)
                    ? Optional.of(new Entry(Kind.MAIN, directory.relativize(file).toString(), root.relative(file)))
                    : Optional.empty();
        } catch (CommandException | IOException none) {
            return Optional.empty();
        }
    }

    private Path home(Path directory) {
        for (var at = directory; at != null && root.inside(at).isPresent(); at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(MANIFEST))) {
                return at;
            }
        }
        return directory;
    }

    private FileResults.EcosystemFile read(String text) {
        var file = root.file("file", text, root.directory("file", "."));
        if (!file.getFileName().toString().endsWith(".json")) {
            throw CommandException.invalid("file", "ends in .json");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw CommandException.invalid("file", "has at most " + LARGEST / 1024 + " KiB");
            }
            return new FileResults.EcosystemFile(root.relative(file.getParent()), Files.readString(file));
        } catch (CharacterCodingException notText) {
            throw CommandException.invalid("file", "is text in UTF-8");
        } catch (IOException e) {
            throw unreadable("file", text);
        }
    }

    private static CommandException unreadable(String field, String text) {
        return new CommandException(new Failure.ScriptNotFound(field, text, "can't be read by the console"));
    }
}
