package dev.pm2console.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
        await().atMost(10, SECONDS).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void busyChildOfAWrapperShowsAtTheWrapper() throws Exception {
        var wrapper = startWrapper();
        var child = started.getLast().pid();
        sampler.sample(Set.of(wrapper), System.nanoTime());
        var ticksBefore = ticks(child);
        var from = System.nanoTime();
        await().atMost(30, SECONDS).until(() -> ticks(child) - ticksBefore >= 100);

        var usage = sampler.sample(Set.of(wrapper), System.nanoTime()).get(wrapper);

        var expected = (ticks(child) - ticksBefore) * 1e9 / (System.nanoTime() - from);
        assertThat(usage.cpu()).isPresent();
        assertThat(usage.cpu().getAsDouble()).isCloseTo(expected, within(expected / 10));
        assertThat(usage.processes()).isEqualTo(2);
        var lag = 64 * proc.pageSize() * Runtime.getRuntime().availableProcessors(); // the kernel's, per core
        assertThat(usage.memory()).isGreaterThanOrEqualTo(residentBytes(child) - lag);
        assertThat(usage.memory()).isLessThanOrEqualTo(residentBytes(child) + residentBytes(wrapper) + 2 * lag);
    }

    @Test
    void childThatEndedIsInTheRateOnce() throws Exception {
        var wrapper = startWrapper();
        var child = started.getLast();
        await().atMost(30, SECONDS).until(() -> ticks(child.pid()) >= 50);
        sampler.sample(Set.of(wrapper), System.nanoTime());
        var from = System.nanoTime();
        var looked = ticks(child.pid());
        await().atMost(30, SECONDS).until(() -> ticks(child.pid()) - looked >= 50);
        child.destroyForcibly();
        await().atMost(10, SECONDS).until(() -> proc.stat(child.pid()).isEmpty());

        var usage = sampler.sample(Set.of(wrapper), System.nanoTime()).get(wrapper);

        var used = usage.cpu().orElseThrow() * (System.nanoTime() - from) / 1e11;
        var reaped = proc.stat(wrapper).orElseThrow().reapedTicks() / (double) proc.ticksPerSecond();
        assertThat(used).isCloseTo(reaped - looked / (double) proc.ticksPerSecond(), within(0.1));
        assertThat(usage.processes()).isEqualTo(1);
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

        var usage = await().atMost(10, SECONDS).until(host::sample, sample -> sample.cpu().isPresent());

        assertThat(usage.memoryUsed().orElseThrow()).isBetween(1L, usage.memoryTotal().orElseThrow());
        assertThat(usage.load1()).isPresent();
    }

    /// A shell that waits for a busy child, then for the end of its input.
    private long startWrapper() throws IOException {
        var wrapper = new ProcessBuilder("sh", "-c", "sh -c '" + BUSY + "'; read line").start();
        started = List.of(wrapper.toHandle());
        await().atMost(10, SECONDS).until(() -> wrapper.children().count() == 1);
        started = List.of(wrapper.toHandle(), wrapper.children().findFirst().orElseThrow());
        return wrapper.pid();
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
