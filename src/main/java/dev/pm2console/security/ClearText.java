package dev.pm2console.security;

import jakarta.inject.Singleton;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/// Without TLS there is HTTP/1.1 only. No browser speaks HTTP/2 in the clear, but a client can ask for it through a proxy that
/// passes `Upgrade` on, and from then on says to the console what it likes, as if it were the proxy (h2c smuggling).
@Singleton
public class ClearText implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
