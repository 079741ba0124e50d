package dev.pm2console.web;

import java.util.Optional;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// A page with nothing but a message: an error, or the way in.
///
/// @param status  the HTTP status, or empty where it is no error
/// @param title   what is the matter
/// @param text    more of it
/// @param advice  what to do
/// @param command what to type on the machine to do it; empty for nothing
/// @param wayBack what a link to the list says; empty for no link
public record MessagePage(String status, String title, String text, String advice, String command, String wayBack) {

    /// The page of a message.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance message(MessagePage message, Optional<Rights> may);
    }

    /// Nobody can sign in yet.
    static MessagePage notSetUp() {
        return new MessagePage("", "This console is not set up yet",
                "Open the address that it printed when it was started. Whoever does makes the first administrator.",
                "The address is not at hand? Restart the console: it prints a new one.", "", "");
    }

    /// Says the same of a wrong token as of one that was used.
    static MessagePage usedAddress() {
        return new MessagePage("", "This address does not work",
                "It is not valid: it works once, until the console is set up, and each start of the console has another.",
                "The console is set up and the password is lost? This command sets another, on the machine that it runs on:",
                "pm2-console user password NAME", "Go to the console");
    }

    /// What a browser is told instead of a problem document.
    ///
    /// @param detail what is known of this case; empty where the status says all
    static MessagePage error(int status, String detail) {
        var number = Integer.toString(status);
        return switch (status) {
            case 403 -> new MessagePage(number, "Not allowed", or(detail, "You may not do that here."), "", "", "Processes");
            case 404 -> new MessagePage(number, "There is nothing here", or(detail, "No page has this address."),
                    "", "", "Processes");
            case 405 -> new MessagePage(number, "Not a page", "This address is for forms.", "", "", "Processes");
            case 413 -> new MessagePage(number, "Too large", "A form has at most 1 MiB.", "", "", "Processes");
            case 500 -> new MessagePage(number, "The console failed", or(detail, "Its log says more."),
                    "Please report what you did.", "", "Processes");
            default -> new MessagePage(number, "That did not work", or(detail, "The request can't be understood."), "", "",
                    "Processes");
        };
    }

    /// The page as text, for somebody who is not signed in, or not known to be.
    String html() {
        return html(Optional.empty());
    }

    /// The page as text.
    ///
    /// @param may what the one who looks may do
    String html(Optional<Rights> may) {
        return Templates.message(this, may).render();
    }

    private static String or(String detail, String usual) {
        return detail.isEmpty() ? usual : detail;
    }
}
