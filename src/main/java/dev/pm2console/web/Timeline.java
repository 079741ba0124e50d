package dev.pm2console.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.pm2console.command.EventResults;

/// Events as a page shows them: by day, newest first. What happened to several instances of an application at once, or again
/// and again, is one row.
///
/// @param days newest first
public record Timeline(List<Day> days) {

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

    /// Whatever happened to others in between: what happens to one application again and again is one row, at the place of the
    /// last time.
    private static List<EventRow> rows(List<EventResults.Event> events) {
        var rows = new ArrayList<EventRow>();
        Map<String, Integer> lastOf = new HashMap<>();
        for (var event : events) {
            var place = event.process().map(lastOf::get);
            if (place.isPresent() && rows.get(place.get()).takes(event)) {
                rows.set(place.get(), rows.get(place.get()).and(event));
            } else {
                event.process().ifPresent(name -> lastOf.put(name, rows.size()));
                rows.add(EventRow.of(event));
            }
        }
        return rows;
    }
}
