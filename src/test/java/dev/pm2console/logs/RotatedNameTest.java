package dev.pm2console.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which names a log file gets when it is rotated.
class RotatedNameTest {

    /// What is in a directory of outputs whose names begin alike.
    private static final TreeSet<String> NAMES = new TreeSet<>(List.of("", "a", "a.1", "api", "api.log", "api.log.1",
            "api.log.1.gz",
            "api.log-20261127", "api__2026-11-27_00-00-00.log", "api__2026-11-27_00-00-00.log.gz", "api-1.log", "api-10.log",
            "api-10.log.2", "api-1.log.3", "api-1__2026.log", "api-10__2026.log", "api￿.log.1", "apj.log", "log", "log.1"));

    @ParameterizedTest
    @ValueSource(strings = { "a", "log", "api", "api.log", "api-1.log", "api-10.log", "apj.log", ".log", "none.log" })
    void candidatesAreAllThatMayBeOnes(String current) {
        var wanted = NAMES.stream().filter(name -> RotatedName.of(current, name).isPresent()).toList();

        assertThat(RotatedName.candidates(current, NAMES)).containsAll(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = { "api-1.log", "apj.log", "log" })
    void candidatesAreFew(String current) {
        assertThat(RotatedName.candidates(current, NAMES)).hasSizeLessThan(9);
    }
}
