package dev.pm2console.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Goes through the audit page by page, newest first, by time: what is added meanwhile moves nothing, and no entry is left
/// out where several are of the same millisecond.
public final class AuditPages {

    private static final int MOST = 10_000;

    private final Source source;

    /// Where entries come from: `listAudit`, for a caller and a filter.
    @FunctionalInterface
    public interface Source {

        /// @param before only entries before that time; empty for all
        /// @return the newest of them, newest first, at most so many
        List<Results.AuditEntry> read(Optional<Instant> before, int limit);
    }

    /// Some entries.
    ///
    /// @param older where to go on; empty where this was the last page
    public record Page(List<Results.AuditEntry> entries, Optional<Instant> older) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    public AuditPages(Source source) {
        this.source = source;
    }

    /// The page that begins there.
    ///
    /// @param size about how many entries; more only where more than that are of one millisecond
    public Page page(Optional<Instant> before, int size) {
        var found = source.read(before, size + 1);
        if (found.size() <= size) {
            return new Page(found, Optional.empty());
        }
        var next = found.getLast().at();
        var whole = found.stream().filter(entry -> entry.at().isAfter(next)).toList();
        return whole.isEmpty() ? millisecond(next) : new Page(whole, Optional.of(next.plusMillis(1)));
    }

    private Page millisecond(Instant at) {
        var all = source.read(Optional.of(at.plusMillis(1)), MOST).stream().filter(entry -> entry.at().equals(at)).toList();
        return new Page(all, Optional.of(at));
    }
}
