package dev.pm2console.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.command.Results;
import dev.pm2console.logs.LogLine;
import dev.pm2console.logs.LogMatch;
import dev.pm2console.logs.LogSearch;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpServerRequest;

/// Runs a search and writes what it finds as JSON lines, as fast as the client reads; until the client is gone.
@Provider
@Produces(AuditFile.JSON_LINES)
@RegisterForReflection // of its lines, which no resource names
public final class SearchLines implements MessageBodyWriter<LogSearch> {

    private final HttpServerRequest request;
    private final ObjectMapper json;

    SearchLines(HttpServerRequest request, ObjectMapper json) {
        this.request = request;
        this.json = json;
    }

    record Progress(String type, long files, long bytes, long totalBytes) {
    }

    record Match(String type, Results.Line line, List<Results.Line> before, List<Results.Line> after, String file,
            long offset) {
    }

    record End(String type, int matches, boolean truncated) {
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == LogSearch.class;
    }

    @Override
    public void writeTo(LogSearch search, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        var response = request.response();
        search.run(new LogSearch.Results() {
            @Override
            public void progress(long files, long bytes, long totalBytes) throws IOException {
                write(new Progress("progress", files, bytes, totalBytes));
                out.flush();
            }

            @Override
            public void match(LogMatch match) throws IOException {
                write(new Match("match", Results.Line.of(match.line()), lines(match.before()), lines(match.after()),
                        match.file(),
                        match.offset()));
            }

            @Override
            public void end(int matches, boolean truncated) throws IOException {
                write(new End("end", matches, truncated));
            }

            @Override
            public boolean isGone() {
                return response.closed();
            }

            private void write(Object value) throws IOException {
                out.write(json.writeValueAsBytes(value));
                out.write('\n');
            }
        });
    }

    private static List<Results.Line> lines(List<LogLine> lines) {
        return lines.stream().map(Results.Line::of).toList();
    }
}
