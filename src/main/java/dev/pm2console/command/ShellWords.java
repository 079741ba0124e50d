package dev.pm2console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Splits text into words as a POSIX shell does, with quotes and backslashes, and expands nothing.
final class ShellWords {

    private ShellWords() {
    }

    /// The words, or empty where a quote is not closed or the text ends in a lone backslash.
    static Optional<List<String>> split(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var inWord = false;
        var quote = '\0';
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (quote != '\0' && c == quote) {
                quote = '\0';
            } else if (quote == '\'') {
                word.append(c);
            } else if (c == '\\') {
                if (++i == text.length()) {
                    return Optional.empty();
                }
                if (text.charAt(i) == '\n') {
                    continue; // the line goes on
                }
                if (quote == '"' && "\"\\$`".indexOf(text.charAt(i)) < 0) {
                    word.append(c);
                }
                word.append(text.charAt(i));
                inWord = true;
            } else if (quote == '\0' && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (quote == '\0' && (c == ' ' || c == '\t' || c == '\n')) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != '\0') {
            return Optional.empty();
        }
        if (inWord) {
            words.add(word.toString());
        }
        return Optional.of(List.copyOf(words));
    }
}
