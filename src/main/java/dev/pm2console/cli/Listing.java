package dev.pm2console.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Token;
import dev.pm2console.accounts.User;

/// Users and tokens as text: a table for people, JSON as the REST API has it for programs.
final class Listing {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String GAP = "  ";

    private final ZoneId zone;

    /// @param zone in which people read times
    Listing(ZoneId zone) {
        this.zone = zone;
    }

    String tokens(List<Token> tokens, Instant now) {
        return table(List.of("ID", "NAME", "ROLE", "CREATED", "BY", "EXPIRES", "USED"), tokens.stream().map(token -> List.of(
                Long.toString(token.id()), token.name(), token.role().toString(), time(token.createdAt()), token.createdBy(),
                time(token.expiresAt()) + (token.expiresAt().filter(end -> !now.isBefore(end)).isPresent() ? ", is over" : ""),
                time(token.usedAt()))).toList());
    }

    String users(Accounts accounts) {
        return table(List.of("NAME", "ROLE", "SIGN-IN", "CREATED", "PASSWORD SET", "SIGNED IN", "SESSIONS"),
                accounts.users().stream().map(user -> List.of(user.name(), user.role().toString(),
                        user.disabled() ? "disabled" : "enabled", time(user.createdAt()), time(user.passwordChangedAt()),
                        time(user.signedInAt()), Integer.toString(accounts.sessions(user.name())))).toList());
    }

    static String tokensAsJson(List<Token> tokens) {
        var list = JsonNodeFactory.instance.arrayNode();
        tokens.forEach(token -> list.addObject()
                .put("id", token.id())
                .put("name", token.name())
                .put("role", token.role().toString())
                .put("createdAt", token.createdAt().toString())
                .put("createdBy", token.createdBy())
                .put("expiresAt", token.expiresAt().map(Instant::toString).orElse(null))
                .put("usedAt", token.usedAt().map(Instant::toString).orElse(null)));
        return json("tokens", list);
    }

    static String usersAsJson(Accounts accounts) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (User user : accounts.users()) {
            list.addObject()
                    .put("name", user.name())
                    .put("role", user.role().toString())
                    .put("disabled", user.disabled())
                    .put("createdAt", user.createdAt().toString())
                    .put("passwordChangedAt", user.passwordChangedAt().toString())
                    .put("signedInAt", user.signedInAt().map(Instant::toString).orElse(null))
                    .put("sessions", accounts.sessions(user.name()));
        }
        return json("users", list);
    }

    /// A time as people read it.
    String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    private String time(Optional<Instant> time) {
        return time.map(this::time).orElse("never");
    }

    private static String json(String name, ArrayNode list) {
        var document = JsonNodeFactory.instance.objectNode();
        document.set(name, list);
        return document.toPrettyString();
    }

    private static String table(List<String> titles, List<List<String>> rows) {
        var lines = new ArrayList<List<String>>();
        lines.add(titles);
        lines.addAll(rows);
        var widths = new int[titles.size()];
        lines.forEach(line -> {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        return lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String aligned(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (var i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).repeat(' ', widths[i] - cells.get(i).length()).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
