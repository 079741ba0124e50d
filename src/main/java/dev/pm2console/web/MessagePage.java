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

    static MessagePage signedOut() {
        return new MessagePage("", "You are signed out", "This browser's session has ended.", SIGN_IN, "");
    }

    static MessagePage notSignedIn() {
        return new MessagePage("", "You are not signed in", "This page is only for those who are.", SIGN_IN, "Try again");
    }

    /// Says the same of a wrong token as of one that was used.
    static MessagePage usedAddress() {
        return new MessagePage("", "This address does not sign you in", "It is not valid: each such address works once.",
                SIGN_IN, "Go to the console");
    }

    private static final String SIGN_IN = "Open the address that the console printed when it started; it works once."
            + " If it was used already, restart the console: it prints a new one.";

    /// What a browser is told instead of a problem document.
    ///
    /// @param detail what is known of this case; empty where the status says all
    static MessagePage error(int status, String detail) {
        var number = Integer.toString(status);
        return switch (status) {
            case 401 -> notSignedIn();
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
