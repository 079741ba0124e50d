package dev.pm2console.pm2;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import dev.pm2console.process.DaemonNote;
import dev.pm2console.process.ProcessId;

/// Reads a line of the daemon's own log, as PM2 5 to 7 write them. Names in it are anybody's, so what follows a name is looked
/// for from the end.
final class DaemonLine {

    /// A longer line is none of those that are known here.
    private static final int LONGEST = 8_000;
    private static final String APP = "App [";
    private static final String EXITED = "] exited with code [";
    private static final String SIGNAL = "] via signal [";
    private static final String STOPPING = "Stopping app:";
    private static final String ID = " id:";
    private static final String WORKER = "[PM2][WORKER] Process ";
    private static final String MEMORY = "current_memory=";
    private static final String LIMIT = "max_memory_limit=";
    private static final String CHANGED = "Change detected on path ";
    private static final String FOR_APP = " for app ";
    private static final String RESTARTING = " - restarting";
    private static final String WILL_RESTART = "] will restart in ";

    private DaemonLine() {
    }

    /// What the line says; empty where that is nothing of interest.
    static Optional<DaemonNote> read(Instant at, String text) {
        var line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        if (line.startsWith(APP)) {
            return exited(at, line).or(() -> willRestart(at, line));
        }
        if (line.startsWith(STOPPING)) {
            return stopping(at, line);
        }
        if (line.startsWith(WORKER)) {
            return overMemory(at, line);
        }
        return line.startsWith(CHANGED) ? fileChanged(at, line) : Optional.empty();
    }

    private static Optional<DaemonNote> exited(Instant at, String line) {
        var code = line.lastIndexOf(EXITED);
        var signal = line.indexOf(SIGNAL, Math.max(0, code));
        if (code < 0 || signal < 0 || !line.endsWith("]")) {
            return Optional.empty();
        }
        var number = number(line.substring(code + EXITED.length(), signal));
        var name = line.substring(signal + SIGNAL.length(), line.length() - 1);
        return number.isEmpty() || name.length() > 20 ? Optional.empty()
                : whose(line.substring(APP.length(), code), ":")
                        .map(it -> new DaemonNote.Exited(at, it.name, it.id, (int) number.getAsLong(), name));
    }

    private static Optional<DaemonNote> willRestart(Instant at, String line) {
        var in = line.lastIndexOf(WILL_RESTART);
        if (in < 0 || !line.endsWith("ms")) {
            return Optional.empty();
        }
        var delay = number(line.substring(in + WILL_RESTART.length(), line.length() - 2));
        return delay.isEmpty() ? Optional.empty()
                : whose(line.substring(APP.length(), in), ":").flatMap(Whose::id)
                        .map(id -> new DaemonNote.WillRestart(at, id, Duration.ofMillis(delay.getAsLong())));
    }

    private static Optional<DaemonNote> stopping(Instant at, String line) {
        return whose(line.substring(STOPPING.length()), ID).map(it -> new DaemonNote.Stopping(at, it.name, it.id));
    }

    private static Optional<DaemonNote> overMemory(Instant at, String line) {
        var id = digits(line, WORKER.length());
        var memory = digits(line, line.indexOf(MEMORY) + MEMORY.length());
        var limit = digits(line, line.indexOf(LIMIT) + LIMIT.length());
        return line.contains(MEMORY) && line.contains(LIMIT) && id.isPresent() && memory.isPresent() && limit.isPresent()
                && id.getAsLong() <= Integer.MAX_VALUE
                        ? Optional.of(new DaemonNote.OverMemory(at, new ProcessId((int) id.getAsLong()), memory.getAsLong(),
                                limit.getAsLong()))
                        : Optional.empty();
    }

    private static Optional<DaemonNote> fileChanged(Instant at, String line) {
        var name = line.lastIndexOf(FOR_APP);
        return name < CHANGED.length() || !line.endsWith(RESTARTING) || name + FOR_APP.length() > line.length() - RESTARTING
                .length() ? Optional.empty()
                        : Optional.of(new DaemonNote.FileChanged(at,
                                line.substring(name + FOR_APP.length(), line.length() - RESTARTING.length()),
                                line.substring(CHANGED.length(), name)));
    }

    /// @param id empty for the instance that a reload is replacing
    private record Whose(String name, Optional<ProcessId> id) {
    }

    private static Optional<Whose> whose(String text, String between) {
        var end = text.lastIndexOf(between);
        if (end < 0) {
            return Optional.empty();
        }
        var id = text.substring(end + between.length());
        var number = number(id);
        if (number.isEmpty() && !id.startsWith(BusPayloads.OUTGOING)) {
            return Optional.empty();
        }
        return Optional.of(new Whose(text.substring(0, end), number.stream()
                .filter(it -> it >= 0 && it <= Integer.MAX_VALUE).mapToObj(it -> new ProcessId((int) it)).findFirst()));
    }

    private static OptionalLong digits(String line, int from) {
        var end = from;
        while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
            end++;
        }
        return number(line.substring(from, end));
    }

    private static OptionalLong number(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notOne) {
            return OptionalLong.empty();
        }
    }
}
