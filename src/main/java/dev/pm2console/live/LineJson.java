package dev.pm2console.live;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import dev.pm2console.logs.LogLine;

/// Writes a line as JSON. By hand: it is done a hundred thousand times a second.
final class LineJson {

    private static final JsonStringEncoder ESCAPES = JsonStringEncoder.getInstance();

    private LineJson() {
    }

    static void write(LogLine line, StringBuilder out) {
        out.append("{\"seq\":");
        line.seq().ifPresentOrElse(out::append, () -> out.append("null"));
        out.append(",\"id\":").append(line.id().value()).append(",\"process\":\"");
        ESCAPES.quoteAsString(line.process(), out);
        out.append("\",\"stream\":\"").append(line.stream().wire()).append("\",\"at\":");
        line.at().ifPresentOrElse(at -> out.append(at.toEpochMilli()), () -> out.append("null"));
        out.append(",\"level\":");
        line.level().ifPresentOrElse(level -> out.append('"').append(level.wire()).append('"'), () -> out.append("null"));
        out.append(",\"follows\":").append(line.follows()).append(",\"text\":\"");
        ESCAPES.quoteAsString(line.text(), out);
        out.append("\"}");
    }
}
