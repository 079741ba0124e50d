package dev.pm2console.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/// An nginx as this machine has it, with a configuration, files and ports of its own. Where there is none, the tests that need
/// one are skipped, and say so.
public final class Nginx implements AutoCloseable {

    private static final String LISTENS = "listen 443 ssl http2;";
    private static final List<String> TEMPORARY = List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi");

    private final Process process;
    private final int plainPort;
    private final int tlsPort;

    private Nginx(Process process, int plainPort, int tlsPort) {
        this.process = process;
        this.plainPort = plainPort;
        this.tlsPort = tlsPort;
    }

    /// Starts one, which listens with and without TLS.
    ///
    /// @param documented what people put inside of `http`
    /// @param changes    what has to be different in that, as text
    public static Nginx start(Path directory, String documented, Map<String, String> changes) {
        var command = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx")
                .map(Path::of).filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(command.isPresent(), "no nginx on this machine");
        var plain = freePort();
        var tls = freePort();
        try {
            var server = replaced(documented, LISTENS,
                    "listen 127.0.0.1:" + tls + " ssl http2;\n    listen 127.0.0.1:" + plain + ";");
            for (var change : changes.entrySet()) {
                server = replaced(server, change.getKey(), change.getValue());
            }
            var file = Files.writeString(directory.resolve("nginx.conf"), around(directory, server));
            var log = directory.resolve("nginx.log");
            var process = new ProcessBuilder(command.get().toString(), "-p", directory.toString(), "-c", file.toString(), "-e",
                    directory.resolve("error.log").toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            var nginx = new Nginx(process, plain, tls);
            Patience.await().until(() -> !process.isAlive() || nginx.listens());
            if (!process.isAlive()) {
                throw new IllegalStateException("nginx did not start: " + Files.readString(log));
            }
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port(String scheme) {
        return scheme.equals("https") ? tlsPort : plainPort;
    }

    /// Its address, without a slash at the end.
    public String root(String scheme) {
        return scheme + "://localhost:" + port(scheme);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), plainPort)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String around(Path directory, String server) {
        var text = new StringBuilder("daemon off;\npid " + directory.resolve("nginx.pid") + ";\nevents {\n}\nhttp {\n"
                + "access_log off;\n");
        TEMPORARY.forEach(it -> text.append(it).append("_temp_path ").append(directory.resolve(it)).append(";\n"));
        return text.append(server).append("}\n").toString();
    }

    private static String replaced(String text, String what, String by) {
        if (!text.contains(what)) {
            throw new IllegalStateException("the documented configuration has no " + what);
        }
        return text.replace(what, by);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
