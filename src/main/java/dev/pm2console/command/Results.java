package dev.pm2console.command;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;

import dev.pm2console.logs.Level;
import dev.pm2console.logs.LogLine;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// What commands answer, as clients see it. Memory is in bytes, cpu in percent of one core, a name that ends in `Ms` in
/// milliseconds. What has no value is empty (JSON: `null`), never left out and never a made-up 0.
@RegisterForReflection // written as JSON, also where no resource names the type
public final class Results {

    private Results() {
    }

    /// A process as the list shows it.
    public record Summary(
            int id,
            String name,
            String namespace,
            String status,
            OptionalLong pid,
            String mode,
            OptionalDouble cpu,
            OptionalLong memory,
            int restarts,
            OptionalLong uptimeMs,
            Optional<Instant> startedAt,
            Optional<String> user,
            boolean watching,
            Optional<String> version) {
    }

    /// Where a process's output goes.
    public record LogPaths(Optional<String> out, Optional<String> error, Optional<String> combined) {
    }

    /// A figure that an application publishes of itself.
    public record Metric(String name, String value, String unit) {
    }

    /// A process with everything but its configuration.
    public record Detail(
            int id,
            String name,
            String namespace,
            String status,
            OptionalLong pid,
            String mode,
            OptionalDouble cpu,
            OptionalLong memory,
            int restarts,
            OptionalLong uptimeMs,
            Optional<Instant> startedAt,
            Optional<String> user,
            boolean watching,
            Optional<String> version,
            Optional<String> script,
            List<String> args,
            Optional<String> cwd,
            Optional<String> interpreter,
            List<String> interpreterArgs,
            Optional<String> nodeVersion,
            LogPaths logs,
            boolean autorestart,
            OptionalLong maxMemoryRestart,
            Optional<String> cronRestart,
            int unstableRestarts,
            OptionalInt exitCode,
            Optional<Instant> createdAt,
            List<Metric> metrics,
            List<String> actions,
            @JsonUnwrapped Resources resources) {
    }

    /// A process with its configuration under PM2's own option names, and its environment with hidden values.
    public record Description(
            @JsonUnwrapped Detail detail,
            Map<String, Object> config,
            Map<String, String> env) {
    }

    /// A list, or its detailed form.
    public sealed interface ProcessList {
    }

    public record Processes(List<Summary> processes) implements ProcessList {
    }

    public record Details(List<Detail> processes) implements ProcessList {
    }

    public record Descriptions(List<Description> processes) {
    }

    /// What an action did: the processes it was for, as they are afterwards.
    public record Affected(List<Summary> processes, long tookMs) {
    }

    /// What a reload did.
    ///
    /// @param zeroDowntime whether there was an instance to answer at any time
    /// @param warning      why not
    public record Reloaded(List<Summary> processes, long tookMs, boolean zeroDowntime, Optional<String> warning) {
    }

    /// An application's answer to a custom action.
    ///
    /// @param replies one for each process that was asked
    public record ActionReply(List<Reply> replies, long tookMs) {
    }

    /// @param reply what the application answered, as JSON; empty if it answered nothing in time
    public record Reply(int id, String name, Optional<JsonNode> reply) {
    }

    /// Totals of the machine.
    ///
    /// @param cores   how many cores there are to use
    /// @param limited whether cores, cpu or memory are those that the console's container is limited to
    public record Host(
            OptionalDouble cpu,
            OptionalLong memoryUsed,
            OptionalLong memoryTotal,
            OptionalDouble load1,
            OptionalDouble cores,
            OptionalLong diskTotal,
            OptionalLong diskFree,
            boolean limited) {
    }

    /// The saved list.
    ///
    /// @param at    when it was written; empty if nothing was ever saved
    /// @param drift whether the running list is another; empty while the daemon is down
    public record Saved(Optional<Instant> at, Optional<Boolean> drift) {
    }

    public record Pm2Status(
            String daemon,
            Optional<String> reason,
            OptionalLong pid,
            Optional<String> version,
            OptionalLong uptimeMs,
            String home,
            Map<String, Integer> totals,
            OptionalDouble cpu,
            OptionalLong memory,
            Host host,
            Saved saved) {
    }

    public record Pm2Version(
            Optional<String> daemon,
            Optional<String> cli,
            Optional<Boolean> match,
            Optional<String> node,
            String console,
            String os,
            String arch,
            int cpus,
            OptionalLong memory,
            String home) {
    }

    public record MonitorSample(Instant at, Host host, List<Usage> processes) {
    }

    public record Usage(
            int id,
            String name,
            String status,
            OptionalLong pid,
            OptionalDouble cpu,
            OptionalLong memory,
            OptionalLong uptimeMs,
            int restarts,
            @JsonUnwrapped Resources resources) {
    }

    /// What a process and its descendants hold and move besides.
    ///
    /// @param openFilesLimit how many each may have open
    /// @param diskRead       bytes per second
    /// @param diskWrite      bytes per second
    /// @param pss            bytes of memory, where those that several processes share are divided among them
    /// @param measured       who told the figures: `kernel`; or `daemon`, of the process alone
    public record Resources(
            OptionalInt threads,
            OptionalInt openFiles,
            OptionalLong openFilesLimit,
            OptionalDouble diskRead,
            OptionalDouble diskWrite,
            OptionalLong pss,
            Optional<String> measured) {
    }

    /// @param truncated whether there are more before them
    /// @param before    what to ask for those with
    public record Logs(List<Line> lines, boolean truncated, Optional<String> before) {
    }

    /// @param index which of the lines was asked for
    public record LogContext(List<Line> lines, int index, Optional<String> before) {
    }

    /// One line of output.
    ///
    /// @param seq    its number in the live stream; empty for a line out of a file
    /// @param stream `out` or `error`
    /// @param at      when it was written, where the line itself says so
    /// @param level   where it says one
    /// @param follows whether it belongs to the line before it, as in a stack trace
    public record Line(
            OptionalLong seq,
            int id,
            String process,
            String stream,
            Optional<Instant> at,
            Optional<String> level,
            boolean follows,
            String text) {

        public static Line of(LogLine line) {
            return of(line, line.text());
        }

        /// @param text the text as it is to be told
        static Line of(LogLine line, String text) {
            return new Line(line.seq(), line.id().value(), line.process(), line.stream().wire(), line.at(),
                    line.level().map(Level::wire), line.follows(), text);
        }
    }

    /// How the running list differs from the saved one.
    public record Drift(
            Optional<Instant> savedAt,
            boolean drift,
            Set<String> added,
            Set<String> removed,
            List<Changed> changed,
            List<DriftDetail> details) {

        /// Where nothing is known to differ.
        static Drift none(Optional<Instant> savedAt) {
            return new Drift(savedAt, false, Set.of(), Set.of(), List.of(), List.of());
        }
    }

    /// How one application differs.
    ///
    /// @param change  `added`, `removed` or `changed`
    /// @param options those that differ; of an application that was added or removed those that say what it is
    /// @param env     which variables differ, without their values
    public record DriftDetail(String name, String change, List<DriftOption> options, DriftVariables env) {
    }

    /// @param saved   its value in the saved list
    /// @param running its value now
    public record DriftOption(String option, Optional<String> saved, Optional<String> running) {
    }

    public record DriftVariables(Set<String> added, Set<String> removed, Set<String> changed) {
    }

    public record Changed(String name, Set<String> options, Set<String> env) {
    }

    /// Who did what, newest first.
    public record AuditEntries(List<AuditEntry> entries) {
    }

    /// A command that somebody asked for.
    ///
    /// @param parameters what it was asked with; secrets and environment values are not among them
    /// @param outcome    `done`, `refused`, `failed` or `unknown`
    public record AuditEntry(
            Instant at,
            String command,
            String door,
            String actor,
            String role,
            Optional<String> agent,
            Optional<String> session,
            Optional<String> message,
            Optional<String> target,
            Map<String, String> parameters,
            String outcome,
            Optional<String> code,
            long tookMs) {
    }

    public record EcosystemPlan(List<Planned> apps, boolean preview, long tookMs) {
    }

    /// @param outcome `started`, `changed` (restarted or reloaded with its new options), `left` as it is, or `refused`
    /// @param changes names of the options and variables that are other than before
    public record Planned(String name, String outcome, Set<String> changes, Optional<String> reason, List<Summary> processes) {
    }

    public record StartupResult(boolean executed, String platform, String initSystem, String user, String command) {
    }

    public record StartupScript(String platform, String initSystem, String user, String path, String script) {
    }
}
