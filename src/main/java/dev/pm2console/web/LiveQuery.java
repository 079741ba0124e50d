package dev.pm2console.web;

import java.util.Optional;
import java.util.Set;

import dev.pm2console.process.Target;
import io.netty.handler.codec.http.QueryStringDecoder;

/// The query of a live stream's address.
final class LiveQuery {

    private LiveQuery() {
    }

    /// The processes that are asked for; empty for all.
    ///
    /// @param query what stands behind the question mark; may be null, as the framework has it
    /// @throws IllegalArgumentException if it is not a query of a stream
    static Optional<Target> process(String query) {
        var parameters = new QueryStringDecoder(query == null ? "" : query, false).parameters();
        if (!Set.of("process").containsAll(parameters.keySet())) {
            throw new IllegalArgumentException("only process is a parameter here");
        }
        var values = parameters.get("process");
        if (values == null) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw new IllegalArgumentException("process is given once");
        }
        return Optional.of(Target.parse(values.getFirst()));
    }
}
