package dev.pm2console.security;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;

/// Answers requests that are turned away before any door has seen them.
@Singleton
public class Refusals {

    private final List<Refusal.Writer> writers;

    Refusals(@All List<Refusal.Writer> writers) {
        this.writers = writers; // those with the higher @Priority come first
    }

    /// Answers a request with why it is turned away.
    public void write(RoutingContext context, Refusal refusal) {
        var response = context.response().setStatusCode(refusal.status());
        refusal.headers().forEach(response::putHeader);
        var body = writers.stream().filter(writer -> writer.understoodBy(context.request())).findFirst()
                .map(writer -> writer.body(refusal, context.request()))
                .orElseGet(() -> new Refusal.Body("text/plain; charset=utf-8", refusal.detail()));
        response.putHeader("Content-Type", body.mediaType()).putHeader("Cache-Control", "no-store").end(body.text());
    }
}
