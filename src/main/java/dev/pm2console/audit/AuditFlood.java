package dev.pm2console.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Keeps the disk free when somebody tries the same over and over. Of what one actor was refused or failed at, so many entries
/// a minute are kept; of further ones only the last, with how many were left out. What was done, or may have been, is always
/// kept.
final class AuditFlood {

    /// So many failures of one actor are kept in each minute.
    static final int FREE = 300;
    /// The parameter that tells how many entries like this one were left out.
    static final String LEFT_OUT = "leftOut";

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Window> windows = new HashMap<>();

    /// A minute of one actor.
    ///
    /// @param last the last entry that was not kept
    private record Window(Instant began, int count, Optional<AuditEntry> last) {

        private boolean isOver(Instant now) {
            return !now.isBefore(began.plus(WINDOW)) || now.isBefore(began);
        }

        private Optional<AuditEntry> summary() {
            var others = count - FREE - 1;
            return last.map(entry -> others == 0 ? entry : with(entry, LEFT_OUT, Integer.toString(others)));
        }
    }

    /// What is to be kept now that there is one more entry.
    synchronized List<AuditEntry> admit(AuditEntry entry, Instant now) {
        if (isEffective(entry)) {
            return List.of(entry);
        }
        var kept = new ArrayList<AuditEntry>();
        windows.compute(entry.actor(), (_, window) -> {
            if (window == null || window.isOver(now)) {
                Optional.ofNullable(window).flatMap(Window::summary).ifPresent(kept::add);
                kept.add(entry);
                return new Window(now, 1, Optional.empty());
            }
            if (window.count < FREE) {
                kept.add(entry);
                return new Window(window.began, window.count + 1, Optional.empty());
            }
            return new Window(window.began, window.count + 1, Optional.of(entry));
        });
        return kept;
    }

    /// What is to be kept of minutes that are over.
    synchronized List<AuditEntry> settle(Instant now) {
        var over = windows.values().stream().filter(window -> window.isOver(now)).toList();
        windows.values().removeAll(over);
        return over.stream().flatMap(window -> window.summary().stream()).toList();
    }

    private static boolean isEffective(AuditEntry entry) {
        return switch (entry.outcome()) {
            case DONE, UNKNOWN -> true;
            case REFUSED, FAILED -> false;
        };
    }

    private static AuditEntry with(AuditEntry entry, String parameter, String value) {
        var parameters = new TreeMap<>(entry.parameters());
        parameters.put(parameter, value);
        return new AuditEntry(entry.at(), entry.command(), entry.door(), entry.actor(), entry.role(), entry.agent(),
                entry.session(), entry.message(), entry.target(), parameters, entry.outcome(), entry.code(), entry.took());
    }
}
