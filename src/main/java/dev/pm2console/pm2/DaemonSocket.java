package dev.pm2console.pm2;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

import dev.pm2console.process.DaemonFailure.Unreachable;
import dev.pm2console.process.DaemonState;

/// One of the daemon's Unix-domain sockets.
record DaemonSocket(Path path) {

    /// Tells the present socket file from a later one at the same path.
    record Identity(Optional<Object> key, long modified) {
    }

    /// A channel to connect. Closing it from any thread ends whatever another thread does with it.
    SocketChannel open() throws IOException {
        return SocketChannel.open(StandardProtocolFamily.UNIX);
    }

    void connect(SocketChannel channel) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(path));
    }

    /// Empty where there is no file.
    Optional<Identity> identity() {
        try {
            var attributes = attributes();
            return Optional.of(new Identity(Optional.ofNullable(attributes.fileKey()),
                    attributes.lastModifiedTime().toMillis()));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException hidden) {
            return Optional.of(new Identity(Optional.empty(), 0)); // what hides it is for connect() to find out
        }
    }

    /// What a failed attempt to connect means. (The exception's own text may be in any language, so the file is asked.)
    Unreachable explain(IOException failure) {
        if (failure instanceof ConnectException) {
            return new Unreachable("no PM2 daemon listens on " + path, DaemonState.DOWN);
        }
        try {
            attributes();
        } catch (NoSuchFileException absent) {
            return absent();
        } catch (IOException hidden) {
            return denied("its directory can't be entered");
        }
        return denied(String.valueOf(failure.getMessage()));
    }

    Unreachable absent() {
        return new Unreachable("no PM2 daemon runs: there is no " + path, DaemonState.DOWN);
    }

    private Unreachable denied(String why) {
        return new Unreachable("can't connect to " + path + ": " + why, DaemonState.UNREACHABLE);
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }
}
