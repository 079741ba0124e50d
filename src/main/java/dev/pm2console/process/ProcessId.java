package dev.pm2console.process;

/// PM2's number for one entry of its list (`pm_id`): 0 or more, unique within one daemon, reused only after the list was
/// empty.
public record ProcessId(int value) implements Comparable<ProcessId> {

    public ProcessId {
        if (value < 0) {
            throw new IllegalArgumentException("a process id is 0 or more, not " + value);
        }
    }

    @Override
    public int compareTo(ProcessId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
