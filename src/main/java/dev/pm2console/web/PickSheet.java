package dev.pm2console.web;

import java.util.ArrayList;
import java.util.List;

import dev.pm2console.command.FileResults;

/// A directory of the apps root to choose something from.
///
/// @param listing   what it has
/// @param ecosystem whether an ecosystem file is looked for, and not a script
/// @param lost      the directory that was asked for and can't be shown; empty for none
public record PickSheet(FileResults.Listing listing, boolean ecosystem, String lost) {

    /// A step of the way to the directory.
    ///
    /// @param path relative to the apps root
    public record Step(String name, String path) {
    }

    /// Something to choose.
    ///
    /// @param word   what it is, for the style sheet
    /// @param value  what is sent when it is chosen: a directory from the apps root, a script from `home`
    /// @param fit    whether it can be chosen
    public record Choice(String name, String word, String value, boolean fit) {

        public boolean isDirectory() {
            return word.equals("directory");
        }

        public boolean isMain() {
            return word.equals("main");
        }
    }

    /// From the apps root to the directory; the last is where one is.
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(new Step("Apps root", "."));
        var path = "";
        for (var segment : listing.directory().isEmpty() ? new String[0] : listing.directory().split("/")) {
            path = path.isEmpty() ? segment : path + "/" + segment;
            steps.add(new Step(segment, path));
        }
        return steps;
    }

    /// Where a script that is chosen here is started from.
    public String home() {
        return listing.home();
    }

    public List<Choice> choices() {
        return listing.entries().stream()
                .filter(entry -> !ecosystem || entry.kind() == FileResults.Kind.DIRECTORY
                        || entry.kind() == FileResults.Kind.ECOSYSTEM)
                .map(this::choice).toList();
    }

    private Choice choice(FileResults.Entry entry) {
        return switch (entry.kind()) {
            case DIRECTORY -> new Choice(entry.name(), "directory", entry.path(), true);
            case MAIN -> script(entry, "main");
            case SCRIPT -> script(entry, "script");
            case ECOSYSTEM -> ecosystem ? new Choice(entry.name(), "script", entry.path(), true) : script(entry, "file");
            case FILE -> script(entry, "file");
        };
    }

    /// PM2 hands a script with white space in its path to a shell, so the console refuses it.
    private Choice script(FileResults.Entry entry, String word) {
        var script = home().isEmpty() ? entry.path() : entry.path().substring(home().length() + 1);
        return new Choice(entry.name(), word, script, !script.matches("(?s).*[\\s\\p{Z}\\p{C}\\\\].*|[-~].*"));
    }
}
