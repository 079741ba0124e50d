package dev.pm2console.web;

import java.util.Comparator;
import java.util.List;

/// A custom action that some instances offer.
///
/// @param action its name
/// @param by     the instances, at least one
public record Offer(String action, List<Group.Row> by) {

    /// What PM2's own library offers of every application begins with it.
    private static final String OWN = "km:";

    public Offer {
        by = List.copyOf(by);
    }

    /// All there are: first those that an application made itself.
    static List<Offer> of(ProcessPage.Subject subject) {
        return subject.rows().stream().flatMap(row -> row.process().actions().stream()).distinct()
                .sorted(Comparator.<String, Boolean> comparing(action -> action.startsWith(OWN))
                        .thenComparing(action -> action))
                .map(action -> new Offer(action,
                        subject.rows().stream().filter(row -> row.process().actions().contains(action)).toList()))
                .toList();
    }

    public boolean isOfSeveral() {
        return by.size() > 1;
    }
}
