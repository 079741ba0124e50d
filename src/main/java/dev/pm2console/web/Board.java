package dev.pm2console.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.pm2console.command.Results;
import dev.pm2console.process.Status;

/// What the Processes page shows, at one moment.
///
/// @param pm2        the daemon and the machine
/// @param versions   of the daemon and of the command
/// @param drift      what a reboot would lose
/// @param groups     the processes
/// @param view       which of them are wanted
/// @param may        what the one who looks may do
/// @param firstStart what to do where nothing runs yet; empty where there is no command to type
public record Board(
        Results.Pm2Status pm2,
        Results.Pm2Version versions,
        Results.Drift drift,
        List<Group> groups,
        View view,
        Rights may,
        Optional<FirstStart> firstStart) {

    public Board {
        groups = List.copyOf(groups);
    }

    public boolean isOnline() {
        return pm2.daemon().equals("online");
    }

    public boolean isDown() {
        return pm2.daemon().equals("down");
    }

    /// Whether nothing was ever run here, as far as can be told, and the console may start its examples.
    public boolean isFresh() {
        return total() == 0 && drift.savedAt().isEmpty() && firstStart.filter(FirstStart::startable).isPresent();
    }

    /// The daemon is of another version than the command that people type.
    public boolean isMismatched() {
        return versions.match().isPresent() && !versions.match().get();
    }

    /// What is lost with the daemon.
    public String killWarning() {
        return DaemonActions.KILL_WARNING;
    }

    /// All there are, whatever is filtered.
    public int total() {
        return pm2.totals().values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How many are shown.
    public int shown() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    /// How many are in which status, without those that nobody is in.
    public List<Group.Count> totals() {
        return Arrays.stream(Status.values()).map(status -> new Group.Count(status.wire(),
                pm2.totals().getOrDefault(status.wire(), 0))).filter(it -> it.count() > 0).toList();
    }
}
