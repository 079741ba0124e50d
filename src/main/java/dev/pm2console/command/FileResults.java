package dev.pm2console.command;

import java.util.List;
import java.util.Optional;

/// What is found in the apps root. Paths are relative to it, with `/` between their segments; the apps root itself is empty.
public final class FileResults {

    private FileResults() {
    }

    /// A directory.
    ///
    /// @param root      the apps root, absolute
    /// @param directory the directory
    /// @param home      where what is in it is best started from: the nearest directory above that has a `package.json`, else
    ///                  the directory itself
    /// @param entries   what it has, likely scripts first
    /// @param left      how many more there are at least
    public record Listing(String root, String directory, String home, List<Entry> entries, int left) {

        public Listing {
            entries = List.copyOf(entries);
        }

        /// The directory above; empty for the apps root.
        public Optional<String> parent() {
            return directory.isEmpty() ? Optional.empty()
                    : Optional.of(directory.substring(0, Math.max(0, directory.lastIndexOf('/'))));
        }
    }

    /// What an entry is, in the order in which they are shown.
    public enum Kind {
        /// What the directory's `package.json` names as its main script.
        MAIN,
        SCRIPT,
        DIRECTORY,
        ECOSYSTEM,
        FILE
    }

    /// Something in a directory.
    ///
    /// @param name relative to the directory
    /// @param path relative to the apps root
    public record Entry(Kind kind, String name, String path) {
    }

    /// An ecosystem file.
    ///
    /// @param directory where it is
    /// @param text      what it says
    public record EcosystemFile(String directory, String text) {
    }
}
