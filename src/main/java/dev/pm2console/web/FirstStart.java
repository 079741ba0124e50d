package dev.pm2console.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.pm2console.process.ProcessManager;

/// What to type where nothing runs yet.
///
/// @param line       to be pasted into a shell
/// @param ofExamples whether it starts the console's examples, and not a file that is still to be written
public record FirstStart(String line, boolean ofExamples) {

    private static final String FILE = "ecosystem.json";
    /// From where the console is started, as its README says.
    private static final Path EXAMPLES = Path.of("examples");

    /// Empty where there is no PM2 command to type.
    static Optional<FirstStart> with(ProcessManager manager) {
        var examples = Optional.of(EXAMPLES.toAbsolutePath()).filter(it -> Files.isRegularFile(it.resolve(FILE)));
        // PM2 looks for the scripts from where it is run, and not beside the file
        return manager.commandLine(examples, List.of("start", FILE)).map(line -> new FirstStart(line, examples.isPresent()));
    }
}
