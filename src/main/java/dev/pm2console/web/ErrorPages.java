package dev.pm2console.web;

import java.net.URI;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

import dev.pm2console.security.FormTokens;
import dev.pm2console.security.Refusal;
import dev.pm2console.security.SetUp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/// Tells people of errors in pages. Programs, and whoever asks at an address for programs, get what they always get.
@Singleton
@Priority(10) // asked before the writer that answers everybody
class ErrorPages implements Refusal.Writer {

    private static final String HTML = "text/html; charset=utf-8";
    private static final int UNAUTHENTICATED = 401;

    private final FormTokens forms;
    private final SetUp setUp;
    private final MissingProcess processes;

    ErrorPages(FormTokens forms, SetUp setUp, MissingProcess processes) {
        this.forms = forms;
        this.setUp = setUp;
        this.processes = processes;
    }

    @Override
    public boolean understoodBy(HttpServerRequest request) {
        var path = Optional.ofNullable(request.path()).orElse("");
        var forPrograms = path.startsWith("/api/") || path.startsWith("/q/") || path.startsWith("/live/")
                || path.equals("/mcp") || path.startsWith("/mcp/");
        return !forPrograms && Optional.ofNullable(request.getHeader("Accept")).orElse("").contains(MediaType.TEXT_HTML);
    }

    @Override
    public Refusal.Body body(Refusal refusal, HttpServerRequest request) {
        return new Refusal.Body(HTML, html(refusal.status(), refusal.detail(), request, Optional.empty()));
    }

    /// The page of an error. Whoever has to sign in is shown how, and comes to the page that was wanted.
    ///
    /// @param may what the one who asked may do; empty where nobody is signed in, or that is not known
    String html(int status, String detail, HttpServerRequest request, Optional<Rights> may) {
        if (status != UNAUTHENTICATED) {
            return may.flatMap(rights -> processes.page(status, detail, request, rights))
                    .orElseGet(() -> back(request).map(MessagePage.error(status, detail)::with)
                            .orElseGet(() -> MessagePage.error(status, detail)).html(may));
        }
        if (setUp.isOpen()) {
            return MessagePage.notSetUp().html();
        }
        var wanted = HttpMethod.GET.equals(request.method()) ? Optional.of(request.uri()) : Optional.<String> empty();
        return SignInForm.of(wanted, forms.ofStranger(request)).html();
    }

    /// The page that a form was sent from. Whoever followed a link has the browser's own way back.
    private static Optional<MessagePage.Link> back(HttpServerRequest request) {
        if (HttpMethod.GET.equals(request.method())) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(request.getHeader("Referer")).map(URI::create)
                    .filter(from -> from.getRawAuthority() != null && from.getRawPath() != null
                            && from.getRawAuthority().equals(request.getHeader("Host"))
                            && from.getRawPath().startsWith("/") && !from.getRawPath().startsWith("//"))
                    .map(from -> new MessagePage.Link("Go back",
                            from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery())));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
