package dev.pm2console.web;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import dev.pm2console.command.Results.Detail;
import dev.pm2console.process.Status;

/// Processes that are shown together: the instances of a name, or a namespace.
///
/// @param name       what they share
/// @param namespaced they share a namespace, and not a name
/// @param rows       in the order of their ids, at least one
public record Group(String name, boolean namespaced, List<Row> rows) {

    public Group {
        rows = List.copyOf(rows);
    }

    /// One process.
    ///
    /// @param process what is known of it
    public record Row(Detail process) {

        /// This many restarts in quick succession are no accident.
        private static final int CRASH_LOOP = 3;

        public String target() {
            return "id:" + process.id();
        }

        /// The address of its own page.
        public String address() {
            return ProcessPage.Subject.address(target());
        }

        /// It does not stay up: PM2 gave up on it, or is about to.
        public boolean isCrashing() {
            return !isErrored() && process.unstableRestarts() >= CRASH_LOOP;
        }

        public boolean isErrored() {
            return process.status().equals("errored");
        }

        public boolean isStartable() {
            return isErrored() || process.status().equals("stopped");
        }

        public boolean isCluster() {
            return process.mode().equals("cluster");
        }
    }

    /// Whether it has a row of its own above its processes.
    public boolean isHeaded() {
        return namespaced || rows.size() > 1;
    }

    /// Whether its processes are instances of one cluster.
    public boolean isCluster() {
        return !namespaced && rows.stream().allMatch(Row::isCluster);
    }

    public String target() {
        return (namespaced ? "namespace:" : "name:") + name;
    }

    /// Tells it apart from every other on the page.
    public String key() {
        return "g" + rows.getFirst().process().id();
    }

    /// The namespace of all instances, where it is worth telling; empty otherwise.
    public String namespace() {
        var namespaces = rows.stream().map(row -> row.process().namespace()).distinct().toList();
        return namespaced || namespaces.size() > 1 || namespaces.getFirst().equals("default") ? "" : namespaces.getFirst();
    }

    public OptionalDouble cpu() {
        var known = rows.stream().map(row -> row.process().cpu()).filter(OptionalDouble::isPresent).toList();
        return known.isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of(known.stream().mapToDouble(OptionalDouble::getAsDouble).sum());
    }

    public OptionalLong memory() {
        var known = rows.stream().map(row -> row.process().memory()).filter(OptionalLong::isPresent).toList();
        return known.isEmpty() ? OptionalLong.empty()
                : OptionalLong.of(known.stream().mapToLong(OptionalLong::getAsLong).sum());
    }

    public int restarts() {
        return rows.stream().mapToInt(row -> row.process().restarts()).sum();
    }

    public boolean isAnyRunning() {
        return rows.stream().anyMatch(row -> !row.isStartable());
    }

    public boolean isAnyStartable() {
        return rows.stream().anyMatch(Row::isStartable);
    }

    /// How many are in which status.
    public List<Count> statuses() {
        return Arrays.stream(Status.values()).map(status -> new Count(status.wire(),
                (int) rows.stream().filter(row -> row.process().status().equals(status.wire())).count()))
                .filter(it -> it.count() > 0).toList();
    }

    /// A status, and how many processes are in it.
    public record Count(String status, int count) {

        /// The status as one word, for the style sheet.
        public String word() {
            return status.replace(' ', '-');
        }
    }
}
