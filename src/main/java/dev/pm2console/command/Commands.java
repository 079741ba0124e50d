package dev.pm2console.command;

import java.nio.file.Path;
import java.time.InstantSource;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.alerts.Alerts;
import dev.pm2console.audit.AuditLog;
import dev.pm2console.events.EventLog;
import dev.pm2console.logs.LogArchive;
import dev.pm2console.logs.LogStore;
import dev.pm2console.logs.LogsConfig;
import dev.pm2console.metrics.MetricsPoller;
import dev.pm2console.metrics.history.HistoryQuery;
import dev.pm2console.process.ProcessManager;

/// Makes the one [CommandService] of the console.
final class Commands {

    @Produces
    @Singleton
    CommandService commandService(
            ProcessManager manager,
            MetricsPoller metrics,
            HistoryQuery history,
            LogStore logs,
            AuditLog audit,
            EventLog events,
            Accounts accounts,
            Alerts alerts,
            AppsConfig apps,
            CommandConfig config,
            LogsConfig logsConfig,
            Validator validator,
            ObjectMapper json,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        var views = new Views(metrics, clock);
        var turns = new Turns(config.commandTimeout());
        var targets = new Targets(manager, turns, new Launches(manager, config.commandTimeout()));
        var actions = new Actions(manager, views, targets, json);
        var root = new AppsRoot(apps.root().orElse(Path.of("")), manager.daemon().home().resolve("logs"));
        var logTargets = new LogTargets(manager);
        var machine = new Upkeep.Machine(System.getProperty("user.name"), System.getenv().getOrDefault("PATH", ""));
        var handlers = new Handlers(
                new Reads(manager, views, version),
                new LogReads(logTargets, logs),
                new LogFileReads(logTargets, new LogArchive(logsConfig), new RotationModule(manager, json)),
                new HistoryReads(manager, history),
                new EventReads(events, manager),
                new AuditReads(audit, json),
                actions,
                new Reloads(manager, targets, views),
                new Starts(manager, new AppPreparation(root, apps, Runtime.getRuntime().availableProcessors()), views, turns),
                new Upkeep(manager, logs, views, turns, machine),
                new AccountActions(accounts),
                new AlertActions(alerts),
                new AppFiles(root, json),
                config.commandTimeout());
        return new CommandService(validator, new StartRules(apps), handlers, audit, clock);
    }
}
