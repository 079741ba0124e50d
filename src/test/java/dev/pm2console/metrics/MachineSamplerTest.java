package dev.pm2console.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a machine of 4 cores and 1,000,000 kB.
class MachineSamplerTest {

    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path directory;

    private FakeProc files;
    private MachineSampler sampler;
    private long now;

    @BeforeEach
    void setUp() {
        files = new FakeProc(directory);
        files.file("proc/stat", "cpu  10 0 10 80 0 0 0 0 0 0\n");
        files.file("proc/meminfo", "MemTotal:        1000000 kB\nMemAvailable:     400000 kB\n");
        sampler = new MachineSampler(new HostSampler(new ProcFs(directory.resolve("proc"))),
                new Cgroup(directory.resolve("cgroup")), directory.resolve("home/that/is/not/there"), 4);
    }

    @Test
    void withoutLimitsItIsTheMachine() {
        var host = sample();

        assertThat(host.cores()).hasValue(4);
        assertThat(host.memoryTotal()).hasValue(1_000_000 * 1024L);
        assertThat(host.limited()).isFalse();
        assertThat(host.diskFree().orElseThrow()).isBetween(1L, host.diskTotal().orElseThrow());
    }

    @Test
    void limitsOfVersion2() {
        files.file("cgroup/memory.max", "104857600\n");
        files.file("cgroup/memory.current", "52428800\n");
        files.file("cgroup/memory.stat", "anon 1\ninactive_file 2428800\n");
        files.file("cgroup/cpu.max", "150000 100000\n");
        files.file("cgroup/cpu.stat", "usage_usec 1000000\nuser_usec 1\n");
        assertThat(sample().cpu()).isEmpty();
        files.file("cgroup/cpu.stat", "usage_usec 1750000\nuser_usec 1\n");

        var host = sample();

        assertThat(host.cores()).hasValue(1.5);
        assertThat(host.cpu()).hasValue(50);
        assertThat(host.memoryTotal()).hasValue(104_857_600);
        assertThat(host.memoryUsed()).hasValue(50_000_000);
        assertThat(host.limited()).isTrue();
    }

    @Test
    void limitsOfVersion1() {
        files.file("cgroup/memory/memory.limit_in_bytes", "104857600\n");
        files.file("cgroup/memory/memory.usage_in_bytes", "52428800\n");
        files.file("cgroup/memory/memory.stat", "inactive_file 7\ntotal_inactive_file 2428800\n");
        files.file("cgroup/cpu/cpu.cfs_quota_us", "50000\n");
        files.file("cgroup/cpu/cpu.cfs_period_us", "100000\n");
        files.file("cgroup/cpuacct/cpuacct.usage", "5000000000\n");

        var host = sample();

        assertThat(host.cores()).hasValue(0.5);
        assertThat(host.memoryTotal()).hasValue(104_857_600);
    }

    @Test
    void noLimitIsNone() {
        files.file("cgroup/memory.max", "max\n");
        files.file("cgroup/cpu.max", "max 100000\n");
        assertThat(sample().limited()).isFalse();
    }

    @Test
    void noLimitOfVersion1IsNone() {
        files.file("cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        files.file("cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        files.file("cgroup/cpu/cpu.cfs_period_us", "100000\n");

        assertThat(sample().limited()).isFalse();
        assertThat(sample().cores()).hasValue(4);
    }

    private HostUsage sample() {
        now += SECOND;
        return sampler.sample(now);
    }
}
