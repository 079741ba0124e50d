package dev.pm2console.metrics;

import java.util.OptionalDouble;

/// What a process and all its descendants use together; measured by [TreeSampler].
///
/// @param cpu       percent of one core, 0 or more (250 is two cores and a half), over the time since the previous
///                  sample; empty where there is no previous sample of this very process
/// @param memory    resident memory in bytes, the sum of each process's own: what they share counts once for each
/// @param processes how many processes these are, 1 or more, the process itself included
/// @param threads   how many threads they have
public record ProcessUsage(OptionalDouble cpu, long memory, int processes, long threads) {

    public ProcessUsage {
        if (cpu.isPresent() && !(cpu.getAsDouble() >= 0 && Double.isFinite(cpu.getAsDouble()))) {
            throw new IllegalArgumentException("cpu is a percentage of 0 or more, not " + cpu.getAsDouble());
        }
        if (memory < 0) {
            throw new IllegalArgumentException("memory is 0 or more bytes, not " + memory);
        }
        if (processes < 1) {
            throw new IllegalArgumentException("a tree has 1 or more processes, not " + processes);
        }
    }
}
