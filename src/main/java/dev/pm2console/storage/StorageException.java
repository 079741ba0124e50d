package dev.pm2console.storage;

import java.nio.file.Path;

/// What is kept can't be read or written. The message says which file it is and what to do.
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path path;
    private final Trouble trouble;

    StorageException(Path path, String problem) {
        super(path + " " + problem);
        this.path = path;
        this.trouble = Trouble.OTHER;
    }

    StorageException(Path path, Trouble trouble, Throwable cause) {
        super(path + " " + trouble.words() + ": " + cause.getMessage(), cause);
        this.path = path;
        this.trouble = trouble;
    }

    StorageException(Path path, String problem, Throwable cause) {
        super(path + " " + problem + ": " + cause.getMessage(), cause);
        this.path = path;
        this.trouble = Trouble.OTHER;
    }

    /// Whether the same may work later: the disk is full or the file is locked, say, and nothing is wrong with what was to be
    /// written.
    public boolean mayPass() {
        return trouble != Trouble.OTHER;
    }

    boolean isDamage() {
        return trouble == Trouble.DAMAGED;
    }

    /// The file or directory that it is about.
    public Path path() {
        return path;
    }
}
