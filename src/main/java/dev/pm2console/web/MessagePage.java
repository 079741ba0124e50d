package dev.pm2console.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// A page with nothing but a message: an error, or the way in.
///
/// @param status  the HTTP status, or empty where it is no error
/// @param title   what is the matter
/// @param text    more of it
/// @param advice  what to do
/// @param command what to type on the machine to do it; empty for nothing
/// @param links   where to go from here, the best first
public record MessagePage(String status, String title, String text, String advice, String command, List<Link> links) {

    private static final Link PROCESSES = new Link("Processes", "/");
    private static final Link SYSTEM = new Link("System", "/system");
    private static final Link EVENTS = new Link("Events", "/events");
    private static final Link LOGS = new Link("Logs", "/logs");

    public MessagePage {
        links = List.copyOf(links);
    }

    /// The page of a message.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance message(MessagePage message, Optional<Rights> may);
    }

    /// A way to go on.
    public record Link(String label, String address) {
    }

    /// Nobody can sign in yet.
    static MessagePage notSetUp() {
        return new MessagePage("", "This console is not set up yet",
                "Open the address that it printed when it was started. Whoever does makes the first administrator.",
                "The address is not at hand? Restart the console: it prints a new one.", "", List.of());
    }

    /// Says the same of a wrong token as of one that was used.
    static MessagePage usedAddress() {
        return new MessagePage("", "This address does not work",
                "It is not valid: it works once, until the console is set up, and each start of the console has another.",
                "The console is set up and the password is lost? This command sets another, on the machine that it runs on:",
                "pm2-console user password NAME", List.of(new Link("Go to the console", "/")));
    }

    /// What a browser is told instead of a problem document.
    ///
    /// @param detail what is known of this case; empty where the status says all
    static MessagePage error(int status, String detail) {
        return switch (status) {
            case 400 -> error(status, "That can’t be understood", or(detail, "The request can't be understood."),
                    "Go back and correct it, or start from the list.", PROCESSES);
            case 403 -> error(status, "Not allowed", or(detail, "You may not do that here."), whoCan(detail), PROCESSES);
            case 404 -> error(status, "There is nothing here", or(detail, "No page has this address."),
                    "It may have been removed, or the address has a typing error.", PROCESSES);
            case 405 -> error(status, "Not a page", "This address is where a form is sent, and shows nothing itself.",
                    "Open the page that the form is on.", PROCESSES);
            case 413 -> error(status, "Too large", "A form has at most 1 MiB.",
                    "Nothing of it was done. Go back and send less at a time.", PROCESSES);
            case 429 -> error(status, "Too many at once", or(detail, "That was asked for too often."),
                    "Wait a moment, then try again.", PROCESSES);
            case 500 -> error(status, "The console failed", or(detail, "Its log says more."),
                    "What you asked for may have been done all the same: look before you repeat it. Please report what you did.",
                    PROCESSES, SYSTEM);
            case 502 -> error(status, "PM2 did not do it", or(detail, "It refused."),
                    "The logs of the process, or PM2's own, may say more.", PROCESSES, LOGS);
            case 503 -> error(status, "PM2 can’t be reached", or(detail, "It does not run, or does not answer."),
                    "Nothing was done. Logs and events of before are still here; System starts PM2 again.", SYSTEM, LOGS,
                    EVENTS);
            case 504 -> error(status, "PM2 did not answer in time", or(detail, "It may be busy, or hang."),
                    "What you asked for may still take effect: look at the list before you try again.", PROCESSES, SYSTEM);
            default -> error(status, "That did not work", or(detail, "The request can't be understood."), "", PROCESSES);
        };
    }

    private static MessagePage error(int status, String title, String text, String advice, Link... links) {
        return new MessagePage(Integer.toString(status), title, text, advice, "", List.of(links));
    }

    /// The same, with another way to go on before the others.
    MessagePage with(Link first) {
        return new MessagePage(status, title, text, advice, command,
                Stream.concat(Stream.of(first), links.stream()).toList());
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

    private static String whoCan(String detail) {
        if (detail.contains("needs the role admin")) {
            return "An administrator can do it for you, or give you that role under Settings.";
        }
        return detail.contains("needs the role operator")
                ? "An operator or an administrator can do it for you. An administrator can give you that role under Settings."
                : "";
    }

    private static String or(String detail, String usual) {
        return detail.isEmpty() ? usual : FormErrors.sentence(detail);
    }
}
