package dev.pm2console.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.pm2console.command.EventResults;

/// A row of the timeline: one event, or the same of several instances.
///
/// @param event the newest of them
/// @param ids   of the processes, the newest first
/// @param until when the oldest of them happened
public record EventRow(EventResults.Event event, List<Integer> ids, Instant until) {

    public EventRow {
        ids = List.copyOf(ids);
    }

    static EventRow of(EventResults.Event event) {
        return new EventRow(event, event.id().stream().boxed().toList(), event.at());
    }

    EventRow and(EventResults.Event other) {
        return new EventRow(event, Stream.concat(ids.stream(), other.id().stream().boxed()).toList(), other.at());
    }

    /// What happened, as the end of a sentence that begins with the process.
    public String words() {
        var times = event.count() > 1 ? " " + event.count() + " times" : "";
        return switch (event.event()) {
            case "start" -> "started";
            case "online" -> "stays up";
            case "exit" -> "ended" + times;
            case "restart" -> "restarted" + times;
            case "crash-loop" -> "is in a crash loop";
            case "restart overlimit" -> "is down: PM2 gave up";
            case "stop" -> "stopped";
            case "reload" -> "reloaded";
            case "scale" -> "scaled";
            case "delete" -> "deleted";
            case "daemon-down" -> "The PM2 daemon is down";
            case "daemon-up" -> "The PM2 daemon is up";
            default -> "";
        };
    }

    /// What the badge says.
    public String badge() {
        return switch (event.event()) {
            case "crash-loop" -> "crash loop";
            case "daemon-down" -> "down";
            case "daemon-up" -> "up";
            case "online" -> "recovered";
            default -> event.cause().map(this::ofCause).orElse("");
        };
    }

    private String ofCause(String cause) {
        return switch (cause) {
            case "self" -> event.exitCode().orElse(0) == 0 ? "ended itself" : "crash";
            case "signal" -> "signal";
            case "person" -> event.actor().orElse("pm2 command");
            case "memory-limit" -> "memory limit";
            case "watch" -> "file change";
            case "cron" -> "cron";
            case "gave-up" -> "gave up";
            default -> "unknown cause";
        };
    }

    /// How much it matters: `bad`, `warn`, `good` or `calm`.
    public String tone() {
        return switch (event.event()) {
            case "crash-loop", "restart overlimit", "daemon-down" -> "bad";
            case "daemon-up", "online" -> "good";
            case "exit", "restart" -> event.cause().map(this::toneOfCause).orElse("warn");
            default -> "calm";
        };
    }

    private String toneOfCause(String cause) {
        return switch (cause) {
            case "self" -> event.exitCode().orElse(0) == 0 ? "warn" : "bad";
            case "signal" -> "bad";
            case "memory-limit", "unknown" -> "warn";
            default -> "calm";
        };
    }

    /// The badge's icon.
    public String icon() {
        return switch (event.event()) {
            case "crash-loop" -> "restart";
            case "daemon-up", "online" -> "check";
            case "daemon-down" -> "off";
            default -> switch (event.cause().orElse("")) {
                case "self", "gave-up" -> "alert";
                case "signal" -> "bolt";
                case "person" -> event.actor().isPresent() ? "person" : "prompt";
                case "memory-limit" -> "chip";
                case "watch" -> "eye";
                case "cron" -> "clock";
                default -> "help";
            };
        };
    }

    /// Whether the reason says more than the badge.
    public boolean isReasoned() {
        return event.reason().isPresent()
                && !event.reason().equals(event.actor().map(actor -> "asked by " + actor))
                && !event.reason().equals(Optional.of("asked by the pm2 command"));
    }

    /// How long it had run, where that is known.
    public OptionalLong uptime() {
        return event.uptimeMs();
    }

    /// What names the process in an address; empty for the daemon.
    public Optional<String> target() {
        return event.process().filter(name -> !name.isEmpty() && !event.event().equals("command")).map(LogSheets::target)
                .map(Addresses::segment);
    }

    /// The numbers of the instances, where there are several.
    public String instances() {
        return ids.size() < 2 ? "" : "× " + ids.size() + " instances";
    }

    /// What most often is behind it, for one who wonders.
    public String hint() {
        return event.cause().equals(Optional.of("signal")) && event.signal().equals(Optional.of("SIGKILL"))
                ? "Sent from outside PM2: by somebody, or by the system when it ran out of memory (dmesg tells)."
                : "";
    }

    /// The lines, with their places.
    public IntStream places() {
        return IntStream.range(0, event.lines().size());
    }
}
