package dev.pm2console.metrics;

import static dev.pm2console.metrics.FakeProc.FakeProcess.child;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a made-up `/proc`: process 10 is a root, 20 its child, 30 its grandchild; a sample each second, a tick is 1 percent.
class TreeSamplerTest {

    private static final long SECOND = 1_000_000_000;
    private static final long PAGE = 4096;

    @TempDir
    Path directory;

    private FakeProc fake;
    private TreeSampler sampler;
    private long now = -5 * SECOND;

    @BeforeEach
    void setUp() {
        fake = new FakeProc(directory);
        sampler = new TreeSampler(fake.open());
        fake.has(child(1, 0, 0));
    }

    @Test
    void firstSampleHasMemoryButNoCpu() {
        fake.has(child(10, 1, 100).used(5000).pages(3));
        fake.has(child(20, 10, 101).used(5000).pages(4));

        var usage = sample(10);

        assertThat(usage).containsExactly(Map.entry(10L, new ProcessUsage(OptionalDouble.empty(), 7 * PAGE, 2, 11 * 2)));
    }

    @Test
    void cpuIsTheRateOfTheWholeTree() {
        fake.has(child(10, 1, 100).used(5000));
        fake.has(child(20, 10, 101).used(700));
        fake.has(child(30, 20, 102).used(80));
        sample(10);
        fake.has(child(10, 1, 100).used(5001));
        fake.has(child(20, 10, 101).used(720));
        fake.has(child(30, 20, 102).used(180));

        var usage = sample(10).get(10L);

        assertThat(usage).isEqualTo(new ProcessUsage(OptionalDouble.of(121), 30 * PAGE, 3, 11 * 3));
    }

    @Test
    void rateIsOverTheTimeThatPassed() {
        fake.has(child(10, 1, 100));
        sample(10);
        fake.has(child(10, 1, 100).used(100));
        now += 3 * SECOND;

        assertThat(cpu(10)).hasValue(25);
    }

    @Test
    void clockThatStandsStillGivesNoRate() {
        fake.has(child(10, 1, 100));
        sample(10);
        fake.has(child(10, 1, 100).used(100));
        now -= SECOND;

        assertThat(cpu(10)).isEmpty();
    }

    @Test
    void processesOutsideOfTheTreeDoNotCount() {
        fake.has(child(10, 1, 100));
        fake.has(child(11, 1, 100).used(100));
        sample(10);
        fake.has(child(11, 1, 100).used(200));
        fake.has(child(12, 11, 200).used(200));

        assertThat(sample(10)).containsExactly(Map.entry(10L, new ProcessUsage(OptionalDouble.of(0), 10 * PAGE, 1, 11 * 1)));
    }

    @Test
    void invisibleRootIsAbsent() {
        fake.has(child(10, 1, 100));
        fake.file("13/stat", "garbage");

        assertThat(sample(10, 12, 13, -1)).containsOnlyKeys(10L);
    }

    @Test
    void vanishedRootIsAbsent() {
        fake.has(child(10, 1, 100));
        sample(10);
        fake.lost(10);

        assertThat(sample(10)).isEmpty();
    }

    @Test
    void reusedPidOfARootStartsAnew() {
        fake.has(child(10, 1, 100).used(50));
        sample(10);
        fake.has(child(10, 1, 900).used(9000));

        assertThat(cpu(10)).isEmpty();

        fake.has(child(10, 1, 900).used(9007));
        assertThat(cpu(10)).hasValue(7);
    }

    @Test
    void reusedPidOfAChildCountsWhatTheNewOneUsed() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101).used(5000));
        sample(10);
        fake.has(child(10, 1, 100).reaped(5003));
        fake.has(child(20, 10, 900).used(4));

        assertThat(cpu(10)).hasValue(7);
    }

    @Test
    void reusedPidOfTheParentDoesNotAdoptItsChildren() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101));
        fake.has(child(10, 1, 900));

        assertThat(sample(10).get(10L).processes()).isEqualTo(1);
    }

    @Test
    void childBornSinceCountsAllItUsed() {
        fake.has(child(10, 1, 100));
        sample(10);
        fake.has(child(20, 10, 500).used(30));

        assertThat(cpu(10)).hasValue(30);
    }

    @Test
    void childThatWasHiddenCountsNothingAtFirst() {
        fake.has(child(10, 1, 100));
        fake.has(child(11, 1, 400));
        sample(10);
        fake.has(child(20, 10, 101).used(99_999));

        assertThat(cpu(10)).hasValue(0);

        fake.has(child(20, 10, 101).used(100_003));
        assertThat(cpu(10)).hasValue(4);
    }

    @Test
    void childThatEndedCountsWhatItUsedSinceTheLastLook() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101).used(5000));
        sample(10);
        fake.lost(20);
        fake.has(child(10, 1, 100).used(1).reaped(5020));

        assertThat(cpu(10)).hasValue(21);
    }

    @Test
    void childBornAndEndedBetweenSamplesCounts() {
        fake.has(child(10, 1, 100).reaped(40));
        sample(10);
        fake.has(child(10, 1, 100).reaped(70));

        assertThat(cpu(10)).hasValue(30);
    }

    @Test
    void childThatEndedUntoldDoesNotMakeTheRateNegative() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101).used(5000));
        sample(10);
        fake.lost(20);
        fake.has(child(10, 1, 100).used(3));

        assertThat(cpu(10)).hasValue(3);
    }

    @Test
    void childWaitedForAfterTheLookAtItsParentCountsOnce() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101).used(5000));
        sample(10);
        fake.lost(20);
        sample(10);
        fake.has(child(10, 1, 100).reaped(5006));

        assertThat(cpu(10)).hasValue(6);
    }

    @Test
    void childrenThatEndUntoldAreNotHeldAgainstTheParentForLong() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101).used(5000));
        sample(10);
        fake.lost(20);
        sample(10);
        sample(10);
        fake.has(child(10, 1, 100).reaped(25));

        assertThat(cpu(10)).hasValue(25);
    }

    @Test
    void debtsOfChildrenThatEndUntoldDoNotPileUp() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101).used(5000));
        fake.has(child(21, 10, 102).used(3));
        sample(10);
        fake.lost(20);
        sample(10);
        fake.lost(21);
        sample(10);
        fake.has(child(10, 1, 100).reaped(25));

        assertThat(cpu(10)).hasValue(22);
    }

    @Test
    void branchThatEndedCountsOnce() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101).used(500));
        fake.has(child(30, 20, 102).used(40));
        sample(10);
        fake.lost(30);
        fake.lost(20);
        fake.has(child(10, 1, 100).reaped(547));

        assertThat(cpu(10)).hasValue(7);
    }

    @Test
    void branchThatEndsStepByStepCountsOnce() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101).used(500));
        fake.has(child(30, 20, 102).used(40));
        sample(10);
        fake.lost(30);
        assertThat(cpu(10)).hasValue(0); // waited for after 20 was looked at
        fake.lost(20);
        fake.has(child(10, 1, 100).reaped(547));

        assertThat(cpu(10)).hasValue(7);
    }

    @Test
    void childThatLeavesTheTreeTakesItsTimeAlong() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101).used(500));
        sample(10);
        fake.has(child(20, 1, 101).used(590));

        assertThat(sample(10).get(10L)).isEqualTo(new ProcessUsage(OptionalDouble.of(0), 10 * PAGE, 1, 11 * 1));
    }

    @Test
    void childOfADeadBranchStaysWithTheRootThatAdoptsIt() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101));
        fake.has(child(30, 20, 102).used(500));
        sample(10);
        fake.lost(20);
        fake.has(child(30, 10, 102).used(510));

        assertThat(sample(10).get(10L)).isEqualTo(new ProcessUsage(OptionalDouble.of(10), 20 * PAGE, 2, 11 * 2));
    }

    @Test
    void rootBelowARootCountsForBoth() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101));
        fake.has(child(30, 20, 102));
        sample(10, 20);
        fake.has(child(10, 1, 100).used(1));
        fake.has(child(20, 10, 101).used(20));
        fake.has(child(30, 20, 102).used(30));

        assertThat(sample(10, 20))
                .containsOnly(
                        Map.entry(10L, new ProcessUsage(OptionalDouble.of(51), 30 * PAGE, 3, 11 * 3)),
                        Map.entry(20L, new ProcessUsage(OptionalDouble.of(50), 20 * PAGE, 2, 11 * 2)));
    }

    @Test
    void stoppedRootBelowARootCountsOnceForTheOther() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101).used(5000));
        sample(10, 20);
        fake.lost(20);
        fake.has(child(10, 1, 100).reaped(5009));

        assertThat(sample(10, 20))
                .containsExactly(Map.entry(10L, new ProcessUsage(OptionalDouble.of(9), 10 * PAGE, 1, 11 * 1)));
    }

    @Test
    void processThatBecomesARootHasNoRateAtFirst() {
        fake.has(child(10, 1, 100));
        fake.has(child(11, 1, 100).used(10));
        fake.has(child(21, 11, 101).used(10));
        sample(10);
        fake.has(child(11, 1, 100).used(9000));
        fake.has(child(21, 11, 101).used(9000));

        assertThat(cpu(11)).isEmpty();

        fake.has(child(21, 11, 101).used(9008));
        assertThat(cpu(11)).hasValue(8);
    }

    @Test
    void processThatComesBackAsARootHasNoRateAtFirst() {
        fake.has(child(10, 1, 100));
        fake.has(child(11, 1, 100));
        sample(10, 11);
        sample(10);
        fake.has(child(11, 1, 100).used(9000));

        assertThat(cpu(11)).isEmpty();
    }

    @Test
    void childThatBecomesARootHasItsRateAtOnce() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 10, 101));
        sample(10);
        fake.has(child(20, 10, 101).used(8));

        assertThat(cpu(20)).hasValue(8);
    }

    @Test
    void restartedRootIsFoundAtOnce() {
        fake.has(child(10, 1, 100));
        sample(10);
        fake.lost(10);
        fake.has(child(14, 1, 900).used(40).pages(5));

        assertThat(sample(14)).containsExactly(Map.entry(14L, new ProcessUsage(OptionalDouble.empty(), 5 * PAGE, 1, 11 * 1)));
    }

    @Test
    void pidReusedUnseenIsFoundWithinHalfAMinute() {
        fake.has(child(10, 1, 100));
        fake.has(child(20, 1, 101));
        sample(10);
        fake.has(child(20, 10, 900));
        now += 30 * SECOND;

        assertThat(sample(10).get(10L).processes()).isEqualTo(2);
    }

    @Test
    void circleEnds() {
        fake.has(child(10, 30, 100));
        fake.has(child(20, 10, 100));
        fake.has(child(30, 20, 100));
        fake.has(child(40, 40, 100));

        assertThat(sample(10, 40))
                .containsOnly(
                        Map.entry(10L, new ProcessUsage(OptionalDouble.empty(), 30 * PAGE, 3, 11 * 3)),
                        Map.entry(40L, new ProcessUsage(OptionalDouble.empty(), 10 * PAGE, 1, 11 * 1)));
    }

    @Test
    void figuresOfTimeThatGoBackAreNone() {
        fake.has(child(10, 1, 100).used(50).reaped(50));
        sample(10);
        fake.has(child(10, 1, 100).used(40).reaped(40));

        assertThat(cpu(10)).hasValue(0);
    }

    @Test
    void noRootsForgetsWhatWasMeasured() {
        fake.has(child(10, 1, 100));
        sample(10);
        assertThat(sample()).isEmpty();

        assertThat(cpu(10)).isEmpty();
    }

    @Test
    void systemWithoutProcHasNoUsage() {
        sampler = new TreeSampler(new ProcFs(directory.resolve("none")));

        assertThat(sample(10)).isEmpty();
        assertThat(sample(10)).isEmpty();
    }

    private Map<Long, ProcessUsage> sample(long... roots) {
        now += SECOND;
        return sampler.sample(LongStream.of(roots).boxed().collect(Collectors.toSet()), now);
    }

    private OptionalDouble cpu(long root) {
        return sample(root).get(root).cpu();
    }
}
