package dev.pm2console.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestQuery;

/// Which figures are looked at, and over which time: the query of the overview's address. What it says wrong is as if it
/// said nothing.
public final class ChartView {

    private static final int MOST_METRICS = 16;
    private static final List<String> USUAL_METRICS = List.of("cpu", "memory");

    @RestQuery
    String range;
    @RestQuery
    String from;
    @RestQuery
    String to;
    @RestQuery
    List<String> metric;
    @RestQuery
    String instances;

    /// From when until when.
    record Span(Instant from, Instant to) {
    }

    public ChartRange range() {
        return ChartRange.of(Typed.word(range)).orElse(ChartRange.USUAL);
    }

    /// The ranges there are to choose from.
    public List<ChartRange> ranges() {
        return Arrays.asList(ChartRange.values());
    }

    /// The figures that are wanted, at least one.
    public List<String> metrics() {
        var wanted = metric == null ? List.<String> of()
                : metric.stream().map(Typed::text).filter(ChartMetric::exists).distinct().limit(MOST_METRICS).toList();
        return wanted.isEmpty() ? USUAL_METRICS : wanted;
    }

    public boolean wants(ChartMetric of) {
        return metrics().contains(of.wire());
    }

    /// Whether each instance has charts of its own.
    public boolean isApart() {
        return "apart".equals(Typed.word(instances));
    }

    /// Whether a part of the time was chosen.
    public boolean isZoomed() {
        return zoom().isPresent();
    }

    /// The time that is looked at.
    Span span(Instant now) {
        return zoom().orElseGet(() -> new Span(now.minus(range().length()), now));
    }

    /// The query of another range, with its question mark.
    public String ranged(ChartRange other) {
        return query(other, isApart(), Optional.empty());
    }

    /// The query of the instances together, or apart.
    public String queryApart(boolean wanted) {
        return query(range(), wanted, zoom());
    }

    private Optional<Span> zoom() {
        var begin = TypedTime.read(Typed.word(from));
        var end = TypedTime.read(Typed.word(to));
        return begin.isPresent() && end.isPresent() && begin.get().isBefore(end.get())
                ? Optional.of(new Span(begin.get(), end.get()))
                : Optional.empty();
    }

    private String query(ChartRange other, boolean apart, Optional<Span> zoom) {
        var pairs = new ArrayList<String>();
        pairs.add(pair("range", other.word()));
        zoom.ifPresent(span -> {
            pairs.add(pair("from", span.from.toString()));
            pairs.add(pair("to", span.to.toString()));
        });
        if (!metrics().equals(USUAL_METRICS)) {
            metrics().forEach(it -> pairs.add(pair("metric", it)));
        }
        if (apart) {
            pairs.add(pair("instances", "apart"));
        }
        return pairs.stream().collect(Collectors.joining("&", "?", ""));
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
