package dev.pm2console.metrics;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import dev.pm2console.testsupport.RealPm2;

/// Applications of a real PM2 that use all they get: what is measured is within 5 percent of what the kernel has booked over the
/// same time.
@EnabledOnOs(OS.LINUX)
@Timeout(240)
class RealLoadTest {

    private static final double FIVE_PERCENT = 0.05;
    private static final long ENOUGH = 200; // ticks: of so many, one more or less is half a percent

    private final RealPm2 pm2 = RealPm2.version(7);
    private final ProcFs proc = new ProcFs(Path.of("/proc"));
    private final TreeSampler trees = new TreeSampler(proc);
    private final ResourceSampler resources = new ResourceSampler(proc);

    @AfterEach
    void end() {
        pm2.close();
    }

    @Test
    void busyProcess() throws Exception {
        pm2.pm2("start", "busy.js", "--name", "busy");

        assertRight(pid("busy"), 1);
    }

    @Test
    void shellThatWrapsABusyChild() throws Exception {
        pm2.pm2("start", "wrapper.sh", "--name", "wrapped", "--interpreter", "bash");
        var root = pid("wrapped");
        await().until(() -> ProcessHandle.of(root).orElseThrow().descendants().count() == 1);

        assertRight(root, 2);
    }

    private void assertRight(long root, int processes) throws Exception {
        var first = sample(root);
        await().until(() -> ticks(root) - first.after >= ENOUGH);

        var second = sample(root);

        var measured = second.usage.cpu().orElseThrow() / 100 * proc.ticksPerSecond() * (second.at - first.at) / 1e9;
        assertThat(measured).isBetween((second.before - first.after) * (1 - FIVE_PERCENT),
                (second.after - first.before) * (1 + FIVE_PERCENT));
        assertThat(second.usage.processes()).isEqualTo(processes);
        assertThat(second.usage.threads()).isEqualTo(tree(root).map(pid -> threads(pid)).mapToLong(it -> it).sum());
        assertThat((double) second.resources.pss().orElseThrow()).isBetween(second.usage.memory() * 0.1,
                second.usage.memory() * 1.1);
        assertThat(second.resources.openFiles().orElseThrow()).isGreaterThan(5 * processes);
        assertThat(second.resources.diskWrite().orElseThrow()).isPositive();
    }

    /// What is measured, and what the kernel says just before and just after it.
    private record Sample(ProcessUsage usage, ResourceUse resources, long at, long before, long after) {
    }

    private Sample sample(long root) throws IOException {
        var before = ticks(root);
        var at = System.nanoTime();
        var usage = trees.sample(Set.of(root), at).get(root);
        var held = resources.sample(trees.trees(), at).get(root);
        return new Sample(usage, held, at, before, ticks(root));
    }

    private long pid(String name) {
        return Long.parseLong(pm2.pm2("pid", name).strip());
    }

    /// Read without the code that is tested.
    private static long ticks(long root) throws IOException {
        var sum = 0L;
        for (var pid : tree(root).mapToLong(it -> it).toArray()) {
            var line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            sum += LongStream.of(Long.parseLong(fields[11]), Long.parseLong(fields[12])).sum();
        }
        return sum;
    }

    private static long threads(long pid) {
        var tasks = Path.of("/proc/" + pid + "/task").toFile().list();
        return tasks == null ? 0 : tasks.length;
    }

    private static Stream<Long> tree(long root) {
        return Stream.concat(Stream.of(root), ProcessHandle.of(root).orElseThrow().descendants().map(ProcessHandle::pid));
    }
}
