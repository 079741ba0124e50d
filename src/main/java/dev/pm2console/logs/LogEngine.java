package dev.pm2console.logs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import dev.pm2console.process.DaemonListener;
import dev.pm2console.process.DaemonStatus;
import dev.pm2console.process.LogListener;
import dev.pm2console.process.LogPiece;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessId;

/// Makes numbered lines of what processes write, keeps the last of them ([LogRings]) and tells them on.
public final class LogEngine implements LogListener, DaemonListener, AutoCloseable {

    private static final String EXIT = "exit";
    private static final Duration TICK = LineAssembler.SILENCE.dividedBy(4);

    private final LogRings rings;
    private final InstantSource clock;
    private final List<Consumer<LogBatch>> listeners = new CopyOnWriteArrayList<>();
    private final Thread flusher = Thread.ofVirtual().name("log-tails").unstarted(this::flushTails);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition tailsExist = lock.newCondition();
    // guarded by the lock
    private final Map<Source, LineAssembler> assemblers = new HashMap<>();
    private long seq;

    private final AtomicLong lost = new AtomicLong();
    private volatile Duration lag = Duration.ZERO;

    private record Source(ProcessId id, boolean outgoing, LogStream stream) {
        static Source of(LogPiece piece) {
            return new Source(piece.id(), piece.outgoing(), piece.stream());
        }
    }

    /// @param rings where the last lines are kept
    LogEngine(LogRings rings, InstantSource clock) {
        this.rings = rings;
        this.clock = clock;
    }

    /// Begins to end lines that get no line end.
    void start() {
        flusher.start();
    }

    /// From now on `listener` gets every batch, on the thread that made it and in order: it returns at once. The lines are in
    /// the rings by then.
    public void listen(Consumer<LogBatch> listener) {
        listeners.add(listener);
    }

    /// From when the daemon read the last output to when it was here.
    public Duration lag() {
        return lag;
    }

    /// Lines that never came here, as far as they could be counted.
    public long lost() {
        return lost.get();
    }

    @Override
    public void logs(List<LogPiece> pieces) {
        var now = clock.instant();
        lag = pieces.isEmpty() ? Duration.ZERO : Duration.between(pieces.getLast().at(), now);
        tell(lines -> {
            for (var piece : pieces) {
                assemblers.computeIfAbsent(Source.of(piece), _ -> new LineAssembler(piece)).take(piece, now, lines);
            }
        });
    }

    @Override
    public void logsInterrupted() {
        tell(lines -> {
            assemblers.values().forEach(it -> it.flush(lines));
            assemblers.clear();
        });
    }

    @Override
    public void processEvent(ProcessEvent event) {
        if (event.event().equals(EXIT)) {
            tell(lines -> assemblers.forEach((source, it) -> {
                if (event.id().filter(source.id::equals).isPresent()) {
                    it.flush(lines);
                }
            }));
        }
    }

    @Override
    public void daemonChanged(DaemonStatus status) {
        // what was written stays readable, whoever is there
    }

    @Override
    public void listChanged() {
        // what a process that is gone wrote is forgotten only when its memory is needed
    }

    @Override
    public void close() {
        flusher.interrupt();
    }

    private void flushTails() {
        try {
            while (true) {
                awaitTails();
                Thread.sleep(TICK);
                var now = clock.instant();
                tell(lines -> assemblers.values().forEach(it -> it.flush(now, lines)));
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitTails() throws InterruptedException {
        lock.lock();
        try {
            while (assemblers.values().stream().noneMatch(LineAssembler::hasTail)) {
                tailsExist.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void tell(Consumer<Numbering> work) {
        lock.lock();
        try {
            var made = new Numbering();
            work.accept(made);
            if (!made.lines.isEmpty() || !made.lost.isEmpty()) {
                rings.add(made.lines);
                var batch = new LogBatch(made.lines, made.lost);
                listeners.forEach(it -> it.accept(batch));
            }
            tailsExist.signal();
        } finally {
            lock.unlock();
        }
    }

    private final class Numbering implements LineAssembler.Lines {

        private final List<LogLine> lines = new ArrayList<>();
        private final List<LogBatch.Lost> lost = new ArrayList<>();

        @Override
        public OptionalLong number() {
            return OptionalLong.of(++seq);
        }

        @Override
        public void line(LogLine line) {
            lines.add(line);
        }

        @Override
        public void lost(LogPiece of, long count) {
            LogEngine.this.lost.addAndGet(count);
            lost.add(new LogBatch.Lost(of.id(), of.name(), of.stream(), count));
        }
    }
}
