package dev.pm2console.agent;

import static dev.pm2console.agent.Untrusted.plain;
import static dev.pm2console.agent.Untrusted.quoted;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.pm2console.command.EventResults;
import dev.pm2console.command.Results;

/// Results in few words, for models: what matters of each, a process a line.
final class Said {

    private static final int MOST_LINES = 200;
    private static final int MOST_BYTES = 40 << 10;
    private static final double KILO = 1024;
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Said() {
    }

    static String list(Results.ProcessList list) {
        return switch (list) {
            case Results.Processes(var processes) -> counted(processes.stream().map(Said::process));
            case Results.Details details -> details(details);
        };
    }

    static String details(Results.Details details) {
        return counted(details.processes().stream().map(Said::detail));
    }

    static String descriptions(Results.Descriptions descriptions) {
        return counted(descriptions.processes().stream()
                .map(it -> detail(it.detail()) + "\n  options: " + plain(it.config().toString())
                        + "\n  environment: " + (it.env().isEmpty() ? "none" : plain(String.join(", ", it.env().keySet())))
                        + it.env().entrySet().stream().filter(entry -> !entry.getValue().chars().allMatch(c -> c == '•'))
                                .map(entry -> "\n  revealed: " + plain(entry.getKey() + "=" + entry.getValue()))
                                .collect(Collectors.joining())));
    }

    static String affected(Results.Affected affected) {
        return "Done in " + affected.tookMs() + " ms. "
                + counted(affected.processes().stream().map(Said::process));
    }

    static String reloaded(Results.Reloaded reloaded) {
        return "Done in " + reloaded.tookMs() + " ms, "
                + (reloaded.zeroDowntime() ? "without a gap. " : "with a gap: " + plain(reloaded.warning().orElse("")) + ". ")
                + counted(reloaded.processes().stream().map(Said::process));
    }

    static String status(Results.Pm2Status status) {
        var totals = status.totals().entrySet().stream().filter(it -> it.getValue() > 0)
                .map(it -> it.getValue() + " " + it.getKey()).collect(Collectors.joining(", "));
        var saved = status.saved();
        return "PM2's daemon is " + status.daemon() + status.reason().map(it -> " (" + it + ")").orElse("")
                + status.version().map(it -> ", version " + it).orElse("") + time(", up ", status.uptimeMs())
                + ". Processes: " + (totals.isEmpty() ? "none" : totals) + ". " + host(status.host())
                + " Saved list: " + saved.at().map(at -> "of " + at).orElse("none")
                + saved.drift().map(drift -> drift ? ", and the running one differs (saveProcessList would keep it)"
                        : ", as it runs").orElse("")
                + ".";
    }

    static String version(Results.Pm2Version version) {
        return "Daemon " + version.daemon().orElse("not running") + ", pm2 command " + version.cli().orElse("not found")
                + (version.match().equals(Optional.of(false)) ? " (they differ: pm2 update brings them together)" : "")
                + ", Node " + version.node().orElse("unknown") + ", console " + version.console() + ", " + version.os() + " "
                + version.arch() + ", " + version.cpus() + " CPUs, home " + version.home() + ".";
    }

    static String bootInstalled(Results.StartupResult result) {
        return result.executed() ? "The boot script for " + result.initSystem() + " is installed."
                : "Nothing was installed: it needs root. A person has to run: " + result.command();
    }

    static String bootScript(Results.StartupScript script) {
        return "For " + script.initSystem() + ", user " + script.user() + ", would be written to " + script.path() + ":\n"
                + script.script();
    }

    static String events(EventResults.Events events) {
        var lines = events.events().stream().map(Said::event).toList();
        return lines.isEmpty() ? "No events."
                : Untrusted.marked(lines.size(), "event", "newest first", lines(lines))
                        + events.before().map(it -> "\nOlder ones: call again with before=" + it + ".").orElse("");
    }

    static String process(Results.Summary it) {
        return quoted(it.name()) + " (id " + it.id() + "): " + it.status() + figures(it.cpu(), it.memory())
                + time(", up ", it.uptimeMs()) + ", restarts " + it.restarts() + ", " + it.mode()
                + (it.namespace().equals("default") ? "" : ", namespace " + quoted(it.namespace()));
    }

    static String figures(OptionalDouble cpu, OptionalLong memory) {
        return (cpu.isPresent() ? String.format(Locale.ROOT, ", cpu %.1f %%", cpu.getAsDouble()) : "")
                + (memory.isPresent() ? ", memory " + bytes(memory.getAsLong()) : "");
    }

    static String host(Results.Host host) {
        var parts = new ArrayList<String>();
        host.cpu().ifPresent(cpu -> parts.add(String.format(Locale.ROOT, "cpu %.0f %%", cpu)));
        if (host.memoryUsed().isPresent() && host.memoryTotal().isPresent()) {
            parts.add("memory " + bytes(host.memoryUsed().getAsLong()) + " of " + bytes(host.memoryTotal().getAsLong()));
        }
        return parts.isEmpty() ? "" : "Machine: " + String.join(", ", parts) + ".";
    }

    /// `45.3 MB`, in units of 1024.
    static String bytes(long bytes) {
        var amount = (double) bytes;
        for (var unit : List.of("B", "KB", "MB", "GB")) {
            if (amount < KILO) {
                return String.format(Locale.ROOT, unit.equals("B") ? "%.0f %s" : "%.1f %s", amount, unit);
            }
            amount /= KILO;
        }
        return String.format(Locale.ROOT, "%.1f TB", amount);
    }

    private static String detail(Results.Detail it) {
        var exit = it.exitCode().isPresent() ? ", last exit code " + it.exitCode().getAsInt() : "";
        return quoted(it.name()) + " (id " + it.id() + "): " + it.status() + figures(it.cpu(), it.memory())
                + time(", up ", it.uptimeMs()) + ", restarts " + it.restarts() + " (unstable " + it.unstableRestarts() + ")"
                + exit
                + ", " + it.mode() + it.script().map(script -> ", script " + quoted(script)).orElse("")
                + it.cwd().map(cwd -> " in " + quoted(cwd)).orElse("")
                + (it.actions().isEmpty() ? "" : ", actions " + it.actions().stream().map(Untrusted::quoted).toList());
    }

    private static String event(EventResults.Event it) {
        return it.at() + " " + it.event() + it.process().map(name -> " " + quoted(name)).orElse("")
                + (it.id().isPresent() ? " (id " + it.id().getAsInt() + ")" : "")
                + (it.count() > 1 ? " ×" + it.count() : "") + it.reason().map(reason -> ": " + reason).orElse("")
                + it.actor().filter(actor -> !it.reason().orElse("").contains(actor)).map(actor -> ", asked by " + actor)
                        .orElse("")
                + (it.memory().isPresent() ? ", memory " + bytes(it.memory().getAsLong()) : "")
                + it.lines().stream().map(line -> "\n    | " + line).collect(Collectors.joining());
    }

    /// `, up 3 h`, where it is known.
    private static String time(String before, OptionalLong millis) {
        if (millis.isEmpty()) {
            return "";
        }
        var ms = millis.getAsLong();
        return before + (ms < MINUTE ? ms / SECOND + " s"
                : ms < HOUR ? ms / MINUTE + " min"
                        : ms < DAY ? ms / HOUR + " h" : ms / DAY + " d");
    }

    private static String counted(Stream<String> processes) {
        var lines = processes.toList();
        return lines.isEmpty() ? "No processes."
                : (lines.size() == 1 ? "1 process:\n" : lines.size() + " processes:\n")
                        + lines(lines);
    }

    /// As many lines as an answer can have.
    static String lines(List<String> lines) {
        var kept = new ArrayList<String>();
        var size = 0;
        for (var line : lines) {
            size += line.getBytes(StandardCharsets.UTF_8).length + 1;
            if (kept.size() == MOST_LINES || size > MOST_BYTES) {
                kept.add("… and " + (lines.size() - kept.size()) + " more: ask for fewer.");
                break;
            }
            kept.add(line);
        }
        return String.join("\n", kept);
    }
}
