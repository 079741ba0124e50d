package dev.pm2console.pm2;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.pm2console.pm2.wire.BusMessage;
import dev.pm2console.pm2.wire.Json;
import dev.pm2console.process.DaemonNote;
import dev.pm2console.process.LogChunk;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;

/// Makes the vocabulary's records of bus messages, on the subscriber's thread. Takes the fields that are known and
/// nothing else: PM2 copies every environment variable of an application onto the record that it publishes. A variable
/// may even be called like one of PM2's fields, so a value that makes no sense counts as absent.
///
/// A message that has not what the record must have did not come from PM2 itself (applications can publish too) and
/// gives an empty answer. May be shared between threads.
public final class BusPayloads {

    /// The topics that can be decoded here.
    public static final String PROCESS_EVENT = "process:event";
    public static final String LOG_DAEMON = "log:PM2";
    public static final String LOG_OUT = "log:out";
    public static final String LOG_ERR = "log:err";

    private static final String DEFAULT_NAMESPACE = "default";
    /// Precedes the number of an instance that a reload is replacing.
    static final String OUTGOING = "_old_";
    /// Stands where a process has its number, in what the daemon says of itself. An application's messages have the number of
    /// the application, whatever they are called.
    private static final String DAEMON = "PM2";
    private static final Set<String> OF_EVENT = Set.of("event", "manually", "at");
    private static final Set<String> OF_LOG = Set.of("at", "data");
    private static final Set<String> OF_PROCESS = Set.of("pm_id", "name", "namespace", "status", "restart_time",
            "unstable_restarts", "pm_uptime", "exit_code");

    private final Json json = new Json();

    /// The scalar fields that were asked for, as text.
    private record Payload(Map<String, String> fields, Map<String, String> process) {
    }

    /// Whose output it is.
    private record Source(ProcessId id, boolean outgoing, String name) {
    }

    /// Decodes a message of `process:event`.
    public Optional<ProcessEvent> processEvent(BusMessage message) {
        return message.topic().equals(PROCESS_EVENT)
                ? payload(message, OF_EVENT).flatMap(BusPayloads::event)
                : Optional.empty();
    }

    /// Decodes a message of `log:PM2`, where it says something of interest and the daemon itself says it.
    public Optional<DaemonNote> daemonNote(BusMessage message) {
        return message.topic().equals(LOG_DAEMON)
                ? payload(message, OF_LOG).filter(it -> it.process().getOrDefault("pm_id", "").equals(DAEMON))
                        .flatMap(it -> instant(it.fields(), "at")
                                .flatMap(at -> text(it.fields(), "data").flatMap(text -> DaemonLine.read(at, text))))
                : Optional.empty();
    }

    /// Decodes a message of `log:out` or `log:err`.
    public Optional<LogChunk> logChunk(BusMessage message) {
        return switch (message.topic()) {
            case LOG_OUT -> payload(message, OF_LOG).flatMap(payload -> chunk(payload, LogStream.OUT));
            case LOG_ERR -> payload(message, OF_LOG).flatMap(payload -> chunk(payload, LogStream.ERROR));
            default -> Optional.empty();
        };
    }

    /// Decodes all of a message of `log:out` or `log:err` but its text, which is not read where it stands last.
    Optional<LogHead> logHead(BusMessage message) {
        var stream = message.topic().equals(LOG_OUT) ? LogStream.OUT : LogStream.ERROR;
        try {
            return json.read(message.payload(), parser -> head(parser, stream));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<LogHead> head(JsonParser parser, LogStream stream) throws IOException {
        var fields = new HashMap<String, String>();
        var process = new HashMap<String, String>();
        var data = -1;
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken() == JsonToken.VALUE_STRING && name.equals("data")) {
                    data = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
                    if (!process.isEmpty() && !fields.isEmpty()) {
                        break;
                    }
                } else {
                    readField(parser, name, OF_LOG, fields, process);
                }
            }
        }
        var text = data;
        return text < 0 ? Optional.empty()
                : source(process).flatMap(it -> instant(fields, "at")
                        .map(at -> new LogHead(it.id, it.outgoing, it.name, stream, at, text)));
    }

    private static Optional<ProcessEvent> event(Payload payload) {
        var process = payload.process();
        return text(payload.fields(), "event").flatMap(event -> instant(payload.fields(), "at")
                .map(at -> new ProcessEvent(
                        event,
                        Boolean.parseBoolean(payload.fields().get("manually")),
                        at,
                        text(process, "pm_id").flatMap(BusPayloads::id),
                        process.getOrDefault("name", ""),
                        process.getOrDefault("namespace", DEFAULT_NAMESPACE),
                        text(process, "status").flatMap(Status::of),
                        count(process, "restart_time"),
                        count(process, "unstable_restarts"),
                        instant(process, "pm_uptime"),
                        integer(process, "exit_code"))));
    }

    private static Optional<LogChunk> chunk(Payload payload, LogStream stream) {
        return source(payload.process()).flatMap(it -> instant(payload.fields(), "at")
                .flatMap(at -> text(payload.fields(), "data")
                        .map(data -> new LogChunk(it.id, it.outgoing, it.name, stream, at, data))));
    }

    private static Optional<Source> source(Map<String, String> process) {
        var pmId = process.getOrDefault("pm_id", "");
        var outgoing = pmId.startsWith(OUTGOING);
        return id(outgoing ? pmId.substring(OUTGOING.length()) : pmId)
                .map(id -> new Source(id, outgoing, process.getOrDefault("name", "")));
    }

    private Optional<Payload> payload(BusMessage message, Set<String> wanted) {
        try {
            return Optional.of(json.read(message.payload(), parser -> read(parser, wanted)));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Payload read(JsonParser parser, Set<String> wanted) throws IOException {
        var fields = new HashMap<String, String>();
        var process = new HashMap<String, String>();
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                readField(parser, name, wanted, fields, process);
            }
        }
        return new Payload(fields, process);
    }

    private static void readField(JsonParser parser, String name, Set<String> wanted, Map<String, String> fields,
            Map<String, String> process) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT && name.equals("process")) {
            readProcess(parser, process);
        } else {
            take(parser, name, wanted, fields);
        }
    }

    private static void readProcess(JsonParser parser, Map<String, String> process) throws IOException {
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            take(parser, name, OF_PROCESS, process);
        }
    }

    private static void take(JsonParser parser, String name, Set<String> wanted, Map<String, String> fields)
            throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            parser.skipChildren();
        } else if (wanted.contains(name) && parser.currentToken() != JsonToken.VALUE_NULL) {
            fields.put(name, parser.getText());
        }
    }

    private static Optional<String> text(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private static Optional<Instant> instant(Map<String, String> fields, String name) {
        return number(fields, name).stream().mapToObj(Instant::ofEpochMilli).findFirst();
    }

    private static int count(Map<String, String> fields, String name) {
        return Math.max(0, integer(fields, name).orElse(0));
    }

    private static OptionalInt integer(Map<String, String> fields, String name) {
        return number(fields, name).stream().filter(number -> number == (int) number).mapToInt(number -> (int) number)
                .findFirst();
    }

    private static OptionalLong number(Map<String, String> fields, String name) {
        try {
            return OptionalLong.of(Long.parseLong(fields.getOrDefault(name, "")));
        } catch (NumberFormatException notOne) {
            return OptionalLong.empty();
        }
    }

    private static Optional<ProcessId> id(String pmId) {
        try {
            var id = Integer.parseInt(pmId);
            return id < 0 ? Optional.empty() : Optional.of(new ProcessId(id));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }
}
