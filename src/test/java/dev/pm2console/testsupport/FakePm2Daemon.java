package dev.pm2console.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.pm2console.pm2.wire.AmpArgument;
import dev.pm2console.pm2.wire.AmpMessage;
import dev.pm2console.pm2.wire.AmpReader;
import dev.pm2console.pm2.wire.BusMessage;
import dev.pm2console.pm2.wire.Json;
import dev.pm2console.pm2.wire.RpcReply;
import dev.pm2console.pm2.wire.RpcRequest;

/// A PM2 daemon that does as the test says, on real sockets in a temporary home of its own.
///
/// ```
/// try (var daemon = FakePm2Daemon.start()) {
///     daemon.on("getVersion", call -> call.reply("7.0.4"));
///     daemon.on("stopProcessId", call -> call.error("process id unknown"));
///     daemon.on("getReport", call -> {});                  // never answers
///     daemon.publish("log:out", Map.of("data", "hello"));
///     daemon.stop();                                       // the sockets vanish
///     daemon.restart();                                    // and return
/// }
/// ```
///
/// A method without a script is refused, as PM2 does. Scripts run on the connection's thread, in the order in which the
/// requests came; a [Call] may be kept and answered later, from any thread.
public final class FakePm2Daemon implements AutoCloseable {

    private static final int BUFFER = 64 << 10;

    private final Path home;
    private final Json json = new Json();
    private final Map<String, Consumer<Call>> scripts = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<SocketChannel> rpcClients = new CopyOnWriteArrayList<>();
    private final List<SocketChannel> busClients = new CopyOnWriteArrayList<>();
    private final List<Server> servers = new CopyOnWriteArrayList<>();
    private volatile boolean reading = true;

    private FakePm2Daemon(Path home) {
        this.home = home;
    }

    /// A daemon that listens.
    public static FakePm2Daemon start() {
        var daemon = stopped();
        daemon.restart();
        return daemon;
    }

    /// A home without a daemon; [#restart] starts one.
    public static FakePm2Daemon stopped() {
        try {
            return new FakePm2Daemon(Files.createTempDirectory("pm2c"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path home() {
        return home;
    }

    public Path rpcSocket() {
        return home.resolve("rpc.sock");
    }

    public Path pubSocket() {
        return home.resolve("pub.sock");
    }

    /// What happens when the method is called.
    public void on(String method, Consumer<Call> script) {
        scripts.put(method, script);
    }

    /// From now on no request is read, like a daemon that was sent SIGSTOP. Before a client connects.
    public void stopReading() {
        reading = false;
    }

    /// The calls received, oldest first.
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /// How many RPC connections are open.
    public int rpcConnections() {
        return rpcClients.size();
    }

    /// How many bus connections are open, as far as this side has noticed.
    public int busConnections() {
        return busClients.size();
    }

    /// Tells all listeners.
    ///
    /// @param payload a map or record
    public void publish(String topic, Object payload) {
        publishBytes(new BusMessage(topic, json.write(payload)).toMessage().toBuffer());
    }

    /// Tells all listeners something that may make no sense.
    public void publishBytes(ByteBuffer bytes) {
        busClients.removeIf(client -> !reaches(client, bytes.duplicate()));
    }

    public void dropRpcConnections() {
        drop(rpcClients);
    }

    public void dropBusConnections() {
        drop(busClients);
    }

    /// Ends all connections and takes the socket files away.
    public void stop() {
        servers.forEach(Server::close);
        servers.clear();
        dropRpcConnections();
        dropBusConnections();
        delete(rpcSocket());
        delete(pubSocket());
    }

    /// Like [#stop], but leaves the socket files behind, as a daemon that was sent SIGKILL does.
    public void crash() {
        servers.forEach(Server::close);
        servers.clear();
        dropRpcConnections();
        dropBusConnections();
    }

    /// Listens (again).
    public void restart() {
        stop();
        reading = true;
        listen(rpcSocket(), rpcClients, this::serve);
        listen(pubSocket(), busClients, client -> {
            while (client.read(ByteBuffer.allocate(1)) >= 0) {
                // a listener has nothing to say; the end of its connection is what is waited for
            }
        });
    }

    @Override
    public void close() {
        stop();
        delete(home);
    }

    /// A request that was received.
    public final class Call {
        private final RpcRequest request;
        private final SocketChannel client;

        private Call(RpcRequest request, SocketChannel client) {
            this.request = request;
            this.client = client;
        }

        public String method() {
            return request.method();
        }

        public List<Object> args() {
            return request.args();
        }

        public String id() {
            return request.id();
        }

        public void reply(Object... results) {
            send(RpcReply.Result.of(id(), json, results).toMessage().toBuffer());
        }

        public void error(String error) {
            send(new RpcReply.Failure(id(), error).toMessage(json).toBuffer());
        }

        /// Answers with a body of any JSON, or of none.
        public void body(String text) {
            var id = new AmpArgument.Text(id());
            send(AmpMessage.of(new AmpArgument.Blob(ByteBuffer.wrap(Bytes.utf8("j:" + text))), id).toBuffer());
        }

        /// Sends bytes that may make no sense.
        public void send(ByteBuffer bytes) {
            if (!reaches(client, bytes)) {
                rpcClients.remove(client);
            }
        }

        public void hangUp() {
            rpcClients.remove(client);
            FakePm2Daemon.close(client);
        }
    }

    /// A socket that is listened on, and the thread that does.
    private record Server(ServerSocketChannel channel, Thread thread) {

        /// Returns when nobody can connect any more, which is not before the thread has noticed.
        void close() {
            FakePm2Daemon.close(channel);
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// What is done with a connection, until its end.
    private interface Conversation {
        void hold(SocketChannel client) throws IOException;
    }

    private void listen(Path path, List<SocketChannel> clients, Conversation conversation) {
        try {
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
            servers.add(new Server(server, Thread.ofVirtual().start(() -> accept(server, clients, conversation))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(ServerSocketChannel server, List<SocketChannel> clients, Conversation conversation) {
        try {
            while (true) {
                var client = server.accept();
                clients.add(client);
                if (!server.isOpen()) {
                    drop(clients); // it came in while the daemon was being stopped
                }
                Thread.ofVirtual().start(() -> {
                    try (client) {
                        conversation.hold(client);
                    } catch (IOException gone) {
                        // that was that
                    } finally {
                        clients.remove(client);
                    }
                });
            }
        } catch (IOException stopped) {
            // no more connections
        }
    }

    private void serve(SocketChannel client) throws IOException {
        if (!reading) {
            awaitEnd(client);
            return;
        }
        var in = new AmpReader(client, BUFFER, AmpReader.DEFAULT_LIMIT);
        for (var message = AmpMessage.read(in); message.isPresent(); message = AmpMessage.read(in)) {
            var call = new Call(RpcRequest.parse(message.get(), json), client);
            calls.add(call);
            var unknown = "method \"" + call.method() + "\" does not exist";
            scripts.getOrDefault(call.method(), refused -> refused.error(unknown)).accept(call);
        }
    }

    /// Holds the connection without reading, until the daemon is stopped.
    private static void awaitEnd(SocketChannel client) {
        try {
            while (client.isOpen()) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean reaches(SocketChannel client, ByteBuffer bytes) {
        synchronized (client) {
            try {
                while (bytes.hasRemaining()) {
                    client.write(bytes);
                }
                return true;
            } catch (IOException gone) {
                return false;
            }
        }
    }

    /// Closes what is there now, and nothing that comes meanwhile.
    private static void drop(List<SocketChannel> clients) {
        var present = List.copyOf(clients);
        clients.removeAll(present);
        present.forEach(FakePm2Daemon::close);
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
