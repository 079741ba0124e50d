package dev.pm2console.security;

import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

import io.quarkus.logging.LoggingFilter;

/// Keeps out of the log what anybody can write into it by sending nonsense: a `Host` that is not even text in percent
/// encoding makes the HTTP server fail before any code of ours, with a page of stack trace each time. Such a request gets no
/// answer and its connection ends when it is idle. Neither is it an error that a browser goes away in the middle of a frame, as
/// each one does sooner or later, or that an agent does before it has its answer.
@LoggingFilter(name = "without-nonsense")
final class QuietLog implements Filter {

    private static final String WHERE = "io.vertx.core.net.impl.HostAndPortImpl";
    private static final String AGENTS = "io.quarkiverse.mcp.server.http.runtime.StreamableHttpMcpMessageHandler";
    private static final String SOCKETS = "io.quarkus.websockets.next.runtime.WebSocketEndpointBase";

    @Override
    public boolean isLoggable(LogRecord record) {
        var thrown = record.getThrown();
        if (thrown == null) {
            return true;
        }
        if (thrown instanceof IOException && SOCKETS.equals(record.getLoggerName())) {
            return false;
        }
        for (var frame : thrown.getStackTrace()) {
            if (frame.getClassName().equals(WHERE)
                    || (frame.getClassName().equals(AGENTS) && record.getLoggerName().startsWith("io.netty."))) {
                return false;
            }
        }
        return true;
    }
}
