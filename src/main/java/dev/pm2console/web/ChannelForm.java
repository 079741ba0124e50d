package dev.pm2console.web;

import java.util.Arrays;
import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.AlertResults;

/// What a person typed into the form of a channel. A secret that is left empty is none, or stays as it is.
public final class ChannelForm {

    @RestForm
    String name;
    @RestForm
    String kind;
    @RestForm
    String url;
    @RestForm
    String shape;
    @RestForm
    String authorization;
    @RestForm
    String server;
    @RestForm
    String topic;
    @RestForm
    String token;
    @RestForm
    String recipients;
    @RestForm
    String withoutSecret;

    /// A new one.
    static ChannelForm of(String kind) {
        var form = new ChannelForm();
        form.kind = kind;
        form.shape = "json";
        form.server = kind.equals("ntfy") ? "https://ntfy.sh" : "";
        return form;
    }

    /// A channel, as much of it as may be seen.
    static ChannelForm of(AlertResults.Channel channel) {
        var form = of(channel.kind());
        form.name = channel.name();
        form.shape = channel.shape().orElse("json");
        form.server = channel.to().replaceFirst("/••••$", "");
        form.recipients = String.join("\n", channel.recipients());
        return form;
    }

    /// What was typed, by the names of the fields; no secret.
    public Map<String, String> typed() {
        return Map.of("name", Typed.word(name), "kind", Typed.word(kind), "shape", Typed.word(shape), "server",
                Typed.word(server), "recipients", Typed.text(recipients));
    }

    /// The parameters of a new channel.
    ObjectNode parameters() {
        var body = JsonNodeFactory.instance.objectNode().put("name", Typed.word(name)).put("kind", Typed.word(kind));
        return of(Typed.word(kind), body);
    }

    /// The parameters of a change.
    ///
    /// @param of the kind, which stays
    ObjectNode change(String of) {
        var body = of(of, JsonNodeFactory.instance.objectNode().put("name", Typed.word(name)));
        if (withoutSecret != null && !of.equals("email")) {
            body.put(of.equals("ntfy") ? "token" : "authorization", "");
        }
        return body;
    }

    private ObjectNode of(String kind, ObjectNode body) {
        switch (kind) {
            case "webhook" -> {
                put(body, "url", url);
                put(body, "shape", shape);
                put(body, "authorization", authorization);
            }
            case "ntfy" -> {
                put(body, "server", server);
                put(body, "topic", topic);
                put(body, "token", token);
            }
            case "email" -> {
                var addresses = body.putArray("recipients");
                Typed.text(recipients).lines().flatMap(line -> Arrays.stream(line.split("[,;\\s]+", -1)))
                        .filter(it -> !it.isEmpty()).forEach(addresses::add);
            }
            default -> {
                // is refused
            }
        }
        return body;
    }

    private static void put(ObjectNode body, String field, String text) {
        if (!Typed.word(text).isEmpty()) {
            body.put(field, Typed.word(text));
        }
    }
}
