package dev.pm2console.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import dev.pm2console.process.DaemonNote;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;

class EventEngineTest {

    private final World world = new World().online();

    @Test
    void exitWaitsForItsFactsAndNoLonger() {
        world.crash(3);

        assertThat(world.pass(299).told).isEmpty();
        assertThat(world.pass(1).told).extracting(Event::kind).containsExactly(EventKind.EXIT);
    }

    @Test
    void exitByItselfHasItsCodeItsUptimeItsMemoryAndItsLastErrors() {
        world.lines.add(new Witness.Line("Error: the database is gone", "key", false));
        world.crash(3);
        world.pass(300);

        var exit = world.only();
        assertThat(exit.cause()).contains(Cause.SELF);
        assertThat(exit.reason()).contains("exited with code 3");
        assertThat(exit.ending()).isEqualTo(new Ending(OptionalInt.of(3), Optional.empty(), OptionalLong.of(60_000),
                OptionalLong.of(64 << 20), List.of("Error: the database is gone"), Optional.of("key")));
    }

    @Test
    void restartTellsItsExitAgain() {
        world.crash(3);
        world.pass(2);
        world.comesUp();
        world.pass(600);

        assertThat(world.told).extracting(Event::kind).containsExactly(EventKind.EXIT, EventKind.ONLINE, EventKind.RESTART);
        assertThat(world.only().reason()).contains("exited with code 3");
        assertThat(world.only().ending().exitCode()).hasValue(3);
        assertThat(world.only().at()).isEqualTo(World.NOON.plusMillis(2));
    }

    @Test
    void signalIsCalledByItsName() {
        world.exited(0, "SIGKILL");
        world.event("exit");
        world.pass(300);

        assertThat(world.only().cause()).contains(Cause.SIGNAL);
        assertThat(world.only().reason()).contains("killed by SIGKILL");
        assertThat(world.only().ending().signal()).contains("SIGKILL");
        assertThat(world.only().ending().exitCode()).isEmpty();
    }

    @Test
    void codeZeroMayHaveBeenAnInterrupt() {
        world.exited(0, "SIGINT");
        world.event("exit");
        world.pass(300);

        assertThat(world.only().cause()).contains(Cause.SELF);
        assertThat(world.only().reason()).contains("exited with code 0, or by SIGINT");
    }

    @Test
    void restartThroughTheConsoleNamesWhoAsked() {
        world.asked("restartProcess", "olga");
        world.ends();
        world.comesUp();
        world.said("restart");
        world.pass(600);

        assertThat(world.only().kind()).isEqualTo(EventKind.RESTART);
        assertThat(world.only().cause()).contains(Cause.PERSON);
        assertThat(world.only().reason()).contains("asked by olga");
        assertThat(world.only().actor()).contains("olga");
        assertThat(world.told).extracting(Event::kind).containsExactly(EventKind.EXIT, EventKind.ONLINE, EventKind.RESTART);
    }

    @Test
    void restartByThePm2CommandIsToldApart() {
        world.ends();
        world.comesUp();
        world.pass(12);
        world.said("restart");
        world.pass(600);

        assertThat(world.only().cause()).contains(Cause.PERSON);
        assertThat(world.only().reason()).contains("asked by the pm2 command");
        assertThat(world.only().actor()).isEmpty();
    }

    @Test
    void commandMaySpeakUpBeforePm2SaysThatItIsUp() {
        world.ends();
        world.pass(10);
        world.said("restart");
        world.pass(150);
        world.comesUp();
        world.pass(600);

        assertThat(world.only().kind()).isEqualTo(EventKind.RESTART);
        assertThat(world.only().reason()).contains("asked by the pm2 command");
    }

    @Test
    void restartThatNobodySaysAnythingOfMayBeAnyProgram() {
        world.ends();
        world.comesUp();
        world.pass(600);

        assertThat(world.only().reason()).contains("asked by the pm2 command or another program");
    }

    @Test
    void crashDuringSomebodysRestartIsACrash() {
        world.asked("restartProcess", "olga");
        world.crash(1);
        world.pass(300);

        assertThat(world.only().cause()).contains(Cause.SELF);
    }

    @Test
    void commandThatEndedLongAgoAskedForNothing() {
        var asked = world.asked("restartProcess", "olga");
        world.engine.ended(asked, Optional.of(new Done(World.NOON, Optional.of("web"), "restartProcess", true)));
        world.pass(3_000);
        world.told.clear();
        world.ends();
        world.pass(300);

        assertThat(world.told.getFirst().actor()).isEmpty();
    }

    @Test
    void signalSentThroughTheConsoleNamesWhoSentIt() {
        var asked = world.asked("sendSignal", "olga");
        world.exited(0, "SIGKILL");
        world.event("exit");
        world.engine.ended(asked, Optional.empty());
        world.pass(300);

        assertThat(world.told.getFirst().reason()).contains("killed by SIGKILL");

        world.comesUp();
        world.pass(1_000);
        world.told.clear();
        var again = world.asked("sendSignal", "olga");
        world.engine.ended(again, Optional.of(new Done(World.NOON, Optional.of("web"), "sendSignal", true)));
        world.exited(0, "SIGKILL");
        world.event("exit");
        world.pass(300);

        assertThat(world.told.getLast().reason()).contains("olga sent SIGKILL");
        assertThat(world.told.getLast().cause()).contains(Cause.PERSON);
        assertThat(world.told.getLast().ending().signal()).contains("SIGKILL");
    }

    @Test
    void limitOfMemoryIsTheReasonWithItsFigures() {
        world.engine.daemonNote(new DaemonNote.OverMemory(World.NOON, World.WEB, 212L << 20, 200L << 20));
        world.ends();
        world.comesUp();
        world.pass(600);

        assertThat(world.only().cause()).contains(Cause.MEMORY_LIMIT);
        assertThat(world.only().reason()).contains("over its memory limit: 212 MB of 200 MB");
        assertThat(world.only().ending().memory()).hasValue(212L << 20);
    }

    @Test
    void fileThatChangedIsTheReason() {
        world.engine.daemonNote(new DaemonNote.FileChanged(World.NOON, "web", "src/a.js"));
        world.ends();
        world.comesUp();
        world.pass(600);

        assertThat(world.only().cause()).contains(Cause.WATCH);
        assertThat(world.only().reason()).contains("a file changed: src/a.js");
    }

    @Test
    void restartAtATimeOfTheTimetableIsTheTimetables() {
        var timed = new World(Map.of("cron_restart", "0 12 * * *")).online();
        timed.pass(40);
        timed.ends();
        timed.comesUp();
        timed.pass(600);

        assertThat(timed.only().cause()).contains(Cause.CRON);
        assertThat(timed.only().reason()).contains("cron: 0 12 * * *");
    }

    @Test
    void restartAtAnotherTimeIsNotTheTimetables() {
        var timed = new World(Map.of("cron_restart", "0 12 * * *")).online();
        timed.pass(30_000);
        timed.ends();
        timed.comesUp();
        timed.pass(600);

        assertThat(timed.only().cause()).contains(Cause.PERSON);
    }

    @Test
    void commandAtATimeOfTheTimetableIsToldByTheCommand() {
        var timed = new World(Map.of("cron_restart", "0 12 * * *")).online();
        timed.ends();
        timed.comesUp();
        timed.said("restart");
        timed.pass(600);

        assertThat(timed.only().reason()).contains("asked by the pm2 command");
    }

    @Test
    void stopIsOneLineThatTellsTheExitAgain() {
        world.asked("stopProcess", "olga");
        world.ends();
        world.said("stop");
        world.stays(Status.STOPPED);
        world.pass(600);

        assertThat(world.only().kind()).isEqualTo(EventKind.STOP);
        assertThat(world.only().reason()).contains("asked by olga");
    }

    @Test
    void stopThatNobodySaidIsSeenByTheList() {
        world.ends();
        world.stays(Status.STOPPED);
        world.pass(1_000);
        world.pass(1_000);

        assertThat(world.only().kind()).isEqualTo(EventKind.STOP);
        assertThat(world.only().reason()).contains("asked by the pm2 command or another program");
    }

    @Test
    void stopThatTookTooLongSaysThatItWasKilled() {
        world.stopping();
        world.pass(1_600);
        world.exited(0, "SIGKILL");
        world.event("exit");
        world.said("stop");
        world.pass(600);

        assertThat(world.only().reason()).contains("asked by the pm2 command; it did not end in time and was killed");
    }

    @Test
    void startAfterAStopIsAStart() {
        world.ends();
        world.said("stop");
        world.pass(1_000);
        world.told.clear();
        world.asked("startStopped", "olga");
        world.comesUp();
        world.pass(600);

        assertThat(world.only().kind()).isEqualTo(EventKind.START);
        assertThat(world.only().reason()).contains("asked by olga");
    }

    @Test
    void reloadOfAnInstanceIsOneReload() {
        world.asked("reloadProcess", "olga");
        world.comesUp(); // its predecessor ends under another number
        world.said("reload");
        world.pass(600);

        assertThat(world.only().kind()).isEqualTo(EventKind.RELOAD);
        assertThat(world.only().reason()).contains("asked by olga");
    }

    @Test
    void instancesOfAScalingAreToldByTheScaling() {
        var asked = world.asked("scaleProcess", "olga");
        world.list(world.process(World.WEB, "web", Status.ONLINE, 0));
        world.engine.processEvent(new dev.pm2console.process.ProcessEvent("start", true, World.NOON,
                Optional.of(new ProcessId(1)), "web", "default", Optional.of(Status.ONLINE), 0, 0, Optional.of(World.NOON),
                OptionalInt.empty()));
        world.engine.processEvent(new dev.pm2console.process.ProcessEvent("online", false, World.NOON,
                Optional.of(new ProcessId(1)), "web", "default", Optional.of(Status.ONLINE), 0, 0, Optional.of(World.NOON),
                OptionalInt.empty()));
        world.pass(300);
        world.engine.ended(asked,
                Optional.of(new Done(World.NOON, Optional.of("web"), "scaleProcess web (instances 2)", true)));

        assertThat(world.only().kind()).isEqualTo(EventKind.SCALE);
        assertThat(world.only().reason()).contains("scaleProcess web (instances 2)");
        assertThat(world.only().process()).contains("web");
    }

    @Test
    void processThatIsInTheListNoMoreWasDeleted() {
        world.asked("deleteProcess", "olga");
        world.ends();
        world.list();
        world.pass(300);
        world.pass(1_001);

        assertThat(world.only().kind()).isEqualTo(EventKind.DELETE);
        assertThat(world.only().reason()).contains("asked by olga");
    }

    @Test
    void processMayComeIntoTheListLongAfterItWasToldOf() {
        world.nothing();
        world.said("start");
        world.comesUp();
        world.list();
        world.pass(400);
        world.pass(5_000);
        world.list(Status.ONLINE);
        world.pass(5_000);

        assertThat(world.only().kind()).isEqualTo(EventKind.START);
    }

    @Test
    void processThatNeverCameIntoTheListIsGoneInTheEnd() {
        world.nothing();
        world.said("start");
        world.comesUp();
        world.list();
        world.pass(400);
        world.pass(10_001);

        assertThat(world.told()).extracting(Event::kind).containsExactly(EventKind.START, EventKind.DELETE);
    }

    @Test
    void crashLoopIsToldOnceWithWhatComesOfIt() {
        for (var i = 0; i < 8; i++) {
            world.stableFrom(0);
            world.crash(1);
            world.pass(400);
            world.comesUp();
            world.pass(2_000);
        }

        var loops = world.told.stream().filter(it -> it.kind() == EventKind.CRASH_LOOP).toList();
        assertThat(loops).hasSize(1);
        assertThat(loops.getFirst().count()).isEqualTo(5);
        assertThat(loops.getFirst().reason().orElseThrow()).startsWith("ended 5 times within ").contains("exited with code 1")
                .contains("PM2 tries again at once");
    }

    @Test
    void crashLoopIsRecognisedByPm2sCountToo() {
        world.crash(1);
        world.pass(1);
        world.comesUp();
        world.crash(1);
        world.pass(1);
        world.comesUp();
        world.crash(1);
        world.pass(600);

        var loop = world.told.stream().filter(it -> it.kind() == EventKind.CRASH_LOOP).findFirst().orElseThrow();
        assertThat(loop.reason().orElseThrow())
                .contains("gives up at 16 quick ends within its first 16 s, of which it counts 3");
    }

    @Test
    void crashLoopIsOverWhenItStaysUp() {
        crashLoopIsRecognisedByPm2sCountToo();
        world.comesUp();
        world.pass(600);
        world.told.clear();
        world.pass(60_000);

        assertThat(world.only().kind()).isEqualTo(EventKind.ONLINE);
        assertThat(world.only().reason().orElseThrow()).contains("the crash loop is over");
    }

    @Test
    void longWaitsBetweenTriesAreTold() {
        var slow = new World(Map.of("restart_delay", 4_000)).online();
        for (var i = 0; i < 5; i++) {
            slow.crash(1);
            slow.pass(300);
            slow.comesUp();
            slow.pass(300);
        }

        var loop = slow.told.stream().filter(it -> it.kind() == EventKind.CRASH_LOOP).findFirst().orElseThrow();
        assertThat(loop.reason().orElseThrow()).contains("PM2 tries again after 4 s");
    }

    @Test
    void givingUpIsToldWithTheLastEnd() {
        world.exited(3, "SIGINT");
        world.stableFrom(16);
        world.event("restart overlimit");
        world.stableFrom(0);
        world.event("exit");
        world.stays(Status.ERRORED);
        world.pass(600);

        assertThat(world.only().kind()).isEqualTo(EventKind.GAVE_UP);
        assertThat(world.only().reason()).contains("PM2 gave up after 16 quick ends, last: exited with code 3");
        assertThat(world.only().ending().exitCode()).hasValue(3);
        assertThat(world.told).extracting(Event::kind).containsExactly(EventKind.EXIT, EventKind.GAVE_UP);
    }

    @Test
    void exitThatEndsARunNobodyToldOfIsARestartAndAnExit() {
        world.crash(1);
        world.pass(50);
        world.comesUpUnheard();
        world.crash(2);
        world.pass(600);

        assertThat(world.told).extracting(Event::kind).containsExactly(EventKind.EXIT, EventKind.ONLINE, EventKind.RESTART,
                EventKind.EXIT);
    }

    @Test
    void daemonThatGoesTakesItsProcessesWithIt() {
        world.down();

        assertThat(world.only().kind()).isEqualTo(EventKind.DAEMON_DOWN);
        assertThat(world.only().reason()).contains("the PM2 daemon closed pub.sock; gone with it: web (1 process)");
    }

    @Test
    void restartsWhileTheConsoleWasAwayAreCounted() {
        var seen = new Seen(World.WEB, "web", 2, Optional.of(World.NOON.minusSeconds(900)));
        var back = new World(Map.of(), new World.Remembered(List.of(seen), Optional.of(World.NOON.minusSeconds(3_600))));
        back.list(back.process(World.WEB, "web", Status.ONLINE, 7));
        back.engine.daemonChanged(World.status(dev.pm2console.process.DaemonState.ONLINE));

        assertThat(back.only().kind()).isEqualTo(EventKind.RESTART);
        assertThat(back.only().cause()).contains(Cause.UNKNOWN);
        assertThat(back.only().reason()).contains("restarted 5 times while the console was away");
        assertThat(back.only().count()).isEqualTo(5);
    }

    @Test
    void restartsBeforeTheFirstThingThatIsHeardAreCountedToo() {
        var seen = new Seen(World.WEB, "web", 2, Optional.of(World.NOON.minusSeconds(900)));
        var back = new World(Map.of(), new World.Remembered(List.of(seen), Optional.of(World.NOON.minusSeconds(3_600))));
        back.engine.daemonChanged(World.status(dev.pm2console.process.DaemonState.DOWN)); // it was not asked yet
        for (var i = 0; i < 7; i++) {
            back.comesUpUnheard();
        }
        back.crash(1);
        back.list(Status.WAITING_RESTART);
        back.engine.daemonChanged(World.status(dev.pm2console.process.DaemonState.ONLINE));

        assertThat(back.only().reason()).contains("restarted 5 times while the console was away");
    }

    @Test
    void whatStoodStillWhileTheConsoleWasAwayIsNoNews() {
        var seen = new Seen(World.WEB, "web", 2, Optional.empty());
        var back = new World(Map.of(), new World.Remembered(List.of(seen), Optional.of(World.NOON.minusSeconds(3_600))));
        back.engine.daemonChanged(World.status(dev.pm2console.process.DaemonState.DOWN)); // it was not asked yet
        back.list(back.process(World.WEB, "web", Status.STOPPED, 2));
        back.engine.daemonChanged(World.status(dev.pm2console.process.DaemonState.ONLINE));
        back.pass(5_000);

        assertThat(back.told).isEmpty();
    }

    @Test
    void anotherDaemonHasOtherProcesses() {
        var seen = new Seen(World.WEB, "web", 2, Optional.of(World.NOON.minusSeconds(900)));
        var back = new World(Map.of(), new World.Remembered(List.of(seen), Optional.of(World.NOON.minusSeconds(90_000))));
        back.list(back.process(World.WEB, "web", Status.ONLINE, 7));
        back.engine.daemonChanged(World.status(dev.pm2console.process.DaemonState.ONLINE));

        assertThat(back.only().kind()).isEqualTo(EventKind.DAEMON_UP);
    }

    @Test
    void restartsThatTheBusDidNotTellAreSeenByTheList() {
        world.list(world.process(World.WEB, "web", Status.ONLINE, 4));
        world.pass(3_500);
        world.pass(1_000);

        assertThat(world.only().reason()).contains("restarted 4 times without a word from PM2");
    }

    @Test
    void launchThatTakesItsTimeIsNoSecret() {
        world.list(world.process(World.WEB, "web", Status.LAUNCHING, 1));
        world.pass(3_500);
        world.pass(10_000);

        assertThat(world.told).isEmpty();
    }

    @Test
    void numberThatIsUsedAgainMeansThatTheFirstIsGone() {
        world.engine.processEvent(new dev.pm2console.process.ProcessEvent("start", true, World.NOON,
                Optional.of(World.WEB), "other", "default", Optional.of(Status.ONLINE), 0, 0, Optional.of(World.NOON),
                OptionalInt.empty()));

        assertThat(world.only().kind()).isEqualTo(EventKind.DELETE);
        assertThat(world.only().process()).contains("web");
    }

    @Test
    void newStartUnderTheSameNameIsAStart() {
        world.ends();
        world.pass(400);
        world.said("start");
        world.comesUp();
        world.pass(600);

        assertThat(world.told.getLast().kind()).isEqualTo(EventKind.START);
        assertThat(world.told.getLast().reason()).contains("asked by the pm2 command or another program");
    }

    @Test
    void commandsThatShowNowhereElseAreEvents() {
        var asked = world.asked("saveProcessList", "olga");
        world.engine.ended(asked, Optional.of(new Done(World.NOON, Optional.empty(), "saveProcessList", true)));

        assertThat(world.only().kind()).isEqualTo(EventKind.COMMAND);
        assertThat(world.only().actor()).contains("olga");
    }

    @Test
    void whatAnApplicationWritesCanDoNothing() {
        world.lines.add(new Witness.Line("\u001b[31mred\u001b[0m \u202eesrever\u0007 " + "x".repeat(2_000), "key", false));
        world.crash(1);
        world.pass(300);

        var line = world.only().ending().lines().getFirst();
        assertThat(line).startsWith("red ?esrever? xxx").hasSize(Ending.LONGEST_LINE).endsWith("…");
    }

    @Test
    void numbersGoUp() {
        world.crash(1);
        world.pass(1);
        world.comesUp();
        world.pass(600);

        assertThat(world.told).extracting(Event::number).isSorted().doesNotHaveDuplicates();
        assertThat(world.told).extracting(Event::at).isSortedAccordingTo(Instant::compareTo);
    }
}
