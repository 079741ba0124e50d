package dev.pm2console.web;

import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pm2console.command.Results;

/// What an application answered to a custom action.
///
/// @param params  what it was sent; empty for nothing
/// @param replies one of each instance that was asked
public record Answer(String action, String params, List<Reply> replies, long tookMs) {

    private static final int LONGEST = 64 * 1024; // characters of a reply that are shown

    public Answer {
        replies = List.copyOf(replies);
    }

    /// What one instance answered.
    ///
    /// @param text empty if it said nothing in time
    /// @param cut  whether there was more of it
    public record Reply(int id, String name, String text, boolean cut) {
    }

    static Answer of(String action, String params, Results.ActionReply answer) {
        return new Answer(action, params, answer.replies().stream().sorted(Comparator.comparing(Results.Reply::id))
                .map(Answer::reply).toList(), answer.tookMs());
    }

    private static Reply reply(Results.Reply reply) {
        var text = reply.reply().map(Answer::text).orElse("");
        return new Reply(reply.id(), reply.name(), text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                text.length() > LONGEST);
    }

    private static String text(JsonNode reply) {
        return reply.isTextual() && !reply.textValue().isEmpty() ? reply.textValue() : reply.toPrettyString();
    }
}
