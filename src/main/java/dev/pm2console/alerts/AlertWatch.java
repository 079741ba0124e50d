package dev.pm2console.alerts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.pm2console.events.EventEngine;
import dev.pm2console.jobs.Jobs;
import dev.pm2console.logs.LogEngine;
import dev.pm2console.metrics.MetricsPoller;
import dev.pm2console.metrics.MetricsSnapshot;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.ProcessManager;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;

/// Makes [Alerts], and lets it look at everything once a second.
final class AlertWatch {

    private static final Duration USUAL_MIN_UPTIME = Duration.ofSeconds(1);

    @Produces
    @Singleton
    WebSender web(Vertx vertx, AlertsConfig config) {
        try {
            return new WebSender(vertx, new Route(new AllowedHosts(config.allowedHosts().orElse(List.of())),
                    name -> List.of(InetAddress.getAllByName(name))));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage()); // and no cause, which would be shown in its place
        }
    }

    void close(@Disposes WebSender web) {
        web.close();
    }

    @Produces
    @Singleton
    Alerts alerts(AlertTables tables, WebSender web, ReactiveMailer mailer, AlertsConfig config, InstantSource clock,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
        var mail = new MailSender(mailer, from);
        return new Alerts(tables, mail,
                new ChannelMessenger(web, mail, new MessageBodies(machine(), config.consoleUrl())), clock);
    }

    void close(@Disposes Alerts alerts) {
        alerts.close();
    }

    void start(@Observes StartupEvent started, Jobs jobs, Alerts alerts, LogEngine logs, EventEngine events,
            ProcessManager manager, MetricsPoller metrics, InstantSource clock) {
        var heard = new Heard(new LogActivity(clock), new CrashLoops());
        logs.listen(heard.activity::heard);
        events.listen(heard.loops);
        jobs.every("alerts", Duration.ofSeconds(1),
                () -> alerts.look(sighting(manager, metrics.latest(), heard, clock)));
        jobs.every("alerts-kept", Duration.ofHours(1), alerts::expire);
    }

    /// What has to be listened for all the time.
    private record Heard(LogActivity activity, CrashLoops loops) {

        void keep(Set<ProcessId> ids) {
            activity.keep(ids);
            loops.keep(ids);
        }
    }

    private static Sighting sighting(ProcessManager manager, MetricsSnapshot measured, Heard heard, InstantSource clock) {
        var state = manager.daemon().state();
        var list = manager.known();
        heard.keep(list.stream().map(ManagedProcess::id).collect(Collectors.toSet()));
        return new Sighting(clock.instant(), state,
                list.stream().map(it -> watched(it, measured.of(it), heard)).toList());
    }

    private static Watched watched(ManagedProcess process, MetricsSnapshot.Usage usage, Heard heard) {
        var minUptime = process.options().get("min_uptime") instanceof Number millis ? Duration.ofMillis(millis.longValue())
                : USUAL_MIN_UPTIME;
        return new Watched(new Subject(process.id().value(), process.name(), process.namespace()), process.module(),
                process.status(), process.restarts(), process.unstableRestarts(),
                heard.loops.of(process.id()), minUptime, process.onlineSince(), usage.cpu(),
                usage.memory(), heard.activity.lastLine(process.id()));
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "this machine";
        }
    }
}
