package dev.pm2console.web;

/// What a person typed into a field; the framework has `null` for a field that was not sent.
final class Typed {

    private Typed() {
    }

    /// Just as it was typed.
    static String text(String sent) {
        return sent == null ? "" : sent;
    }

    /// Without the blanks around it.
    static String word(String sent) {
        return text(sent).strip();
    }
}
