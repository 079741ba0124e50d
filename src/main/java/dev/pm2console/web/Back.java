package dev.pm2console.web;

import java.util.regex.Pattern;

/// The page that a form was sent from, to which its answer leads back: only ever one of the console's own.
final class Back {

    private static final int LONGEST = 4_000;
    /// The pages with such forms; encoded as browsers and [java.net.URLEncoder] do it.
    private static final Pattern OURS = Pattern
            .compile("/(?:logs|processes/" + part("") + "(?:/(?:logs|events|configuration|actions))?)?(?:\\?(?:"
                    + part("=&") + ")?)?");

    private Back() {
    }

    /// @param sent  what the form says
    /// @param usual the page where it says nothing that is right
    static String to(String sent, String usual) {
        var address = Typed.text(sent);
        return !address.isEmpty() && address.length() <= LONGEST && OURS.matcher(address).matches() ? address : usual;
    }

    /// Never given back once it was taken, so that an address of any length is read in one go.
    private static String part(String more) {
        return "(?:[A-Za-z0-9._~:*+" + more + "-]++|%[0-9A-Fa-f]{2})++";
    }
}
