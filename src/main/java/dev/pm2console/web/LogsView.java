package dev.pm2console.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestQuery;

import dev.pm2console.command.Results;
import dev.pm2console.logs.Level;

/// Which lines are looked at, and how: the query of the page's address.
public final class LogsView {

    private static final List<String> TYPES = List.of("out", "error");

    @RestQuery
    List<String> process;
    @RestQuery
    String type;
    @RestQuery
    String level;
    @RestQuery
    String grep;
    @RestQuery
    String before;
    @RestQuery
    String line;

    /// The processes that are wanted, as targets; empty for all of them.
    public List<String> processes() {
        return process == null ? List.of() : process.stream().map(Typed::word).filter(it -> !it.isEmpty()).distinct().toList();
    }

    /// `out`, `error` or `combined`.
    public String type() {
        return TYPES.contains(Typed.word(type)) ? Typed.word(type) : "combined";
    }

    /// The least level that is wanted; empty for every line.
    public String level() {
        return wantedLevel().map(Level::wire).orElse("");
    }

    /// The text that a line has, or an expression between slashes; empty for every line.
    public String grep() {
        return Typed.text(grep);
    }

    /// Where a page of older lines ends; empty for the newest lines.
    public String before() {
        return Typed.word(before);
    }

    /// The key of a line that is looked at in its context; empty for none.
    public String line() {
        return Typed.word(line);
    }

    /// Whether this is something else than the newest lines.
    public boolean isElsewhere() {
        return !before().isEmpty() || !line().isEmpty();
    }

    /// Whether only some lines are wanted.
    public boolean isFiltered() {
        return !processes().isEmpty() || !type().equals("combined") || !level().isEmpty() || !grep().isEmpty();
    }

    /// Whether lines are wanted for what they say.
    public boolean isSought() {
        return !level().isEmpty() || !grep().isEmpty();
    }

    /// The levels there are to choose from.
    public List<String> levels() {
        return Arrays.stream(Level.values()).map(Level::wire).toList();
    }

    /// Whether this one is among the processes that are wanted.
    public boolean wants(String target) {
        return processes().contains(target);
    }

    /// The query that gives this view again with its newest lines, with its question mark; empty for everything.
    public String query() {
        return query(Stream.empty());
    }

    /// The query of the page of older lines.
    public String queryOlder(String cursor) {
        return query(Stream.of(pair("before", cursor)));
    }

    /// The query of a line in its context.
    public String linked(String key) {
        return query(Stream.of(pair("line", key)));
    }

    /// What a line has to say.
    Predicate<Results.Line> filter() {
        var text = LineText.of(grep());
        return line -> text.test(line.text())
                && wantedLevel().map(least -> line.level().flatMap(Level::of).filter(it -> it.atLeast(least)).isPresent())
                        .orElse(true);
    }

    private Optional<Level> wantedLevel() {
        return Level.of(Typed.word(level));
    }

    private String query(Stream<String> more) {
        var pairs = new ArrayList<String>();
        processes().forEach(it -> pairs.add(pair("process", it)));
        Stream.of(pair("type", type().equals("combined") ? "" : type()), pair("level", level()), pair("grep", grep()))
                .filter(it -> !it.endsWith("=")).forEach(pairs::add);
        more.forEach(pairs::add);
        return pairs.isEmpty() ? "" : pairs.stream().collect(Collectors.joining("&", "?", ""));
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
