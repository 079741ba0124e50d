package dev.pm2console.web;

import java.util.List;
import java.util.Optional;

import dev.pm2console.process.ProcessManager;

/// What to do where nothing runs yet.
///
/// @param line       to be pasted into a shell
/// @param ofExamples whether it starts the console's examples, and not a file that is still to be written
/// @param startable  whether the console itself may start the examples
public record FirstStart(String line, boolean ofExamples, boolean startable) {

    /// Empty where there is no PM2 command to type.
    static Optional<FirstStart> with(ProcessManager manager, Examples examples) {
        var directory = examples.directory();
        // PM2 looks for the scripts from where it is run, and not beside the file
        return manager.commandLine(directory, List.of("start", Examples.FILE))
                .map(line -> new FirstStart(line, directory.isPresent(), examples.inAppsRoot().isPresent()));
    }
}
