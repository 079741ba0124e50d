package dev.pm2console.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.pm2console.command.EventResults;
import dev.pm2console.process.Target;

/// A row of the timeline: one event, or the same of several instances, or the same again and again.
///
/// @param event the newest of them
/// @param ids   of the processes, the newest first
/// @param times how often it happened
/// @param since when the oldest of them happened
public record EventRow(EventResults.Event event, List<Integer> ids, int times, Instant since) {

    private static final String OF_COMMAND = "asked by the pm2 command";
    private static final String OF_ANYBODY = OF_COMMAND + " or another program";
    /// So close together is at once.
    private static final Duration AT_ONCE = Duration.ofSeconds(60);
    /// So close together is again and again.
    private static final Duration AGAIN = Duration.ofMinutes(15);

    public EventRow {
        ids = List.copyOf(ids);
    }

    static EventRow of(EventResults.Event event) {
        return new EventRow(event, event.id().stream().boxed().toList(), event.count(), event.at());
    }

    /// Whether an older event is more of the same.
    boolean takes(EventResults.Event older) {
        return older.event().equals(event.event()) && older.cause().equals(event.cause()) && older.actor().equals(event.actor())
                && older.exitCode().equals(event.exitCode()) && older.signal().equals(event.signal())
                && older.id().isPresent() && event.id().isPresent() && isClose(older);
    }

    private boolean isClose(EventResults.Event older) {
        var apart = Duration.between(older.at(), since);
        return switch (event.event()) {
            case "restart", "exit" -> apart.compareTo(AGAIN) <= 0;
            case "start", "stop", "reload", "delete" -> apart.compareTo(AT_ONCE) <= 0
                    && !ids.contains(older.id().getAsInt()) && older.reason().equals(event.reason());
            default -> false;
        };
    }

    EventRow and(EventResults.Event older) {
        var all = Stream.concat(ids.stream(), older.id().stream().boxed()).distinct().toList();
        return new EventRow(event, all, times + older.count(), older.at());
    }

    /// Whether it happened again and again, rather than to several at once.
    public boolean isRepeated() {
        return times > ids.size() && !ids.isEmpty() && (event.event().equals("restart") || event.event().equals("exit"));
    }

    /// What happened, as the end of a sentence that begins with the process.
    public String words() {
        var often = isRepeated() ? " " + times + " times" : "";
        if (saysItself()) {
            return event.reason().orElseThrow();
        }
        return switch (event.event()) {
            case "start" -> "started";
            case "online" -> "stays up";
            case "exit" -> "ended" + often;
            case "restart" -> "restarted" + often;
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

    /// Whether the reason is the end of the sentence already.
    private boolean saysItself() {
        return event.reason().filter(it -> it.startsWith("restarted ") || it.startsWith("started ")).isPresent();
    }

    /// What the badge says.
    public String badge() {
        return switch (event.event()) {
            case "crash-loop" -> "crash loop";
            case "daemon-down" -> "down";
            case "daemon-up" -> "up";
            case "online" -> "recovered";
            case "command" -> "command";
            default -> event.cause().map(this::ofCause).orElse("");
        };
    }

    private String ofCause(String cause) {
        return switch (cause) {
            case "self" -> event.exitCode().orElse(0) == 0 ? "ended itself" : "crash";
            case "signal" -> "signal";
            case "person" -> event.actor()
                    .orElse(event.reason().filter(OF_ANYBODY::equals).isPresent() ? "outside the console" : "pm2 command");
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
            case "command" -> "prompt";
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
        return event.reason().isPresent() && !saysItself()
                && !event.reason().equals(event.actor().map(actor -> "asked by " + actor))
                && event.reason().filter(it -> it.equals(OF_COMMAND) || it.equals(OF_ANYBODY)).isEmpty();
    }

    /// How it was when it ended is of interest where nobody wanted it to end.
    public boolean isMeasured() {
        return !tone().equals("calm") && (event.uptimeMs().isPresent() || event.memory().isPresent());
    }

    /// Of the last errors the one that says the most.
    public String lastWord() {
        return event.lines().stream().filter(line -> line.contains("Error:")).findFirst()
                .orElseGet(() -> event.lines().isEmpty() ? "" : event.lines().getFirst());
    }

    /// What names the process in an address; empty for the daemon.
    public Optional<String> target() {
        return event.process()
                .filter(name -> !name.isEmpty() && name.length() <= Target.MAX_LENGTH && !event.event().equals("command"))
                .map(LogSheets::target)
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
}
