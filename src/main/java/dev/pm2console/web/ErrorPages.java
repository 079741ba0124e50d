package dev.pm2console.web;

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

    ErrorPages(FormTokens forms, SetUp setUp) {
        this.forms = forms;
        this.setUp = setUp;
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
            return MessagePage.error(status, detail).html(may);
        }
        if (setUp.isOpen()) {
            return MessagePage.notSetUp().html();
        }
        var wanted = HttpMethod.GET.equals(request.method()) ? Optional.of(request.uri()) : Optional.<String> empty();
        return SignInForm.of(wanted, forms.ofStranger(request)).html();
    }
}
