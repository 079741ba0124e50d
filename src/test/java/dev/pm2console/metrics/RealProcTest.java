package dev.pm2console.metrics;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// On the real `/proc`, with a shell wrapper around a child that does nothing but use cpu.
@EnabledOnOs(OS.LINUX)
class RealProcTest {

    private static final Path PROC = Path.of("/proc");
    private static final String BUSY = "while :; do :; done";

    private final ProcFs proc = new ProcFs(PROC);
    private final TreeSampler sampler = new TreeSampler(proc);
    private List<ProcessHandle> started = List.of();

    @AfterEach
    void endWhatWasStarted() {
        var all = started.stream()
                .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process)))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void busyChildOfAWrapperShowsAtTheWrapper() throws Exception {
        var wrapper = startWrapper();
        var child = started.getLast().pid();
        var first = sample(wrapper, () -> ticks(child));
        await().until(() -> ticks(child) - first.after >= 100);

        var second = sample(wrapper, () -> ticks(child));

        var usage = second.usage;
        assertThat(ticks(first, second)).isBetween(second.before - first.after - 1.0, second.after - first.before + 1.0);
        assertThat(usage.processes()).isEqualTo(2);
        var lag = 64 * proc.pageSize() * Runtime.getRuntime().availableProcessors(); // the kernel's, per core
        assertThat(usage.memory()).isGreaterThanOrEqualTo(residentBytes(child) - lag);
        assertThat(usage.memory()).isLessThanOrEqualTo(residentBytes(child) + residentBytes(wrapper) + 2 * lag);
    }

    @Test
    void childThatEndedIsInTheRateOnce() throws Exception {
        var wrapper = startWrapper();
        var child = started.getLast();
        await().until(() -> ticks(child.pid()) >= 50);
        var first = sample(wrapper, () -> ticks(child.pid()));
        await().until(() -> ticks(child.pid()) - first.after >= 50);
        child.destroyForcibly();
        await().until(() -> proc.stat(child.pid()).isEmpty());

        var second = sample(wrapper, () -> proc.stat(wrapper).orElseThrow().reapedTicks());

        assertThat(ticks(first, second)).isBetween(second.before - first.after - 2.0, second.after - first.before + 2.0);
        assertThat(second.usage.processes()).isEqualTo(1);
    }

    @Test
    void everyProcessOfThisMachineCanBeRead() {
        var readable = proc.pids().stream().filter(pid -> proc.stat(pid).isPresent());

        assertThat(readable.count()).isPositive();
        assertThat(proc.stat(ProcessHandle.current().pid()).orElseThrow().parent())
                .isEqualTo(ProcessHandle.current().parent().orElseThrow().pid());
    }

    @Test
    void hostHasEveryFigure() {
        var host = new HostSampler(proc);
        host.sample();

        var usage = await().until(host::sample, sample -> sample.cpu().isPresent());

        assertThat(usage.memoryUsed().orElseThrow()).isBetween(1L, usage.memoryTotal().orElseThrow());
        assertThat(usage.load1()).isPresent();
    }

    /// A shell that waits for a busy child, then for the end of its input.
    private long startWrapper() throws IOException {
        var wrapper = new ProcessBuilder("sh", "-c", "sh -c '" + BUSY + "'; read line").start();
        started = List.of(wrapper.toHandle());
        await().until(() -> wrapper.children().count() == 1);
        started = List.of(wrapper.toHandle(), wrapper.children().findFirst().orElseThrow());
        return wrapper.pid();
    }

    /// A sample, and what was used by then: looked up before and after it, as the machine may do something else in between.
    private record Sample(ProcessUsage usage, long at, long before, long after) {
    }

    /// The ticks between two samples, as the second one's rate tells them.
    private double ticks(Sample first, Sample second) {
        return second.usage.cpu().orElseThrow() / 100 * proc.ticksPerSecond() * (second.at - first.at) / 1e9;
    }

    private Sample sample(long wrapper, Callable<Long> used) throws Exception {
        var before = used.call();
        var at = System.nanoTime();
        var usage = sampler.sample(Set.of(wrapper), at).get(wrapper);
        return new Sample(usage, at, before, used.call());
    }

    /// Read without the code that is tested.
    private static long ticks(long pid) throws IOException {
        var line = Files.readString(PROC.resolve(pid + "/stat"));
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static long residentBytes(long pid) throws IOException {
        return Files.readAllLines(PROC.resolve(pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}
