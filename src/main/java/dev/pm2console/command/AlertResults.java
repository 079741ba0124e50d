package dev.pm2console.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// What commands about alerts answer, as clients see it. There is no secret in it: of an address only the host.
@RegisterForReflection // written as JSON, also where no resource names the type
public final class AlertResults {

    private AlertResults() {
    }

    /// What a rule is about. Only what its type has is there.
    ///
    /// @param type    `status`, `crash-loop`, `memory`, `cpu`, `restarts`, `silence` or `daemon-down`
    /// @param status  that the process has
    /// @param bytes   of memory, more than which it takes
    /// @param percent of a core, more than which it uses
    /// @param count   of restarts, more than which there were
    /// @param seconds within which they were, or for which no line came
    public record RuleCondition(
            String type,
            Optional<String> status,
            OptionalLong bytes,
            OptionalDouble percent,
            OptionalInt count,
            OptionalLong seconds) {
    }

    /// @param words    all of it in plain words
    /// @param hold     how many seconds it has to hold
    /// @param cooldown how many seconds there is no other alert of the same
    /// @param targets  names or namespaces; none for all processes
    /// @param channels the numbers of those that are told
    /// @param firing   for how many processes it holds and was told
    /// @param pending  for how many it holds, but was not told yet
    public record Rule(
            long id,
            String name,
            boolean enabled,
            String words,
            RuleCondition condition,
            long hold,
            long cooldown,
            List<String> targets,
            List<Long> channels,
            boolean notifyResolved,
            int firing,
            int pending) {
    }

    public record Rules(List<Rule> rules) {
    }

    /// @param kind       `webhook`, `ntfy` or `email`
    /// @param shape      of a webhook: `json`, `slack` or `discord`
    /// @param to         where it leads, as much of it as may be seen
    /// @param secret     whether a header or a token is set
    /// @param recipients of mail
    /// @param rules      the names of the rules that tell it
    public record Channel(
            long id,
            String name,
            String kind,
            Optional<String> shape,
            String to,
            boolean secret,
            List<String> recipients,
            List<String> rules) {
    }

    public record Channels(List<Channel> channels, boolean canMail) {
    }

    /// @param delivered whether the message was taken
    /// @param detail    what was answered, or why not
    public record Tested(String channel, boolean delivered, String detail, long tookMs) {
    }

    public record AlertProcess(int id, String name, String namespace) {
    }

    /// What holds now.
    ///
    /// @param state `pending` or `firing`
    public record Standing(
            long rule,
            String name,
            String words,
            Optional<AlertProcess> process,
            String state,
            Optional<String> value,
            Instant since) {
    }

    /// What was told.
    ///
    /// @param endedAt when it was over
    public record Alert(
            long id,
            String rule,
            String condition,
            Optional<AlertProcess> process,
            String message,
            Optional<String> value,
            Instant since,
            Instant at,
            Optional<Instant> endedAt) {
    }

    /// A message to a channel.
    ///
    /// @param type   `alert` or `resolved`
    /// @param state  `pending`, `delivered` or `failed`
    /// @param at     when that was so
    /// @param nextAt when it is tried again
    /// @param detail what was answered, or why not
    public record Delivery(
            long id,
            long alert,
            String type,
            String rule,
            String channel,
            String message,
            String state,
            int tries,
            Instant at,
            Optional<Instant> nextAt,
            Optional<String> detail) {
    }

    /// @param leftOut how many messages were not tried, because too many waited
    public record Alerts(List<Standing> now, List<Alert> recent, List<Delivery> deliveries, long leftOut) {
    }
}
