package dev.pm2console.security;

import java.security.SecureRandom;
import java.util.Optional;

import jakarta.inject.Singleton;

import dev.pm2console.accounts.Secrets;
import dev.pm2console.accounts.SessionKey;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;

/// The token that each form carries and each write with a session's cookie has to have, so that no foreign page can make a
/// browser do something. It belongs to the session; for those who are yet to sign in, to a cookie of its own.
@Singleton
public class FormTokens {

    /// The form field.
    public static final String FIELD = "csrf";
    /// The header for requests that are no forms.
    public static final String HEADER = "X-CSRF-Token";
    private static final String COOKIE = "pm2-console-form";

    private final SessionKey key;
    private final Secrets secrets = new Secrets(new SecureRandom());

    FormTokens(SessionKey key) {
        this.key = key;
    }

    /// The token for a page of this request. Where nobody is signed in, the answer sets a cookie.
    public String of(SecurityIdentity identity, HttpServerRequest request) {
        return ConsoleIdentity.session(identity).map(key::formToken).orElseGet(() -> ofStranger(request));
    }

    /// The token for a page for somebody who is not signed in.
    public String ofStranger(HttpServerRequest request) {
        return key.formToken(formCookie(request).orElseGet(() -> {
            var browser = secrets.next();
            request.response().addCookie(Cookie.cookie(COOKIE, browser).setPath("/").setHttpOnly(true)
                    .setSameSite(CookieSameSite.STRICT).setSecure(isSecure(request)));
            return browser;
        }));
    }

    /// Whether the browser's connection is encrypted, as far as the console or its proxy knows.
    public static boolean isSecure(HttpServerRequest request) {
        return request.isSSL() || "https".equals(request.scheme());
    }

    /// Whether the request carries the token of its browser.
    boolean isRight(SecurityIdentity identity, HttpServerRequest request, Optional<String> token) {
        var browser = ConsoleIdentity.session(identity).or(() -> formCookie(request));
        return token.isPresent() && browser.isPresent() && key.isFormToken(token.get(), browser.get());
    }

    private static Optional<String> formCookie(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(COOKIE)).map(Cookie::getValue);
    }
}
