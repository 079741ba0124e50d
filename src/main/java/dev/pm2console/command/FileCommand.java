package dev.pm2console.command;

/// What is looked at in the apps root, for whoever is about to start something.
public sealed interface FileCommand<R> extends Command<R> {

    @Override
    default Operation operation() {
        return Operation.BROWSE_APPS;
    }

    /// What a directory has.
    ///
    /// @param directory relative to the apps root, or absolute inside it; `.` for the apps root itself
    record ListDirectory(@PlainText(max = 1024) String directory) implements FileCommand<FileResults.Listing> {
    }

    /// The text of an ecosystem file.
    ///
    /// @param file relative to the apps root; ends in `.json`
    record ReadEcosystem(@PlainText(max = 1024) String file) implements FileCommand<FileResults.EcosystemFile> {
    }
}
