package dev.pm2console.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.pm2console.command.EventResults;

/// Events as a page shows them: by day, newest first. What happened to several instances of an application at once is one row.
///
/// @param days newest first
public record Timeline(List<Day> days) {

    /// So close together is at once.
    private static final Duration AT_ONCE = Duration.ofSeconds(60);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    public Timeline {
        days = List.copyOf(days);
    }

    /// The events of one day, in UTC.
    ///
    /// @param name as people call it
    public record Day(LocalDate date, String name, List<EventRow> rows) {
        public Day {
            rows = List.copyOf(rows);
        }
    }

    static Timeline of(List<EventResults.Event> events) {
        Map<LocalDate, List<EventRow>> days = new LinkedHashMap<>();
        for (var row : rows(events)) {
            days.computeIfAbsent(row.event().at().atZone(ZoneOffset.UTC).toLocalDate(), _ -> new ArrayList<>()).add(row);
        }
        return new Timeline(days.entrySet().stream().map(it -> new Day(it.getKey(), NAME.format(it.getKey()), it.getValue()))
                .toList());
    }

    /// The number of the newest event; 0 where there is none.
    public long newest() {
        return days.stream().flatMap(day -> day.rows().stream()).mapToLong(row -> row.event().number()).max().orElse(0);
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    private static List<EventRow> rows(List<EventResults.Event> events) {
        var rows = new ArrayList<EventRow>();
        for (var event : events) {
            if (!rows.isEmpty() && belongs(rows.getLast(), event)) {
                rows.set(rows.size() - 1, rows.getLast().and(event));
            } else {
                rows.add(EventRow.of(event));
            }
        }
        return rows;
    }

    private static boolean belongs(EventRow row, EventResults.Event event) {
        var first = row.event();
        return first.event().equals(event.event()) && first.process().isPresent() && first.process().equals(event.process())
                && first.reason().equals(event.reason()) && first.actor().equals(event.actor()) && event.id().isPresent()
                && !row.ids().contains(event.id().getAsInt()) && first.lines().equals(event.lines())
                && isClose(row.until(), event.at());
    }

    private static boolean isClose(Instant later, Instant earlier) {
        return Duration.between(earlier, later).compareTo(AT_ONCE) <= 0;
    }
}
