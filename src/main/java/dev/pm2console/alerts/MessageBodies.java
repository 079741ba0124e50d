package dev.pm2console.alerts;

import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Messages in the form that each receiver understands. Names of processes are data everywhere: they mention nobody, link
/// nowhere and format nothing.
final class MessageBodies {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 1_500;
    private static final int SUPPRESS_EMBEDS = 4;
    private static final int URGENT = 4;
    private static final int USUAL = 3;

    private final String host;
    private final Optional<String> url;

    /// @param host the machine's name
    /// @param url  the console's address, where that is configured
    MessageBodies(String host, Optional<String> url) {
        this.host = host;
        this.url = url;
    }

    byte[] webhook(Shape shape, AlertMessage message) {
        return switch (shape) {
            case JSON -> json(message);
            case SLACK -> slack(message);
            case DISCORD -> discord(message);
        };
    }

    byte[] ntfy(String topic, AlertMessage message) {
        var body = object().put("topic", topic).put("title", title(message)).put("message", text(message)).put("priority",
                message.type() == AlertMessage.Type.ALERT ? URGENT : USUAL);
        body.putArray("tags").add(switch (message.type()) {
            case ALERT -> "rotating_light";
            case RESOLVED -> "white_check_mark";
            case TEST -> "wave";
        });
        url.ifPresent(it -> body.put("click", it));
        return bytes(body);
    }

    /// One line, for a mail's subject or a title.
    String title(AlertMessage message) {
        return Wording.plain(switch (message.type()) {
            case ALERT -> "Alert: " + message.rule();
            case RESOLVED -> "Resolved: " + message.rule();
            case TEST -> "Test of PM2 Console";
        } + " on " + host);
    }

    /// The text of a mail.
    String mail(AlertMessage message) {
        return text(message) + "\n\nRule: " + Wording.plain(message.rule()) + "\nMachine: " + host + "\nSince: "
                + message.since()
                + "\nNoticed: " + message.at() + url.map(it -> "\n\n" + it).orElse("") + "\n";
    }

    private byte[] json(AlertMessage message) {
        var body = object().put("type", message.type().wire()).put("rule", message.rule());
        if (message.condition().isEmpty()) {
            body.putNull("condition");
        } else {
            body.put("condition", message.condition());
        }
        message.subject().ifPresentOrElse(
                it -> body.putObject("process").put("id", it.id()).put("name", Wording.plain(it.name())).put("namespace",
                        Wording.plain(it.namespace())),
                () -> body.putNull("process"));
        body.put("message", text(message)).put("value", message.value().isEmpty() ? null : message.value())
                .put("since", message.since().toString()).put("at", message.at().toString());
        body.putObject("console").put("host", host).put("url", url.orElse(null));
        return bytes(body);
    }

    private byte[] slack(AlertMessage message) {
        var text = message.type() == AlertMessage.Type.TEST ? text(message) : title(message) + "\n" + text(message);
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return bytes(object().put("text", escaped + url.map(it -> "\n<" + it + "|Open the console>").orElse(""))
                .put("mrkdwn", url.isPresent()).put("parse", "none").put("link_names", false).put("unfurl_links", false)
                .put("unfurl_media", false));
    }

    private byte[] discord(AlertMessage message) {
        var text = message.type() == AlertMessage.Type.TEST ? discordText(text(message))
                : "**" + discordText(title(message)) + "**\n" + discordText(text(message));
        var body = object().put("content", text + url.map(it -> "\n<" + it + ">").orElse("")).put("flags", SUPPRESS_EMBEDS);
        body.putObject("allowed_mentions").putArray("parse");
        return bytes(body);
    }

    /// A backslash before a sign takes its meaning away.
    private static String discordText(String text) {
        return text.replaceAll("([\\\\`*_~|>#\\[\\]()<@:/-])", "\\\\$1");
    }

    private static String text(AlertMessage message) {
        var text = message.text();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can be written", impossible);
        }
    }
}
