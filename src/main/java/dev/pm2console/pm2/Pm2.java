package dev.pm2console.pm2;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.pm2.wire.Json;
import dev.pm2console.process.DaemonFailure.Unreachable;
import dev.pm2console.process.ProcessManager;

/// One PM2 home, opened: everything that talks to its daemon, put together. Closing it ends the connections and threads,
/// and leaves the daemon alone.
public final class Pm2 implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Pm2.class);

    /// The longest message that is taken from the daemon.
    private static final int MESSAGE_LIMIT = 64 << 20;
    /// A daemon that doesn't tell its list within this time, or within the deadline if that is shorter, is not reachable.
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int EVENT_QUEUE = 10_000;
    private static final long EVENT_QUEUE_BYTES = 16L << 20;

    private final RpcClient rpc;
    private final BusClient bus;
    private final DaemonWatch watch;
    private final ProcessManager manager;

    /// Where a home is, and how to deal with it.
    ///
    /// @param home        the `PM2_HOME`
    /// @param command     the `pm2` command; empty where there is none
    /// @param deadline    for calls and commands
    /// @param environment the console's own, of which the command gets a small part
    /// @param userHome    the home directory of the user who runs the console
    public record Settings(
            Path home, Optional<Path> command, Duration deadline, Map<String, String> environment, Path userHome) {
    }

    /// Opens a home; its daemon need not be there.
    public Pm2(Settings settings) {
        var home = new Pm2Home(settings.home);
        var mapper = new ObjectMapper();
        var hasher = new EnvHasher(new SecureRandom());
        var reader = new ProcessRecordReader(hasher);
        var replies = new ActionReplies(new Json(), mapper);
        var command = new Pm2Command(settings.command, home, settings.deadline, settings.environment, mapper);
        rpc = new RpcClient(home.rpcSocket(), settings.deadline, MESSAGE_LIMIT);
        watch = new DaemonWatch(home, rpc, reader, SILENCE.compareTo(settings.deadline) < 0 ? SILENCE : settings.deadline);
        var logs = new LogFeed();
        bus = new BusClient(home.pubSocket(), MESSAGE_LIMIT, new WakeOnChange(watch, logs));
        bus.attach(logs);
        var calls = new DaemonCalls(rpc, watch, reader);
        var dump = new DumpFile(home, reader, mapper);
        manager = new Pm2ProcessManager(rpc, calls, new DaemonEnd(rpc, watch, settings.deadline), watch,
                new CustomActions(calls, replies), hasher, command, new Launcher(command, dump, watch, mapper), dump,
                new BootScripts(command, home, settings.userHome), mapper, logs);
        var events = bus.subscribe(Set.of(BusPayloads.PROCESS_EVENT, BusPayloads.LOG_DAEMON, ActionReplies.TOPIC), EVENT_QUEUE,
                EVENT_QUEUE_BYTES);
        Thread.ofVirtual().name("pm2-events").start(() -> forward(events, watch, replies));
        watch.start();
        logs.start();
        bus.start();
    }

    /// What the console works with.
    public ProcessManager manager() {
        return manager;
    }

    /// The `pm2` command to use: the one that is configured, else the first on the search path, else the one that the
    /// build installed.
    ///
    /// @param searchPath as `PATH` has it
    public static Optional<Path> findCommand(Optional<Path> configured, String searchPath, Optional<Path> installed) {
        return configured.or(() -> find("pm2", searchPath)).or(() -> installed.filter(Files::isExecutable))
                .map(Path::toAbsolutePath);
    }

    /// What is missing for starting applications, and how to get it; empty where nothing is. What runs already can be
    /// looked after without it.
    public static Optional<String> missing(Optional<Path> command, String searchPath) {
        if (find("node", searchPath).isEmpty()) {
            return Optional.of("There is no Node.js on the PATH, which PM2 and its applications run on: nothing can be started."
                    + " Install Node.js 18 or newer (https://nodejs.org, or your system's package nodejs).");
        }
        return command.isPresent() ? Optional.empty()
                : Optional.of("There is no pm2 command: nothing can be started. Install it (npm install -g pm2), or name it"
                        + " in console.pm2.command.");
    }

    private static Optional<Path> find(String command, String searchPath) {
        return Arrays.stream(searchPath.split(":", -1)).filter(directory -> directory.startsWith("/"))
                .map(directory -> Path.of(directory, command)).filter(Files::isExecutable).findFirst();
    }

    @Override
    public void close() {
        watch.close();
        bus.close();
        rpc.close();
    }

    private static void forward(BusSubscription events, DaemonWatch watch, ActionReplies replies) {
        var payloads = new BusPayloads();
        var skipped = 0L;
        try {
            for (var message = events.take(); message.isPresent(); message = events.take()) {
                try {
                    switch (message.get().topic()) {
                        case ActionReplies.TOPIC -> replies.arrived(message.get());
                        case BusPayloads.LOG_DAEMON -> payloads.daemonNote(message.get()).ifPresent(watch::note);
                        default -> payloads.processEvent(message.get()).ifPresent(watch::note);
                    }
                } catch (RuntimeException e) {
                    LOG.error("a message of the bus could not be dealt with", e);
                }
                if (events.skipped() != skipped) {
                    skipped = events.skipped();
                    LOG.warnf("%d events of PM2 came faster than they could be read, and were lost", skipped);
                    watch.wake();
                }
            }
        } catch (InterruptedException ending) {
            LOG.debug("no more events are read", ending);
        }
    }

    /// The bus notices at once that the daemon came or went.
    private record WakeOnChange(DaemonWatch watch, LogFeed logs) implements BusListener {
        @Override
        public void connected() {
            watch.wakeAtOnce();
        }

        @Override
        public void disconnected(Unreachable why) {
            watch.wakeAtOnce();
            logs.interrupt();
        }
    }
}
