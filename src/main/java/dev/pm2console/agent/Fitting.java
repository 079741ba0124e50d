package dev.pm2console.agent;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.EventResults;
import dev.pm2console.events.EventPlace;

/// Keeps structured answers to what clients pass on to models: long lists are told from their beginning, with how many of their
/// entries are left out.
final class Fitting {

    /// How many bytes of JSON the entries of an answer have at most.
    static final int MOST_BYTES = 48 << 10;
    private static final String OMITTED = "omitted";
    /// Where lists of processes are in answers.
    private static final List<String> LISTS = List.of("/processes", "/sampled/processes");

    private Fitting() {
    }

    /// An answer, of which the lists of processes are cut where they are too long.
    static JsonNode cut(JsonNode answer) {
        var lists = LISTS.stream().map(answer::at).filter(ArrayNode.class::isInstance).map(ArrayNode.class::cast).toList();
        var left = lists.stream().mapToInt(list -> cut(list, MOST_BYTES / lists.size())).max().orElse(0);
        if (left > 0 && answer instanceof ObjectNode object) {
            object.put(OMITTED, left);
        }
        return answer;
    }

    /// The schema of an answer that may have been cut.
    static ObjectNode mayBeCut(ObjectNode schema) {
        if (Stream.concat(Stream.of(schema), schema.path("anyOf").valueStream())
                .anyMatch(it -> it.path("properties").has("processes"))) {
            schema.withObjectProperty("properties").putObject(OMITTED).put("type", "integer").put("description",
                    "How many processes were left out, because the answer would be too long: ask for fewer");
        }
        return schema;
    }

    /// As many of the events as an answer can have, and where to go on.
    static EventResults.Events cut(EventResults.Events events, AgentDoor door) {
        var kept = fitting(events.events().stream().map(door::tree).toList(), MOST_BYTES);
        if (kept == events.events().size()) {
            return events;
        }
        var last = events.events().get(kept - 1);
        return new EventResults.Events(events.events().subList(0, kept),
                Optional.of(new EventPlace(last.at(), last.number()).toString()));
    }

    /// How many bytes an entry takes.
    static int size(JsonNode entry) {
        return entry.toString().getBytes(StandardCharsets.UTF_8).length + 1;
    }

    /// @return how many were removed
    private static int cut(ArrayNode list, int most) {
        var kept = fitting(list.valueStream().toList(), most);
        var removed = list.size() - kept;
        while (list.size() > kept) {
            list.remove(list.size() - 1);
        }
        return removed;
    }

    /// How many of the first entries fit; at least one, where there is one.
    private static int fitting(List<JsonNode> entries, int most) {
        var bytes = 0;
        for (var i = 0; i < entries.size(); i++) {
            bytes += size(entries.get(i));
            if (bytes > most) {
                return Math.max(1, i);
            }
        }
        return entries.size();
    }
}
