package dev.pm2console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Caller;
import dev.pm2console.accounts.Role;
import dev.pm2console.alerts.Alerts;
import dev.pm2console.alerts.TestAlerts;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.audit.AuditLog;
import dev.pm2console.audit.AuditPage;
import dev.pm2console.audit.AuditPlace;
import dev.pm2console.audit.AuditQuery;
import dev.pm2console.events.EventPage;
import dev.pm2console.logs.LogLimits;
import dev.pm2console.logs.LogRings;
import dev.pm2console.logs.LogStore;
import dev.pm2console.metrics.IdleMetrics;
import dev.pm2console.metrics.history.HistoryQuery;
import dev.pm2console.metrics.history.TestHistory;
import dev.pm2console.process.AppDefinition;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.testsupport.TestAccounts;
import io.smallrye.config.SmallRyeConfigBuilder;

/// The command service as the console has it, asked like a door asks it, over whichever process manager; without the
/// framework. JSON may have single quotes.
final class TestConsole {

    private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES).build();
    private static final Accounts NOBODY = TestAccounts.none();
    private static final HistoryQuery NO_HISTORY = TestHistory.none();
    private static final Alerts NO_ALERTS = TestAlerts.none();
    private static final Caller ADMIN = new Caller("test", Role.ADMIN, "rest", Optional.empty(), Optional.empty(),
            Optional.empty());

    private final CommandService service;

    TestConsole(ProcessManager manager, Path root, Map<String, String> properties) {
        var config = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(AppsConfig.class)
                .withDefaultValue("console.apps.root", root.toString()).withDefaultValues(properties).build();
        service = new Commands().commandService(manager, IdleMetrics.of(manager), NO_HISTORY,
                new LogStore(new LogRings(0, 0, 1)),
                new Unheard(), (_, _, _) -> new EventPage(List.of(), Optional.empty()), NOBODY, NO_ALERTS,
                config.getConfigMapping(AppsConfig.class), () -> Duration.ofSeconds(30), LogLimits.warningAt(1 << 20, 10),
                VALIDATOR, JSON,
                InstantSource.system(), "test");
    }

    Results.Affected start(JsonNode options) {
        return service.execute(ADMIN, Operation.START_PROCESS, () -> Requests.startProcess(options));
    }

    Results.EcosystemPlan ecosystem(JsonNode body) {
        return service.execute(ADMIN, Operation.START_ECOSYSTEM, () -> Requests.startEcosystem(body));
    }

    Results.Affected restart(String nameOrId, JsonNode body) {
        return service.execute(ADMIN, Operation.RESTART_PROCESS, () -> Requests.restartProcess(nameOrId, body));
    }

    Results.Affected delete(String nameOrId) {
        return service.execute(ADMIN, new Command.DeleteProcess(nameOrId));
    }

    FileResults.Listing list(String directory) {
        return service.execute(ADMIN, new FileCommand.ListDirectory(directory));
    }

    FileResults.EcosystemFile read(String file) {
        return service.execute(ADMIN, new FileCommand.ReadEcosystem(file));
    }

    /// Every refusal of every test would be a line of output.
    private static final class Unheard implements AuditLog {
        @Override
        public void record(AuditEntry entry) {
            // nobody reads it
        }

        @Override
        public AuditPage page(AuditQuery query, Optional<AuditPlace> after, int limit) {
            return new AuditPage(List.of(), Optional.empty());
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /// A start that is only recorded, in a directory of its own: what becomes of one set of options.
    static final class Trial {
        final Path root;
        final Path home;
        private final Map<String, String> properties;

        Trial(Path directory, Map<String, String> properties) {
            this.root = directory.resolve("apps");
            this.home = directory.resolve("home");
            this.properties = properties;
            try {
                write(root.resolve("app.js"), "");
                Files.createDirectories(home.resolve("logs"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// What PM2 would be told.
        AppDefinition accepted(String options) {
            return accepted(json(options));
        }

        AppDefinition accepted(JsonNode options) {
            var manager = new RecordingManager(home);
            new TestConsole(manager, root, properties).start(options);
            return manager.launched().getFirst();
        }

        /// The value of one option that PM2 would be told.
        Object told(String option, String options) {
            return accepted(options).options().get(option);
        }

        /// Why it is refused; nothing was started then.
        Failure refused(JsonNode options) {
            var manager = new RecordingManager(home);
            try {
                new TestConsole(manager, root, properties).start(options);
            } catch (CommandException e) {
                if (manager.launched().isEmpty()) {
                    return e.failure();
                }
            }
            throw new AssertionError("was started: " + options.toString());
        }

        /// What is wrong, by field.
        Map<String, String> violations(String options) {
            return violations(json(options));
        }

        Map<String, String> violations(JsonNode options) {
            return switch (refused(options)) {
                case Failure.InvalidArgument(var violations) ->
                    violations.stream().collect(Collectors.toMap(Violation::field, Violation::message));
                case Failure other -> throw new AssertionError("refused for another reason: " + other.message());
            };
        }

        /// The code and the field where a path is refused.
        String path(String options) {
            return switch (refused(json(options))) {
                case Failure.OutsideAppsRoot it -> "outside: " + it.field();
                case Failure.ScriptNotFound it -> "missing: " + it.field();
                case Failure.InvalidArgument(var violations) -> "invalid: " + violations.getFirst().field();
                case Failure other -> throw new AssertionError(other.message());
            };
        }
    }
}
