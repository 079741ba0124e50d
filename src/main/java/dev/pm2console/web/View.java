package dev.pm2console.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

import jakarta.ws.rs.QueryParam;

/// What part of the list is looked at, and how it is grouped: the query of the page's address.
public final class View {

    @QueryParam("q")
    String q;
    @QueryParam("status")
    String status;
    @QueryParam("by")
    String by;

    /// The text of the filter; empty for everything.
    public String q() {
        return q == null ? "" : q.strip();
    }

    /// The status that is wanted; empty for any.
    public String status() {
        return status == null ? "" : status;
    }

    /// Whether the list is grouped by namespace rather than by name.
    public boolean byNamespace() {
        return "namespace".equals(by);
    }

    /// Whether only part of the list is wanted.
    public boolean isFiltered() {
        return !q().isEmpty() || !status().isEmpty();
    }

    /// The query that gives this view again, with its question mark; empty for the usual view.
    public String query() {
        return query(q(), status(), byNamespace());
    }

    /// The query that gives this view with the other grouping.
    public String regrouped() {
        return query(q(), status(), !byNamespace());
    }

    /// The query that gives this view of the processes in one status only.
    public String only(String wanted) {
        return query(q(), wanted, byNamespace());
    }

    private static String query(String q, String status, boolean byNamespace) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("q", q);
        parameters.put("status", status);
        parameters.put("by", byNamespace ? "namespace" : "");
        var text = parameters.entrySet().stream().filter(it -> !it.getValue().isEmpty())
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }
}
