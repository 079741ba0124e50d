package dev.pm2console.web;

import java.util.Arrays;
import java.util.List;

import dev.pm2console.process.Signal;

/// A signal that one can send, and what comes of it.
///
/// @param name    as the system names it
/// @param warning what is asked before it is sent
public record SignalWord(String name, String warning) {

    /// All that can be sent.
    static List<SignalWord> all() {
        return Arrays.stream(Signal.values()).map(it -> new SignalWord(it.name(), warning(it.name()))).toList();
    }

    static String warning(String signal) {
        return switch (signal) {
            case "SIGKILL" -> "It ends at once, with no chance to finish anything. PM2 then starts it again.";
            case "SIGTERM", "SIGINT" -> "It is asked to end, and may finish what it is at. PM2 then starts it again.";
            default ->
                "The signal is sent as it is. What an application does not handle ends it, and PM2 then starts it again.";
        };
    }

    /// Whether it is the one that is offered first: what many take for a wish to read their configuration anew.
    public boolean isUsual() {
        return name.equals("SIGHUP");
    }
}
