package dev.pm2console.web;

import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

import dev.pm2console.security.Refusal;
import io.vertx.core.http.HttpServerRequest;

/// Tells people of errors in pages. Programs, and whoever asks at an address for programs, get what they always get.
@Singleton
@Priority(10) // asked before the writer that answers everybody
class ErrorPages implements Refusal.Writer {

    private static final String HTML = "text/html; charset=utf-8";

    @Override
    public boolean understoodBy(HttpServerRequest request) {
        var path = Optional.ofNullable(request.path()).orElse("");
        var forPrograms = path.startsWith("/api/") || path.startsWith("/q/") || path.startsWith("/live/")
                || path.equals("/mcp") || path.startsWith("/mcp/");
        return !forPrograms && Optional.ofNullable(request.getHeader("Accept")).orElse("").contains(MediaType.TEXT_HTML);
    }

    @Override
    public Refusal.Body body(Refusal refusal) {
        return new Refusal.Body(HTML, MessagePage.error(refusal.status(), refusal.detail()).html());
    }
}
