package dev.pm2console.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the Start form shows.
///
/// @param form         what is typed
/// @param errors       what is wrong with it
/// @param interpreters what may run a script
/// @param root         the apps root
public record StartSheet(StartForm form, StartErrors errors, List<String> interpreters, String root) {

    public StartSheet {
        interpreters = List.copyOf(interpreters);
    }

    public String typed(String word) {
        return form.typed().get(word);
    }

    public boolean ticked(String word) {
        return !typed(word).isEmpty();
    }

    public String label(String word) {
        return StartOption.of(word).orElseThrow(() -> new IllegalArgumentException(word)).label();
    }

    /// Whether a folded section has something that is to be seen at once.
    public boolean isOpen(String section) {
        return said(section) > 0 || options(section).stream().anyMatch(it -> errors.beside().containsKey(it.word()));
    }

    /// How many options of a section say something.
    public long said(String section) {
        return options(section).stream().filter(form::says).count();
    }

    public Map<String, String> beside() {
        return errors.beside();
    }

    private static List<StartOption> options(String section) {
        return StartOption.Section.valueOf(section.toUpperCase(Locale.ROOT)).options();
    }
}
