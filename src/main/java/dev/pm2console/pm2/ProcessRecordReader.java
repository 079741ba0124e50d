package dev.pm2console.pm2;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;

import dev.pm2console.process.EnvFingerprint;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.Probe;
import dev.pm2console.process.SavedList.SavedApp;

/// Reads PM2's process records as a stream and takes the fields it knows, so that nothing else (above all no environment
/// value, which PM2 copies onto the record beside its own fields) is ever held.
final class ProcessRecordReader {

    private final EnvHasher hasher;

    ProcessRecordReader(EnvHasher hasher) {
        this.hasher = hasher;
    }

    /// The list that `getMonitorData` answers; entries that a reload is replacing (`_old_0`) are left out.
    List<ManagedProcess> list(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new IOException("PM2's list is not a list");
        }
        var session = hasher.session();
        var list = new ArrayList<ManagedProcess>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            entry(parser, session).ifPresent(list::add);
        }
        return list;
    }

    /// One entry, as actions answer it; empty where the answer is something else.
    Optional<ManagedProcess> one(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.START_OBJECT ? entry(parser, hasher.session()) : Optional.empty();
    }

    /// The entries of `dump.pm2`, which has the records without what is around them in the list.
    List<SavedApp> dump(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new IOException("dump.pm2 is not a list");
        }
        var session = hasher.session();
        var apps = new ArrayList<SavedApp>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var facts = new ProcessFacts();
            readRecord(parser, facts, session);
            facts.text("name").ifPresent(name -> apps.add(new SavedApp(name, facts.options(), facts.env)));
        }
        return apps;
    }

    private Optional<ManagedProcess> entry(JsonParser parser, EnvHasher.Session session) throws IOException {
        var facts = new ProcessFacts();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "pm2_env" -> readRecord(parser, facts, session);
                case "pid", "pm_id" -> facts.put(field, value(parser));
                case "monit" -> readNumbers(parser, facts, "memory", "cpu");
                case "process" -> readNumbers(parser, facts, "pid");
                default -> parser.skipChildren();
            }
        }
        return facts.process();
    }

    private static void readRecord(JsonParser parser, ProcessFacts facts, EnvHasher.Session session) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "env" -> facts.env = fingerprint(parser, session);
                case "axm_monitor" -> facts.probes = probes(parser);
                case "axm_actions" -> facts.actions = actions(parser);
                case "pm_id", "status", "pm_uptime", "created_at", "restart_time", "unstable_restarts", "username",
                        "version", "node_version", "exit_code", "pmx_module" ->
                    facts.put(field, value(parser));
                default -> {
                    if (ProcessFacts.isOption(field)) {
                        facts.put(field, value(parser));
                    } else {
                        parser.skipChildren();
                    }
                }
            }
        }
    }

    private static void readNumbers(JsonParser parser, ProcessFacts facts, String... names) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            if (List.of(names).contains(field)) {
                facts.put(field, value(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private static EnvFingerprint fingerprint(JsonParser parser, EnvHasher.Session session) throws IOException {
        var values = new HashMap<String, Long>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return EnvFingerprint.EMPTY;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (parser.currentToken().isScalarValue()) {
                values.put(name, session.hash(parser.getText()));
            } else {
                parser.skipChildren();
            }
        }
        return new EnvFingerprint(values);
    }

    private static List<Probe> probes(JsonParser parser) throws IOException {
        var probes = new ArrayList<Probe>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return probes;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            var facts = new ProcessFacts();
            readNumbers(parser, facts, "value", "unit");
            facts.text("value").ifPresent(value -> probes.add(new Probe(name, value, facts.text("unit").orElse(""))));
        }
        return probes;
    }

    private static List<String> actions(JsonParser parser) throws IOException {
        var names = new ArrayList<String>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return names;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var facts = new ProcessFacts();
            readNumbers(parser, facts, "action_name", "action_type");
            if (!facts.text("action_type").equals(Optional.of("internal"))) {
                facts.text("action_name").ifPresent(names::add);
            }
        }
        return names;
    }

    /// A text, number, truth value or list of texts; nothing else of PM2's is wanted.
    private static Optional<Object> value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> Optional.of(parser.getText());
            // a number that is too large for us is an application's own, and shown as it is
            case VALUE_NUMBER_INT -> Optional.of(parser.getNumberType() == NumberType.BIG_INTEGER ? parser.getDecimalValue()
                    : (Object) parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> Optional.of(parser.getDecimalValue());
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            case START_ARRAY -> Optional.of(texts(parser));
            default -> nothing(parser);
        };
    }

    private static List<String> texts(JsonParser parser) throws IOException {
        var texts = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken().isScalarValue()) {
                texts.add(parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return List.copyOf(texts);
    }

    private static Optional<Object> nothing(JsonParser parser) throws IOException {
        parser.skipChildren();
        return Optional.empty();
    }
}
