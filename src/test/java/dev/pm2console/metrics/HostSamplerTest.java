package dev.pm2console.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostSamplerTest {

    @TempDir
    Path directory;

    private FakeProc fake;
    private HostSampler sampler;

    @BeforeEach
    void setUp() {
        fake = new FakeProc(directory);
        sampler = new HostSampler(fake.open());
    }

    @Test
    void firstSampleHasMemoryAndLoadButNoCpu() {
        fake.file("stat", "cpu  10 0 10 80 0 0 0 0 0 0\ncpu0 10 0 10 80 0 0 0 0 0 0\n");
        fake.file("meminfo", "MemTotal:        1000 kB\nMemFree:          100 kB\nMemAvailable:     400 kB\nHugepages: 0\n");
        fake.file("loadavg", "1.25 0.50 0.10 2/300 12345\n");

        var usage = sampler.sample();

        assertThat(usage)
                .isEqualTo(new HostUsage(
                        OptionalDouble.empty(),
                        OptionalLong.of(600 * 1024),
                        OptionalLong.of(1000 * 1024),
                        OptionalDouble.of(1.25), OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty(), false));
    }

    @Test
    void cpuIsTheShareThatWasNotIdle() {
        cpuTimes("10 20 30 1000 500 5 5 5 900 900");
        sampler.sample();
        cpuTimes("20 21 40 1060 510 6 7 6 905 905"); // 25 used, 60 idle and 10 waiting; guests are in user and nice

        assertThat(sampler.sample().cpu()).hasValue(100.0 * 25 / 95);
    }

    @Test
    void timesThatGoBackStayWithinRange() {
        cpuTimes("10 0 10 1000 500 0 0 0 0 0");
        sampler.sample();
        cpuTimes("20 0 20 1000 490 0 0 0 0 0");

        assertThat(sampler.sample().cpu()).hasValue(100);
    }

    @Test
    void noTimePassedGivesNoRate() {
        cpuTimes("10 0 10 1000 500 0 0 0 0 0");
        sampler.sample();

        assertThat(sampler.sample().cpu()).isEmpty();
    }

    @Test
    void manyCoresDoNotMatter() {
        fake.file("stat", "cpu  10 0 10 80 0 0 0 0 0 0\n" + "cpu0 1 1 1 1 1 1 1 1 1 1\n".repeat(1000));
        sampler.sample();
        fake.file("stat", "cpu  20 0 10 90 0 0 0 0 0 0\n" + "cpu0 1 1 1 1 1 1 1 1 1 1\n".repeat(1000));

        assertThat(sampler.sample().cpu()).hasValue(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "",
            "garbage",
            "cpu",
            "cpu  1 2 3\n",
            "cpu  1 2 3 4 5 6 7 99999999999999999999\n",
            "MemTotal: many kB\n",
            "MemTotal: 99999999999999999999 kB\nMemAvailable: 1 kB\n",
            "-1.00 0 0"
    })
    void oddFilesAreUnknown(String content) {
        fake.file("stat", content);
        fake.file("meminfo", content);
        fake.file("loadavg", content);
        sampler.sample();

        assertThat(sampler.sample()).isEqualTo(HostUsage.UNKNOWN);
    }

    @Test
    void systemWithoutProcIsUnknown() {
        sampler = new HostSampler(new ProcFs(directory.resolve("none")));
        sampler.sample();

        assertThat(sampler.sample()).isEqualTo(HostUsage.UNKNOWN);
    }

    private void cpuTimes(String times) {
        fake.file("stat", "cpu  " + times + "\ncpu0 0 0 0 0 0 0 0 0 0 0\n");
    }
}
