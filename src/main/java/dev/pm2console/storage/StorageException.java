package dev.pm2console.storage;

import java.nio.file.Path;

/// What is kept can't be read or written. The message says which file it is and what to do.
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path path;

    StorageException(Path path, String problem) {
        super(path + " " + problem);
        this.path = path;
    }

    StorageException(Path path, String problem, Throwable cause) {
        super(path + " " + problem + ": " + cause.getMessage(), cause);
        this.path = path;
    }

    /// The file or directory that it is about.
    public Path path() {
        return path;
    }
}
