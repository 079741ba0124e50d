package dev.pm2console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// The directory that applications may be started from, and the guard of its border: every path is followed through its
/// symbolic links before it is believed.
final class AppsRoot {

    private final Path root;
    private final Path logs;

    /// The guard of one directory.
    ///
    /// @param root the apps root
    /// @param logs the log directory of the PM2 home, where applications may write too
    AppsRoot(Path root, Path logs) {
        this.root = root.toAbsolutePath().normalize();
        this.logs = logs.toAbsolutePath().normalize();
    }

    Path path() {
        return root;
    }

    /// An existing directory inside the root, with its links followed.
    ///
    /// @param text absolute, or relative to the root
    Path directory(String field, String text) {
        var directory = existing(field, text, lexically(field, text, root));
        if (!Files.isDirectory(directory)) {
            throw missing(field, text, "is not a directory");
        }
        return directory;
    }

    /// An existing regular file inside the root, with its links followed.
    ///
    /// @param text relative to `cwd`
    Path file(String field, String text, Path cwd) {
        var file = existing(field, text, lexically(field, text, cwd));
        if (!Files.isRegularFile(file)) {
            throw missing(field, text, "is not a regular file");
        }
        return file;
    }

    /// A path inside the root that need not exist.
    ///
    /// @param text absolute, or relative to `cwd`
    Path place(String field, String text, Path cwd) {
        var place = lexically(field, text, cwd);
        requireInside(field, text, followed(field, text, place), real(root));
        return place;
    }

    /// A path for output: inside the root or the log directory, and, where it exists, a regular file and no link.
    ///
    /// @param text absolute, or relative to `cwd`
    Path log(String field, String text, Path cwd) {
        var inLogs = resolve(field, text, cwd).startsWith(logs);
        var file = inLogs ? resolve(field, text, cwd) : lexically(field, text, cwd);
        var directory = followed(field, text, file.getParent());
        requireInside(field, text, directory, inLogs ? followed(field, text, logs) : real(root));
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw missing(field, text, "is not in a directory");
        }
        var real = directory.resolve(file.getFileName());
        if (Files.exists(real, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            throw CommandException.invalid(field, "\"" + text + "\" exists and is not a regular file");
        }
        return real;
    }

    /// Something that is found inside the root, with its links followed; empty where they lead out, or nowhere.
    Optional<Path> inside(Path entry) {
        try {
            return Optional.of(entry.toRealPath()).filter(real -> real.startsWith(real(root)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// The path of something inside the root, relative to it; empty for the root itself.
    String relative(Path path) {
        return (path.startsWith(root) ? root : real(root)).relativize(path).toString();
    }

    /// Resolves without looking at the disk, and refuses what already leads out: whether something exists out there is
    /// nobody's business.
    private Path lexically(String field, String text, Path base) {
        var path = resolve(field, text, base);
        if (!path.startsWith(root) && !path.startsWith(real(root))) {
            throw new CommandException(new Failure.OutsideAppsRoot(field, text, root));
        }
        return path;
    }

    private static Path resolve(String field, String text, Path base) {
        try {
            return base.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw CommandException.invalid(field, "is not a path: " + e.getReason());
        }
    }

    private Path existing(String field, String text, Path path) {
        try {
            var real = path.toRealPath();
            requireInside(field, text, real, real(root));
            return real;
        } catch (IOException e) {
            throw missing(field, text, "does not exist in " + root);
        }
    }

    /// The path with its links followed as far as it exists; what doesn't exist yet has none.
    private static Path followed(String field, String text, Path path) {
        var there = path;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            var real = there.toRealPath();
            if (!there.equals(path) && !Files.isDirectory(real)) {
                throw missing(field, text, "passes through a file as if it were a directory");
            }
            return real.resolve(there.relativize(path)).normalize();
        } catch (IOException brokenLink) {
            throw missing(field, text, "passes through a link that leads nowhere");
        }
    }

    private void requireInside(String field, String text, Path path, Path border) {
        if (!path.startsWith(border)) {
            throw new CommandException(new Failure.OutsideAppsRoot(field, text, root));
        }
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException missing) {
            return directory;
        }
    }

    private static CommandException missing(String field, String text, String reason) {
        return new CommandException(new Failure.ScriptNotFound(field, text, reason));
    }
}
