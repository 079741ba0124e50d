package dev.pm2console.metrics;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a process and its descendants hold and move, as far as it may be read; measured by [ResourceSampler], some of it
/// seconds ago.
///
/// @param openFiles      of all of them
/// @param openFilesLimit how many each may have open; empty also where there is no limit
/// @param diskRead       bytes per second
/// @param diskWrite      bytes per second
/// @param pss            bytes of memory, where those that several processes share are divided among them
public record ResourceUse(
        OptionalInt openFiles,
        OptionalLong openFilesLimit,
        OptionalDouble diskRead,
        OptionalDouble diskWrite,
        OptionalLong pss) {

    public static final ResourceUse UNKNOWN = new ResourceUse(OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty(),
            OptionalDouble.empty(), OptionalLong.empty());
}
