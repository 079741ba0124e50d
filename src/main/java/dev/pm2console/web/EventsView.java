package dev.pm2console.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestQuery;

import dev.pm2console.command.EventResults;
import dev.pm2console.command.ListEvents;
import dev.pm2console.command.Request;
import dev.pm2console.command.Violation;
import dev.pm2console.events.EventPlace;

/// Which events are wanted: the query of the page's address.
public final class EventsView {

    private static final String PROBLEMS = "problems";

    @RestQuery
    String process;
    @RestQuery
    String kind;
    @RestQuery
    String from;
    @RestQuery
    String to;
    @RestQuery
    String before;

    /// What was typed, by the names of the fields; what is empty may be anything.
    public Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("process", Typed.word(process));
        typed.put("kind", isProblems() ? PROBLEMS : "");
        typed.put("from", Typed.word(from));
        typed.put("to", Typed.word(to));
        return typed;
    }

    /// Whether only what somebody may have to do something about is wanted.
    public boolean isProblems() {
        return PROBLEMS.equals(Typed.word(kind));
    }

    /// How many of the fields say something.
    public long count() {
        return Stream.of("process", "from", "to").filter(it -> !typed().get(it).isEmpty()).count();
    }

    /// Whether this is a page of older events.
    public boolean isOlder() {
        return !Typed.word(before).isEmpty();
    }

    /// What a field for a time shows.
    public String minutes(String field) {
        return TypedTime.minutes(typed().get(field));
    }

    /// The query that gives the newest of these events again, with its question mark; empty for all.
    public String query() {
        return query(typed());
    }

    /// The query of the page of older events.
    public String queryOlder(String place) {
        return with("before", place);
    }

    /// The query for all of these events, or for problems only.
    public String only(String wanted) {
        return with("kind", wanted);
    }

    /// The command that asks for them.
    ///
    /// @param of the process that the page is about; empty for the page of all
    Request<EventResults.Events> request(Optional<String> of, int limit) {
        var wanted = of.or(() -> Optional.of(Typed.word(process)).filter(it -> !it.isEmpty()));
        return new Request<>(new ListEvents(wanted, isProblems() ? PROBLEMS : "all", true,
                TypedTime.read(typed().get("from")), TypedTime.read(typed().get("to")), limit,
                EventPlace.parse(Typed.word(before))), violations());
    }

    private List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        Stream.of("from", "to").filter(it -> !typed().get(it).isEmpty() && TypedTime.read(typed().get(it)).isEmpty())
                .forEach(it -> violations.add(new Violation(it, TypedTime.RULE)));
        if (isOlder() && EventPlace.parse(Typed.word(before)).isEmpty()) {
            violations.add(new Violation("before", "is where a page ended"));
        }
        return violations;
    }

    private String with(String name, String value) {
        var parameters = new LinkedHashMap<>(typed());
        parameters.put(name, value);
        return query(parameters);
    }

    private static String query(Map<String, String> parameters) {
        var text = parameters.entrySet().stream().filter(it -> !it.getValue().isEmpty())
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }
}
