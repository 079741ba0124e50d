package dev.pm2console.accounts;

/// A password or a token's text on its way through the console: it gets into no log and no message by mistake.
///
/// @param text what it is
public record Secret(String text) {

    @Override
    public String toString() {
        return "••••";
    }
}
