package dev.pm2console.storage;

import java.util.List;

/// The tables of one feature, as the steps that led to them. A step that was released is never changed: what has to be
/// different is one more step.
///
/// @param feature its name, by which the file remembers which of the steps it has
/// @param steps   SQL, one or more statements each, oldest first
public record Schema(String feature, List<String> steps) {

    public Schema {
        steps = List.copyOf(steps);
    }
}
