package dev.pm2console.process;

import java.util.List;
import java.util.function.Predicate;

/// Whom a command is for: `nameOrId` of the API.
///
/// Text without a prefix is an id where it is all digits; otherwise a name, then a namespace, then the word `all`: the
/// first of them that matches anything wins. `id:0`, `name:web` and `namespace:api` say which is meant. Like PM2's own
/// command, `all` leaves modules alone.
public sealed interface Target {

    /// The longest text that can be a target, in characters.
    int MAX_LENGTH = 200;

    /// The text this target was written as.
    String text();

    /// The processes of `list` that are meant, in the list's order; empty where nothing matches.
    List<ManagedProcess> select(List<ManagedProcess> list);

    record ById(String text, int id) implements Target {
        @Override
        public List<ManagedProcess> select(List<ManagedProcess> list) {
            return filter(list, process -> process.id().value() == id);
        }
    }

    record ByName(String text, String name) implements Target {
        @Override
        public List<ManagedProcess> select(List<ManagedProcess> list) {
            return filter(list, process -> process.name().equals(name));
        }
    }

    record ByNamespace(String text, String namespace) implements Target {
        @Override
        public List<ManagedProcess> select(List<ManagedProcess> list) {
            return filter(list, process -> process.namespace().equals(namespace));
        }
    }

    /// Any of name, namespace or `all`.
    record Unqualified(String text) implements Target {
        @Override
        public List<ManagedProcess> select(List<ManagedProcess> list) {
            var named = new ByName(text, text).select(list);
            if (!named.isEmpty()) {
                return named;
            }
            var inNamespace = new ByNamespace(text, text).select(list);
            if (!inNamespace.isEmpty()) {
                return inNamespace;
            }
            return text.equals("all") ? filter(list, process -> !process.module()) : List.of();
        }
    }

    /// @throws IllegalArgumentException if the text is empty, longer than [#MAX_LENGTH] or has a control character
    static Target parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a target has 1 to " + MAX_LENGTH + " characters, none of them a control character");
        }
        if (isNumber(text)) {
            return new ById(text, number(text));
        }
        var colon = text.indexOf(':');
        var kind = colon < 0 ? "" : text.substring(0, colon);
        var rest = text.substring(colon + 1);
        if (kind.equals("id") && isNumber(rest)) {
            return new ById(text, number(rest));
        }
        if (kind.equals("name") && !rest.isEmpty()) {
            return new ByName(text, rest);
        }
        if (kind.equals("namespace") && !rest.isEmpty()) {
            return new ByNamespace(text, rest);
        }
        return new Unqualified(text);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException tooLarge) {
            return -1; // no process has it
        }
    }

    private static List<ManagedProcess> filter(List<ManagedProcess> list, Predicate<ManagedProcess> wanted) {
        return list.stream().filter(wanted).toList();
    }
}
