package dev.pm2console.web;

import java.util.List;
import java.util.stream.Stream;

/// What takes back what was just done, as far as that goes: a form in the notice that tells of it.
///
/// @param label   of its button
/// @param address where it is sent
/// @param fields  what is sent
/// @param csrf    the token that the form carries
public record Undo(String label, String address, List<Field> fields, String csrf) {

    public Undo {
        fields = List.copyOf(fields);
    }

    /// A hidden field.
    public record Field(String name, String value) {
    }

    /// Starts what was stopped.
    ///
    /// @param page that the answer leads back to
    static Undo start(List<Integer> ids, View view, String page, String csrf) {
        return new Undo("Start again", "/processes/action" + view.query(),
                Stream.concat(Stream.of(new Field("do", Action.START.word()), new Field("back", page)),
                        ids.stream().map(id -> new Field("target", "id:" + id))).toList(),
                csrf);
    }

    /// Brings back as many instances as there were.
    static Undo scale(String target, int instances, View view, String csrf) {
        return new Undo("Scale back to " + instances, "/processes/scale" + view.query(),
                List.of(new Field("target", target), new Field("instances", Integer.toString(instances))), csrf);
    }

    @Override
    public String toString() {
        return "Undo[" + label + ", " + address + ", " + fields + "]";
    }
}
