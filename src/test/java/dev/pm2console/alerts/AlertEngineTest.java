package dev.pm2console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.pm2console.process.DaemonState;
import dev.pm2console.process.Status;

/// What the engine says of what it is shown, second by second.
class AlertEngineTest {

    private static final Instant BEGIN = Instant.parse("2026-11-27T10:00:00Z");
    private static final long MB = 1 << 20;
    private static final Condition MEMORY = new Condition.MemoryOver(500 * MB);

    private final AlertEngine engine = new AlertEngine();
    private final List<String> said = new ArrayList<>();
    private Instant now = BEGIN;
    private DaemonState daemon = DaemonState.ONLINE;
    private List<Watched> processes = List.of();
    private List<Rule> rules = List.of();

    @BeforeEach
    void oneProcess() {
        processes = List.of(process(1, "api").memory(100).build());
    }

    @Test
    void firesOnceWhenTheConditionHasHeldForLongEnough() {
        rules = List.of(rule(MEMORY, Duration.ofSeconds(30), Duration.ZERO, Targets.ALL));
        seconds(5);
        processes = List.of(process(1, "api").memory(600).build());
        seconds(30);
        assertThat(said).isEmpty();

        seconds(60);

        assertThat(said).containsExactly("fired api 600 MB");
        assertThat(engine.standings()).extracting(Standing::phase).containsExactly(Standing.Phase.FIRING);
    }

    @Test
    void breakBeginsTheWaitAnew() {
        rules = List.of(rule(MEMORY, Duration.ofSeconds(30), Duration.ZERO, Targets.ALL));
        processes = List.of(process(1, "api").memory(600).build());
        seconds(25);
        processes = List.of(process(1, "api").memory(400).build());
        seconds(1);
        processes = List.of(process(1, "api").memory(600).build());

        seconds(25);

        assertThat(said).isEmpty();
    }

    @Test
    void resolvedWhenItIsOver() {
        rules = List.of(rule(MEMORY, Duration.ZERO, Duration.ZERO, Targets.ALL));
        processes = List.of(process(1, "api").memory(600).build());
        seconds(3);
        processes = List.of(process(1, "api").memory(300).build());

        seconds(3);

        assertThat(said).containsExactly("fired api 600 MB", "resolved api 300 MB");
        assertThat(engine.standings()).isEmpty();
    }

    @Test
    void noSecondAlertBeforeTheCooldownIsOver() {
        rules = List.of(rule(MEMORY, Duration.ZERO, Duration.ofMinutes(5), Targets.ALL));
        for (var minute = 0; minute < 4; minute++) {
            processes = List.of(process(1, "api").memory(600).build());
            seconds(30);
            processes = List.of(process(1, "api").memory(300).build());
            seconds(30);
        }
        assertThat(said).containsExactly("fired api 600 MB", "resolved api 300 MB");

        processes = List.of(process(1, "api").memory(600).build());
        seconds(90);

        assertThat(said).containsExactly("fired api 600 MB", "resolved api 300 MB", "fired api 600 MB");
    }

    @Test
    void unknownMeasureChangesNothing() {
        rules = List.of(rule(MEMORY, Duration.ZERO, Duration.ZERO, Targets.ALL));
        processes = List.of(process(1, "api").memory(600).build());
        seconds(2);

        processes = List.of(process(1, "api").build());
        seconds(10);

        assertThat(said).containsExactly("fired api 600 MB");
        assertThat(engine.standings()).hasSize(1);
    }

    @Test
    void processThatIsGoneIsResolvedAsSuch() {
        rules = List.of(rule(MEMORY, Duration.ZERO, Duration.ZERO, Targets.ALL));
        processes = List.of(process(1, "api").memory(600).build());
        seconds(2);
        processes = List.of();
        seconds(5);
        assertThat(said).containsExactly("fired api 600 MB");

        seconds(10);

        assertThat(said).containsExactly("fired api 600 MB", "gone api");
    }

    @Test
    void whileTheDaemonIsAwayNothingIsKnownOfProcesses() {
        rules = List.of(rule(MEMORY, Duration.ZERO, Duration.ZERO, Targets.ALL),
                rule(2, new Condition.DaemonDown(), Duration.ofSeconds(10), Duration.ZERO, Targets.ALL));
        processes = List.of(process(1, "api").memory(600).build());
        seconds(20);
        daemon = DaemonState.DOWN;
        processes = List.of();
        seconds(60);
        assertThat(said).containsExactly("fired api 600 MB", "fired daemon down");

        daemon = DaemonState.ONLINE;
        seconds(5); // the list fills up bit by bit
        processes = List.of(process(1, "api").memory(600).build());
        seconds(30);

        assertThat(said).containsExactly("fired api 600 MB", "fired daemon down", "resolved daemon online");
    }

    @Test
    void processesThatDoNotComeBackWithTheDaemonAreGone() {
        rules = List.of(rule(MEMORY, Duration.ZERO, Duration.ZERO, Targets.ALL));
        processes = List.of(process(1, "api").memory(600).build());
        seconds(2);
        daemon = DaemonState.DOWN;
        processes = List.of();
        seconds(60);
        daemon = DaemonState.ONLINE;

        seconds(20);

        assertThat(said).containsExactly("fired api 600 MB", "gone api");
    }

    @Test
    void daemonIsLookedForAtFirst() {
        rules = List.of(rule(new Condition.DaemonDown(), Duration.ZERO, Duration.ZERO, Targets.ALL));
        daemon = DaemonState.DOWN;
        seconds(3);
        assertThat(said).isEmpty();

        seconds(5);

        assertThat(said).containsExactly("fired daemon down");
    }

    @Test
    void statusIsWhatPm2Says() {
        rules = List.of(rule(new Condition.InStatus(Status.ERRORED), Duration.ZERO, Duration.ZERO, Targets.ALL));
        seconds(2);
        processes = List.of(process(1, "api").status(Status.ERRORED).build());
        seconds(2);
        processes = List.of(process(1, "api").build());

        seconds(2);

        assertThat(said).containsExactly("fired api errored", "resolved api online");
    }

    @Test
    void crashLoopIsOverWhenTheProcessRunsAtLast() {
        rules = List.of(rule(new Condition.CrashLoop(), Duration.ZERO, Duration.ZERO, Targets.ALL));
        processes = List.of(process(1, "api").unstable(3).online(now).build());
        seconds(2);
        // PM2 leaves its count as it is
        processes = List.of(process(1, "api").unstable(5).online(now).build());
        seconds(10);
        assertThat(said).containsExactly("fired api 3 restarts in quick succession");

        seconds(30);

        assertThat(said).containsExactly("fired api 3 restarts in quick succession", "resolved api ");
    }

    @Test
    void pm2GivingUpIsACrashLoopUntilItIsStartedAgain() {
        rules = List.of(rule(new Condition.CrashLoop(), Duration.ZERO, Duration.ZERO, Targets.ALL));
        processes = List.of(process(1, "api").unstable(4).status(Status.WAITING_RESTART).build());
        seconds(2);
        processes = List.of(process(1, "api").unstable(0).status(Status.ERRORED).build());
        seconds(600);
        assertThat(said).containsExactly("fired api 4 restarts in quick succession");

        processes = List.of(process(1, "api").unstable(0).online(now).build());
        seconds(5);

        assertThat(said).hasSize(2).last().isEqualTo("resolved api ");
    }

    @Test
    void loopThatPm2DoesNotCountIsOverAfterAMinute() {
        rules = List.of(rule(new Condition.CrashLoop(), Duration.ZERO, Duration.ZERO, Targets.ALL));
        var noticed = now;
        for (var crash = 0; crash < 5; crash++) {
            processes = List.of(process(1, "api").loop(noticed).online(now).build());
            seconds(10);
        }
        assertThat(said).containsExactly("fired api it ends again and again");

        seconds(60);
        processes = List.of(process(1, "api").loop(noticed).online(now).build()); // another restart, much later
        seconds(10);

        assertThat(said).containsExactly("fired api it ends again and again", "resolved api ");
    }

    @Test
    void stoppedInPassingIsNotStopped() {
        rules = List.of(rule(new Condition.CrashLoop(), Duration.ZERO, Duration.ZERO, Targets.ALL),
                rule(2, new Condition.InStatus(Status.STOPPED), Duration.ZERO, Duration.ZERO, Targets.ALL));
        var noticed = now;
        seconds(1);
        for (var crash = 0; crash < 3; crash++) {
            processes = List.of(process(1, "api").loop(noticed).online(now).build());
            seconds(2);
            processes = List.of(process(1, "api").loop(noticed).status(Status.STOPPED).build());
            seconds(2);
        }
        assertThat(said).containsExactly("fired api it ends again and again");

        seconds(3);

        assertThat(said).containsExactly("fired api it ends again and again", "resolved api ", "fired api stopped");
    }

    @Test
    void restartsAreCountedWithinTheirTime() {
        rules = List.of(rule(new Condition.RestartsOver(3, Duration.ofMinutes(1)), Duration.ZERO, Duration.ZERO, Targets.ALL));
        for (var restarts = 7; restarts <= 10; restarts++) { // those before the console looked don't count
            processes = List.of(process(1, "api").restarts(restarts).build());
            seconds(10);
        }
        assertThat(said).isEmpty();
        processes = List.of(process(1, "api").restarts(11).build());
        seconds(1);
        assertThat(said).containsExactly("fired api 4 restarts");

        processes = List.of(process(1, "api").restarts(0).build()); // reset
        seconds(60);

        assertThat(said).containsExactly("fired api 4 restarts", "resolved api 3 restarts");
    }

    @Test
    void silenceBeginsWithTheLastLineOrTheStart() {
        rules = List.of(rule(new Condition.LogSilent(Duration.ofSeconds(30)), Duration.ZERO, Duration.ZERO, Targets.ALL));
        processes = List.of(process(1, "api").online(BEGIN.minusSeconds(3600)).build());
        seconds(25); // was not heard before the console began to listen
        processes = List.of(process(1, "api").online(BEGIN.minusSeconds(3600)).line(now).build());
        seconds(25);
        assertThat(said).isEmpty();

        seconds(10);
        processes = List.of(process(1, "api").online(BEGIN.minusSeconds(3600)).line(now).build());
        seconds(2);

        assertThat(said).containsExactly("fired api silent for 30 seconds", "resolved api silent for 0 seconds");
    }

    @Test
    void oneJumpOfTheCpuIsNoAlert() {
        rules = List.of(rule(new Condition.CpuOver(90), Duration.ZERO, Duration.ZERO, Targets.ALL));
        processes = List.of(process(1, "api").online(BEGIN).cpu(5).build());
        seconds(10);
        processes = List.of(process(1, "api").online(BEGIN).cpu(100).build());
        seconds(2);
        processes = List.of(process(1, "api").online(BEGIN).cpu(5).build());
        seconds(10);
        assertThat(said).isEmpty();

        processes = List.of(process(1, "api").online(BEGIN).cpu(100).build());
        seconds(40);

        assertThat(said).hasSize(1).first().asString().startsWith("fired api 9");
    }

    @Test
    void rulesAreAboutTheirTargetsOnly() {
        rules = List.of(rule(MEMORY, Duration.ZERO, Duration.ZERO, new Targets(List.of("api-*", "namespace:shop"))));
        processes = List.of(process(1, "api-orders").memory(600).build(), process(2, "worker").memory(600).build(),
                process(3, "cart").namespace("shop").memory(600).build());

        seconds(3);

        assertThat(said).containsExactlyInAnyOrder("fired api-orders 600 MB", "fired cart 600 MB");
    }

    @Test
    void modulesAreMeantOnlyWhereTheyAreNamed() {
        var module = process(1, "pm2-logrotate").memory(600).module().build();
        processes = List.of(module);
        rules = List.of(rule(MEMORY, Duration.ZERO, Duration.ZERO, Targets.ALL));
        seconds(3);
        assertThat(said).isEmpty();

        rules = List.of(rule(MEMORY, Duration.ZERO, Duration.ZERO, new Targets(List.of("pm2-logrotate"))));
        seconds(3);

        assertThat(said).containsExactly("fired pm2-logrotate 600 MB");
    }

    @Test
    void ruleThatIsAnotherOrOffIsDroppedWithoutAWord() {
        rules = List.of(rule(MEMORY, Duration.ZERO, Duration.ofHours(1), Targets.ALL));
        processes = List.of(process(1, "api").memory(600).build());
        seconds(2);
        rules = List.of(rule(new Condition.MemoryOver(700 * MB), Duration.ZERO, Duration.ofHours(1), Targets.ALL));
        seconds(2);
        rules = List.of(rule(MEMORY, Duration.ZERO, Duration.ofHours(1), Targets.ALL));
        seconds(2);
        rules = List.of();

        seconds(2);

        assertThat(said).containsExactly("fired api 600 MB", "dropped api", "fired api 600 MB", "dropped api");
    }

    @Test
    void whatWasToldBeforeARestartOfTheConsoleIsNotToldAgain() {
        engine.restore(1, Optional.of(subject(1, "api")), BEGIN.minusSeconds(60), BEGIN.minusSeconds(50), false);
        engine.restore(1, Optional.of(subject(2, "web")), BEGIN.minusSeconds(60), BEGIN.minusSeconds(50), true);
        rules = List.of(rule(MEMORY, Duration.ZERO, Duration.ofMinutes(10), Targets.ALL));
        processes = List.of(process(1, "api").memory(600).build(), process(2, "web").memory(600).build());
        seconds(20);
        assertThat(said).isEmpty();

        processes = List.of(process(1, "api").memory(100).build(), process(2, "web").memory(600).build());
        seconds(2);

        assertThat(said).containsExactly("resolved api 100 MB");
    }

    @Test
    void thousandProcessesAndAHundredRulesEachFireOnce() {
        processes = IntStream.range(0, 1_000).mapToObj(i -> process(i, "app-" + i).memory(600).build()).toList();
        rules = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> rule(i, MEMORY, Duration.ZERO, Duration.ZERO, new Targets(List.of("app-*9")))).toList();

        seconds(3);

        assertThat(said).hasSize(100 * 100).contains("fired app-999 600 MB");
        assertThat(engine.standings()).hasSize(100 * 100);
    }

    private void seconds(int count) {
        for (var i = 0; i < count; i++) {
            for (var change : engine.tick(new Sighting(now, daemon, processes), rules)) {
                said.add(words(change));
            }
            now = now.plusSeconds(1);
        }
    }

    private static String words(AlertChange change) {
        var name = change.subject().map(Subject::name).orElse("daemon");
        return switch (change) {
            case AlertChange.Fired it -> "fired " + name + " " + it.value();
            case AlertChange.Resolved it -> it.gone() ? "gone " + name : "resolved " + name + " " + it.value();
            case AlertChange.Dropped _ -> "dropped " + name;
        };
    }

    private static Rule rule(Condition condition, Duration hold, Duration cooldown, Targets targets) {
        return rule(1, condition, hold, cooldown, targets);
    }

    private static Rule rule(long id, Condition condition, Duration hold, Duration cooldown, Targets targets) {
        return new Rule(id, "rule " + id, true, condition, hold, cooldown, targets, List.of(), true);
    }

    private static Subject subject(int id, String name) {
        return new Subject(id, name, "default");
    }

    private static Seen process(int id, String name) {
        return new Seen(id, name);
    }

    private static final class Seen {
        private final int id;
        private final String name;
        private String namespace = "default";
        private boolean module;
        private Status status = Status.ONLINE;
        private int restarts;
        private int unstable;
        private Optional<Instant> online = Optional.of(BEGIN);
        private OptionalDouble cpu = OptionalDouble.empty();
        private OptionalLong memory = OptionalLong.empty();
        private Optional<Instant> line = Optional.empty();
        private Optional<Instant> loop = Optional.empty();

        Seen(int id, String name) {
            this.id = id;
            this.name = name;
        }

        Seen namespace(String of) {
            namespace = of;
            return this;
        }

        Seen module() {
            module = true;
            return this;
        }

        Seen status(Status is) {
            status = is;
            online = Optional.empty();
            return this;
        }

        Seen restarts(int count) {
            restarts = count;
            return this;
        }

        Seen unstable(int count) {
            unstable = count;
            return this;
        }

        Seen online(Instant since) {
            online = Optional.of(since);
            return this;
        }

        Seen cpu(double percent) {
            cpu = OptionalDouble.of(percent);
            return this;
        }

        Seen memory(long megabytes) {
            memory = OptionalLong.of(megabytes * MB);
            return this;
        }

        Seen loop(Instant at) {
            loop = Optional.of(at);
            return this;
        }

        Seen line(Instant at) {
            line = Optional.of(at);
            return this;
        }

        Watched build() {
            return new Watched(new Subject(id, name, namespace), module, status, restarts, unstable, loop,
                    Duration.ofSeconds(1),
                    online, cpu, memory, line);
        }
    }
}
