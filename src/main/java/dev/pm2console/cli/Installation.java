package dev.pm2console.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How the console would run if it were started here, by this user, with these options.
///
/// @param user             who it would run as
/// @param command          the executable and its options; for a jar, Java's too. Paths in it are absolute
/// @param workingDirectory where it looks for its configuration
/// @param data             its data directory
/// @param pm2Home          the PM2 home that it looks after
/// @param appsRoot         where the applications are
/// @param searchPath       where it finds Node.js and PM2, as `PATH` has it
/// @param variables        the names of the environment variables that configure it
public record Installation(String user, List<String> command, Path workingDirectory, Path data, Path pm2Home, Path appsRoot,
        String searchPath, List<String> variables) {

    public Installation {
        command = List.copyOf(command);
        variables = List.copyOf(variables);
    }

    /// The directories of its own that have to be there before it starts.
    List<Path> directories() {
        return Stream.of(data, pm2Home, appsRoot).distinct().toList();
    }

    /// What of the search path doesn't depend on where one is.
    String absoluteSearchPath() {
        return String.join(":", Stream.of(searchPath.split(":", -1)).filter(it -> it.startsWith("/")).distinct().toList());
    }
}
