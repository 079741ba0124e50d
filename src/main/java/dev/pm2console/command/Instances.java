package dev.pm2console.command;

import java.util.OptionalInt;

/// How many instances a cluster shall have.
///
/// @param count that many; empty for `max`, one for each processor
public record Instances(OptionalInt count) {

    /// One for each processor.
    public static final Instances MAX = new Instances(OptionalInt.empty());

    /// That many.
    public static Instances of(int count) {
        return new Instances(OptionalInt.of(count));
    }

    /// The number meant on a machine with this many processors.
    public int on(int processors) {
        return count.orElse(processors);
    }

    /// Whether more than one is asked for; `max` is, on whichever machine.
    public boolean several() {
        return on(2) > 1;
    }

    @Override
    public String toString() {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "max";
    }
}
