package dev.pm2console.pm2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.pm2console.pm2.wire.BusMessage;
import dev.pm2console.process.LogGap;
import dev.pm2console.process.LogStream;

/// Output of one process that waits to be told: what of the oldest was left out, then messages. For one thread at a time.
final class LogQueue {

    private final Deque<Kept> messages = new ArrayDeque<>();
    private final Map<LogStream, LogGap> gaps = new EnumMap<>(LogStream.class);
    private long bytes;

    /// What is told in its turn.
    sealed interface Entry {
    }

    record Kept(LogHead head, BusMessage message) implements Entry {
        int bytes() {
            return message.payload().length();
        }
    }

    record LeftOut(LogGap gap) implements Entry {
    }

    /// @return the bytes that were added
    long add(LogHead head, BusMessage message) {
        var kept = new Kept(head, message);
        messages.add(kept);
        bytes += kept.bytes();
        return kept.bytes();
    }

    /// Leaves out the oldest message, and counts its line ends.
    ///
    /// @return the bytes that are free now
    long leaveOut() {
        var oldest = messages.remove();
        bytes -= oldest.bytes();
        var ends = oldest.message.payload().lineEnds(oldest.head.data());
        gaps.merge(oldest.head.stream(), oldest.head.gap(ends.count(), ends.open()), LogQueue::joined);
        return oldest.bytes();
    }

    private static LogGap joined(LogGap earlier, LogGap later) {
        return new LogGap(later.id(), later.outgoing(), later.name(), later.stream(), later.at(),
                earlier.lines() + later.lines(), later.open());
    }

    /// Takes about so many bytes of the oldest.
    ///
    /// @return the bytes that are free now
    long take(long most, List<Entry> into) {
        gaps.values().forEach(gap -> into.add(new LeftOut(gap)));
        gaps.clear();
        var taken = 0L;
        while (taken < most && !messages.isEmpty()) {
            var message = messages.remove();
            taken += message.bytes();
            into.add(message);
        }
        bytes -= taken;
        return taken;
    }

    boolean isEmpty() {
        return messages.isEmpty() && gaps.isEmpty();
    }

    long bytes() {
        return bytes;
    }
}
