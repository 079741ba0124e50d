package dev.pm2console.pm2;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.pm2console.process.AppDefinition;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Status;
import dev.pm2console.testsupport.RealPm2;

/// What people do every day, on each PM2 that is supported, with the command of the same version.
class CoreScenarioTest {

    @ParameterizedTest
    @ValueSource(ints = { 5, 6, 7 })
    @Timeout(300)
    void everydayLife(int major) throws Exception {
        try (var real = RealPm2.version(major).startDaemon(); var pm2 = open(real)) {
            var manager = pm2.manager();
            await().until(() -> manager.daemon().state() == DaemonState.ONLINE);
            assertThat(manager.daemon().version().orElseThrow()).startsWith(major + ".");
            assertThat(manager.commandVersion()).isEqualTo(manager.daemon().version());
            assertThat(manager.processes()).isEmpty();

            manager.launch(List.of(app(real, "idle", "idle.js", Map.of("env", Map.of("MARKER", "first"))),
                    app(real, "web", "web.js", Map.of("exec_mode", "cluster", "instances", 1))), false);
            assertThat(manager.refresh()).extracting(ManagedProcess::name).containsExactly("idle", "web");
            assertThat(manager.processes()).extracting(ManagedProcess::status).containsOnly(Status.ONLINE);
            var idle = named(manager, "idle").getFirst();
            var web = named(manager, "web").getFirst();

            manager.restart(idle.id(), Map.of("MARKER", "second"));
            assertThat(named(manager, "idle").getFirst().restarts()).isEqualTo(1);
            assertThat(named(manager, "idle").getFirst().pid()).isNotEqualTo(idle.pid());
            assertThat(manager.reveal(Set.of(idle.id()), "MARKER")).isEqualTo(Map.of(idle.id(), "second"));

            manager.duplicate(web.id());
            manager.refresh();
            assertThat(named(manager, "web")).hasSize(2);
            manager.reload(web.id());
            manager.refresh();
            assertThat(named(manager, "web")).hasSize(2).extracting(ManagedProcess::status).containsOnly(Status.ONLINE);
            assertThat(named(manager, "web").getFirst().pid()).isNotEqualTo(web.pid());

            manager.stop(idle.id());
            assertThat(named(manager, "idle").getFirst().status()).isEqualTo(Status.STOPPED);
            manager.start(idle.id());
            assertThat(named(manager, "idle").getFirst().status()).isEqualTo(Status.ONLINE);
            manager.reset(idle.id());
            manager.refresh();
            assertThat(named(manager, "idle").getFirst().restarts()).isZero();

            manager.save();
            assertThat(manager.saved().orElseThrow().apps()).extracting(it -> it.name()).containsExactly("idle", "web", "web");
            manager.delete(idle.id());
            assertThat(named(manager, "idle")).isEmpty();
            manager.resurrect();
            assertThat(manager.refresh()).extracting(ManagedProcess::name).contains("idle");

            manager.kill();
            await().until(() -> manager.daemon().state() == DaemonState.DOWN);
            assertThat(real.processes()).isEmpty();
            assertThat(manager.known()).isEmpty();
            assertThat(manager.remembered()).isNotEmpty();
            assertThat(Files.exists(real.home().resolve("dump.pm2"))).isTrue();
        }
    }

    private static Pm2 open(RealPm2 real) {
        return new Pm2(new Pm2.Settings(real.home(), Optional.of(real.command()), Duration.ofSeconds(30), System.getenv(),
                Path.of(System.getProperty("user.home"))));
    }

    private static AppDefinition app(RealPm2 real, String name, String script, Map<String, Object> options) {
        var all = new HashMap<>(options);
        all.put("script", script);
        all.put("cwd", real.appsRoot().toString());
        return new AppDefinition(name, all);
    }

    private static List<ManagedProcess> named(ProcessManager manager, String name) {
        return manager.processes().stream().filter(process -> process.name().equals(name)).toList();
    }
}
