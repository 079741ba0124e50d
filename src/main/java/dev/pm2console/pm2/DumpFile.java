package dev.pm2console.pm2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;
import dev.pm2console.process.SavedList;

/// `dump.pm2`: the list that PM2 brings back after a reboot. It holds complete environments, so it is written for its
/// owner's eyes only, and read through [ProcessRecordReader], which takes no values.
final class DumpFile {

    /// A dump larger than this is not PM2's.
    private static final long MAX_SIZE = 256L * 1024 * 1024;
    /// What PM2 leaves out of a saved record: it is given anew when the process comes back.
    private static final List<String> NOT_SAVED = List.of("instances", "pm_id", "prev_restart_delay");

    private final Pm2Home home;
    private final ProcessRecordReader reader;
    private final ObjectMapper json;

    /// What was read last, so that a file that did not change is not read again.
    private volatile Optional<Cached> cached = Optional.empty();

    private record Cached(Instant modified, long size, Optional<SavedList> list) {
    }

    DumpFile(Pm2Home home, ProcessRecordReader reader, ObjectMapper json) {
        this.home = home;
        this.reader = reader;
        this.json = json;
    }

    /// Writes PM2's own records as they are, whole or not at all, and keeps the file that was there as `.bak`.
    ///
    /// @param records what `getMonitorData` answered
    void write(JsonNode records) {
        var saved = json.createArrayNode();
        for (var entry : records) {
            if (entry.get("pm2_env") instanceof ObjectNode record && !record.path("pmx_module").asBoolean()) {
                saved.add(record.remove(NOT_SAVED));
            }
        }
        try {
            if (Files.exists(home.dump())) {
                replace(home.dumpBackup(), Files.readAllBytes(home.dump()));
            }
            replace(home.dump(), json.writerWithDefaultPrettyPrinter().writeValueAsBytes(saved));
        } catch (IOException e) {
            throw new DaemonException(new DaemonFailure.Refused("save", home.dump() + " could not be written"), e);
        }
    }

    /// What it holds; empty where it does not exist or can't be understood.
    Optional<SavedList> read() {
        try {
            var modified = Files.getLastModifiedTime(home.dump()).toInstant();
            var size = Files.size(home.dump());
            var known = cached.filter(last -> last.modified.equals(modified) && last.size == size);
            if (known.isPresent()) {
                return known.get().list;
            }
            var list = parse(modified, size);
            cached = Optional.of(new Cached(modified, size, list));
            return list;
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private Optional<SavedList> parse(Instant modified, long size) {
        if (size > MAX_SIZE) {
            return Optional.empty();
        }
        try (var parser = json.createParser(home.dump().toFile())) {
            return Optional.of(new SavedList(modified, reader.dump(parser)));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        var temporary = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }
}
