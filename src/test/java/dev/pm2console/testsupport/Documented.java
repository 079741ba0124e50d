package dev.pm2console.testsupport;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// What the documentation tells people to write into a file, so that a test can do as they do.
public final class Documented {

    private static final Path DOCS = Path.of("docs");

    private Documented() {
    }

    /// The first block of a language after a heading.
    public static String block(String page, String heading, String language) {
        try {
            var text = Files.readString(DOCS.resolve(page));
            var begin = "```" + language + "\n";
            var start = text.indexOf(begin, text.indexOf(heading + "\n"));
            if (!text.contains(heading + "\n") || start < 0) {
                throw new IllegalStateException(page + " has no " + language + " under " + heading);
            }
            return text.substring(start + begin.length(), text.indexOf("```", start + begin.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first block of properties after a heading.
    public static Map<String, String> properties(String page, String heading) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(block(page, heading, "properties")));
            var map = new HashMap<String, String>();
            properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
            return map;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
