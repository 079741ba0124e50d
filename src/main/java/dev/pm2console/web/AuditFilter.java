package dev.pm2console.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestQuery;

import dev.pm2console.audit.AuditEntry.Outcome;
import dev.pm2console.command.AuditExport;
import dev.pm2console.command.ExportAudit;
import dev.pm2console.command.ListAudit;
import dev.pm2console.command.Request;
import dev.pm2console.command.Results;
import dev.pm2console.command.Violation;

/// Which entries of the audit are wanted: the query of the page's address. Times are UTC where they name no zone, as a
/// browser's field for them has none.
public final class AuditFilter {

    @RestQuery
    String actor;
    @RestQuery
    String agent;
    @RestQuery
    String session;
    @RestQuery
    String process;
    @RestQuery
    String outcome;
    @RestQuery
    String from;
    @RestQuery
    String to;
    /// From where on an older page shows entries.
    @RestQuery
    String before;

    /// What was typed, by the names of the fields; what is empty may be anything.
    public Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("actor", Typed.word(actor));
        typed.put("agent", Typed.word(agent));
        typed.put("session", Typed.word(session));
        typed.put("process", Typed.word(process));
        typed.put("outcome", Typed.word(outcome));
        typed.put("from", Typed.word(from));
        typed.put("to", Typed.word(to));
        return typed;
    }

    /// How many of the fields say something.
    public long count() {
        return typed().values().stream().filter(it -> !it.isEmpty()).count();
    }

    /// Whether this is a page of older entries.
    public boolean isOlder() {
        return !Typed.word(before).isEmpty();
    }

    /// The ways in which a command ends.
    public List<String> outcomes() {
        return Arrays.stream(Outcome.values()).map(Outcome::toString).toList();
    }

    /// What a field for a time shows: minutes, in UTC; nothing where it is no time.
    public String minutes(String field) {
        return TypedTime.minutes(typed().get(field));
    }

    /// The query that gives the newest of these entries again, with its question mark; empty for all.
    public String query() {
        return query(typed());
    }

    /// The query of the page that begins there.
    String queryOlder(Instant before) {
        return with("before", before.toString());
    }

    /// The query of the file with these entries.
    public String file(String format) {
        return with("format", format);
    }

    /// The query for what has this value in a field, whatever else is asked for now.
    public String only(String field, String value) {
        return query(Map.of(field, value));
    }

    /// Where the page begins; empty for the newest entry.
    Optional<Instant> start() {
        return TypedTime.read(Typed.word(before));
    }

    /// The command that asks for the entries before a time.
    Request<Results.AuditEntries> request(Optional<Instant> before, int limit) {
        var end = Stream.concat(TypedTime.read(typed().get("to")).stream(), before.stream()).min(Instant::compareTo);
        return new Request<>(new ListAudit(wanted("actor"), wanted("agent"), wanted("session"), wanted("process"),
                wantedOutcome(), TypedTime.read(typed().get("from")), end, limit), violations());
    }

    /// The command that asks for all of them, for a file.
    Request<AuditExport> export() {
        return new Request<>(new ExportAudit(wanted("actor"), wanted("agent"), wanted("session"), wanted("process"),
                wantedOutcome(), TypedTime.read(typed().get("from")), TypedTime.read(typed().get("to")), ExportAudit.MOST),
                violations());
    }

    private Optional<Outcome> wantedOutcome() {
        return wanted("outcome").flatMap(word -> Arrays.stream(Outcome.values())
                .filter(it -> it.toString().equals(word)).findFirst());
    }

    private List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        Stream.of("from", "to").filter(field -> !typed().get(field).isEmpty() && TypedTime.read(typed().get(field)).isEmpty())
                .forEach(field -> violations.add(new Violation(field, TypedTime.RULE)));
        if (isOlder() && start().isEmpty()) {
            violations.add(new Violation("before", TypedTime.RULE));
        }
        if (wantedOutcome().isEmpty() && wanted("outcome").isPresent()) {
            violations.add(new Violation("outcome", "is one of: " + outcomes()));
        }
        return violations;
    }

    private Optional<String> wanted(String field) {
        return Optional.of(typed().get(field)).filter(it -> !it.isEmpty());
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
