package dev.pm2console.web;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.pm2console.live.LogsQuery;
import dev.pm2console.logs.Level;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.Target;
import io.netty.handler.codec.http.QueryStringDecoder;

/// The query of a live stream's address.
final class LiveQuery {

    private static final Set<String> OF_LOGS = Set.of("process", "type", "lines", "grep", "level");
    private static final int MOST_LINES = 10_000;
    private static final int LINES = 100;

    private LiveQuery() {
    }

    /// What is asked for of `/live/logs`.
    ///
    /// @param lines how many of those that were written before come first
    record Logs(LogsQuery query, int lines) {
    }

    /// @param query what stands behind the question mark; may be null, as the framework has it
    /// @throws IllegalArgumentException if it is not a query of the stream of log lines
    static Logs logs(String query) {
        var parameters = parameters(query);
        if (!OF_LOGS.containsAll(parameters.keySet())) {
            throw new IllegalArgumentException("only process, type, lines, grep and level are parameters here");
        }
        var processes = parameters.getOrDefault("process", List.of()).stream().map(Target::parse).collect(toSet());
        var stream = once(parameters, "type").flatMap(LiveQuery::stream);
        var level = once(parameters, "level").map(text -> Level.of(text)
                .orElseThrow(() -> new IllegalArgumentException("level is trace, debug, info, warn, error or fatal")));
        return new Logs(new LogsQuery(processes, stream, once(parameters, "grep"), level),
                once(parameters, "lines").map(LiveQuery::lines).orElse(LINES));
    }

    private static Optional<LogStream> stream(String type) {
        return switch (type) {
            case "combined" -> Optional.empty();
            case "out" -> Optional.of(LogStream.OUT);
            case "error" -> Optional.of(LogStream.ERROR);
            default -> throw new IllegalArgumentException("type is combined, out or error");
        };
    }

    private static int lines(String text) {
        if (text.length() > 5 || !text.chars().allMatch(Character::isDigit) || text.isEmpty()
                || Integer.parseInt(text) > MOST_LINES) {
            throw new IllegalArgumentException("lines is a number from 0 to " + MOST_LINES);
        }
        return Integer.parseInt(text);
    }

    private static Map<String, List<String>> parameters(String query) {
        return new QueryStringDecoder(query == null ? "" : query, false).parameters();
    }

    private static Optional<String> once(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new IllegalArgumentException(name + " is given once");
        }
        return values.stream().findFirst();
    }

    /// The processes that are asked for; empty for all.
    ///
    /// @param query what stands behind the question mark; may be null, as the framework has it
    /// @throws IllegalArgumentException if it is not a query of a stream
    static Optional<Target> process(String query) {
        var parameters = parameters(query);
        if (!Set.of("process").containsAll(parameters.keySet())) {
            throw new IllegalArgumentException("only process is a parameter here");
        }
        return once(parameters, "process").map(Target::parse);
    }
}
