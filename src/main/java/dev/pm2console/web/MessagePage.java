package dev.pm2console.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// A page with nothing but a message: an error, or the way in.
///
/// @param status  the HTTP status, or empty where it is no error
/// @param title   what is the matter
/// @param text    more of it
/// @param advice  what to do
/// @param wayBack what a link to the list says; empty for no link
public record MessagePage(String status, String title, String text, String advice, String wayBack) {

    /// The page of a message.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance message(MessagePage message);
    }

    /// Nobody can sign in yet.
    static MessagePage notSetUp() {
        return new MessagePage("", "This console is not set up yet", "Whoever started it makes the first administrator.",
                SET_UP, "");
    }

    /// Says the same of a wrong token as of one that was used.
    static MessagePage usedAddress() {
        return new MessagePage("", "This address does not work", "It is not valid: it works once, until the console is set up.",
                SET_UP, "Go to the console");
    }

    private static final String SET_UP = "Open the address that the console printed when it started. Somebody did that and the"
            + " password is lost? “pm2-console user password NAME” on the machine sets another.";

    /// What a browser is told instead of a problem document.
    ///
    /// @param detail what is known of this case; empty where the status says all
    static MessagePage error(int status, String detail) {
        var number = Integer.toString(status);
        return switch (status) {
            case 403 -> new MessagePage(number, "Not allowed", or(detail, "You may not do that here."), "", "Processes");
            case 404 -> new MessagePage(number, "There is nothing here", or(detail, "No page has this address."),
                    "", "Processes");
            case 405 -> new MessagePage(number, "Not a page", "This address is for forms.", "", "Processes");
            case 413 -> new MessagePage(number, "Too large", "A form has at most 1 MiB.", "", "Processes");
            case 500 -> new MessagePage(number, "The console failed", or(detail, "Its log says more."),
                    "Please report what you did.", "Processes");
            default -> new MessagePage(number, "That did not work", or(detail, "The request can't be understood."), "",
                    "Processes");
        };
    }

    /// The page as text.
    String html() {
        return Templates.message(this).render();
    }

    private static String or(String detail, String usual) {
        return detail.isEmpty() ? usual : detail;
    }
}
