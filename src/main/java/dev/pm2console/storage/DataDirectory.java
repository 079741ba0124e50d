package dev.pm2console.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jboss.logging.Logger;

/// The directory that belongs to the console alone (mode 0700), with files that nobody else may read (0600): the database,
/// and the key that sessions are kept by.
public final class DataDirectory implements AutoCloseable {

    /// Length of the key in bytes.
    public static final int KEY_LENGTH = 32;

    private static final String DATABASE = "console.db";
    private static final String KEY = "console.key";
    private static final long LEAST_ROOM = 4L << 20;
    private static final Duration LOADED_BY = Duration.ofMinutes(1);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Logger LOG = Logger.getLogger(DataDirectory.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    /// Held here, because a lock that nobody refers to is given back by the collector of garbage.
    private Optional<FileLock> claim = Optional.empty();

    private DataDirectory(Path path) {
        this.path = path;
    }

    /// Makes the directory where there is none. One that more people may enter is closed to them.
    ///
    /// @throws StorageException if it can't be made, or if everybody may write to it: what is in there may be anybody's then
    public static DataDirectory open(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        try {
            if (!Files.exists(absolute)) {
                Files.createDirectories(absolute.getParent());
                create(absolute);
            }
            if (!Files.isDirectory(absolute)) {
                throw new StorageException(absolute, "is no directory: console.data names one for the console alone");
            }
            closeToOthers(absolute);
        } catch (IOException e) {
            throw new StorageException(absolute, "can't be used for the console's data (console.data)", e);
        }
        return new DataDirectory(absolute);
    }

    /// Where it is.
    public Path path() {
        return path;
    }

    /// The database file, which exists and belongs to the owner alone when this returns.
    public Path database() {
        return file(DATABASE, new byte[0]);
    }

    /// The driver unpacks its library, and SQLite has a file for its memory: where there is no room for these, they fail with
    /// whatever comes first.
    void requireRoom() {
        try {
            requireRoom(Files.getFileStore(path).getUsableSpace());
        } catch (IOException e) {
            throw new StorageException(path, "can't be read", e);
        }
    }

    void requireRoom(long free) {
        if (free < LEAST_ROOM) {
            throw new StorageException(path, "is on a disk with " + free / 1024 + " KB left, and the console needs "
                    + LEAST_ROOM / 1024 + " KB to start: make room there");
        }
    }

    /// Whether a console has been at work here before: its key is there.
    boolean wasUsed() {
        return Files.exists(path.resolve(KEY));
    }

    /// Whether there is something in the database file.
    boolean hasDatabase() {
        try {
            var file = path.resolve(DATABASE);
            return Files.exists(file) && Files.size(file) > 0;
        } catch (IOException e) {
            throw new StorageException(path, "can't be read", e);
        }
    }

    /// Gives the database file, and what SQLite keeps beside it, another name. Nobody else may be at work on it, and so only
    /// whoever has claimed the directory does that.
    ///
    /// @return the new name
    Path setDatabaseAside(Instant now) {
        if (claim.isEmpty()) {
            throw new IllegalStateException(path + " is not claimed");
        }
        var aside = path.resolve(DATABASE + ".damaged-" + STAMP.format(now));
        try {
            for (var suffix : List.of("-wal", "-shm", "")) { // the file itself last: until then it is still to be done
                var file = path.resolve(DATABASE + suffix);
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    restrict(file, OWNER_FILE);
                    Files.move(file, path.resolve(aside.getFileName() + suffix));
                }
            }
        } catch (IOException e) {
            throw new StorageException(path.resolve(DATABASE), "is damaged, and can't be kept aside", e);
        }
        return aside;
    }

    /// Removes copies of its library that the driver left behind because it was killed. Those of a moment ago may be another
    /// program's, on the way to be loaded.
    void removeLeftLibraries(Instant now) {
        try (var files = Files.newDirectoryStream(path, "sqlite-*-*sqlitejdbc*")) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LOADED_BY))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warnf("what the database's driver left in %s could not be removed: %s", path, e.getMessage());
        }
    }

    /// The secret that sessions and forms are signed with. It is made at the first call, and the same ever after.
    public byte[] key(SecureRandom random) {
        var fresh = new byte[KEY_LENGTH];
        random.nextBytes(fresh);
        var file = file(KEY, fresh);
        try {
            var key = Files.readAllBytes(file);
            if (key.length != KEY_LENGTH) {
                throw new StorageException(file, "is not a key of " + KEY_LENGTH
                        + " bytes: delete it to have a new one; everybody has to sign in again then");
            }
            return key;
        } catch (IOException e) {
            throw new StorageException(file, "can't be read", e);
        }
    }

    /// Keeps every other console out until this is closed: each remembers in memory what it has written.
    ///
    /// @throws StorageException if another console has it
    public void claim() {
        var file = file("console.lock", new byte[0]);
        try {
            // open until the end: closing it would give the lock back
            var channel = FileChannel.open(file, StandardOpenOption.WRITE);
            claim = Optional.ofNullable(channel.tryLock());
            if (claim.isEmpty()) {
                channel.close();
                throw inUse();
            }
        } catch (OverlappingFileLockException e) {
            throw inUse();
        } catch (IOException e) {
            throw new StorageException(file, "can't be locked", e);
        }
    }

    /// Gives a claim back.
    @Override
    public void close() {
        try {
            if (claim.isPresent()) {
                claim.get().acquiredBy().close();
            }
        } catch (IOException e) {
            throw new StorageException(path, "can't be given back", e);
        }
    }

    private StorageException inUse() {
        return new StorageException(path, "is in use by another console: give each a directory of its own (console.data)");
    }

    /// A file that is either whole or not there.
    private Path file(String name, byte[] firstContent) {
        var file = path.resolve(name);
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                var temporary = Files.createTempFile(path, name, ".new", ownerOnly(file, OWNER_FILE));
                Files.write(temporary, firstContent);
                try {
                    Files.createLink(file, temporary); // fails where somebody else was faster, and theirs counts
                } catch (FileAlreadyExistsException theirs) {
                    LOG.debugf("%s was made by another process", file);
                } catch (UnsupportedOperationException | FileSystemException noLinks) {
                    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
                }
                Files.deleteIfExists(temporary);
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new StorageException(file, "is no regular file");
            }
            restrict(file, OWNER_FILE);
            return file;
        } catch (IOException e) {
            throw new StorageException(file, "can't be made", e);
        }
    }

    private static void create(Path directory) throws IOException {
        try {
            Files.createDirectory(directory, ownerOnly(directory, OWNER_ONLY));
        } catch (FileAlreadyExistsException meanwhile) {
            LOG.debugf("%s was made by another process", directory);
        }
    }

    private static void closeToOthers(Path directory) throws IOException {
        if (isPosix(directory)) {
            if (Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new StorageException(directory, "is writable for everybody, so what is in it may be anybody's. Look at"
                        + " what is in there, then: chmod 700 " + directory);
            }
            restrict(directory, OWNER_ONLY);
        }
    }

    private static void restrict(Path file, Set<PosixFilePermission> wanted) throws IOException {
        if (isPosix(file) && !wanted.containsAll(Files.getPosixFilePermissions(file))) {
            LOG.warnf("%s was open to other users; from now on it is not", file);
            Files.setPosixFilePermissions(file, wanted);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file, Set<PosixFilePermission> permissions) {
        return isPosix(file) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(permissions) }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
    }
}
