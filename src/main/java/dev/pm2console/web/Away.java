package dev.pm2console.web;

/// What is known of a process while PM2 can't be asked.
///
/// @param nameOrId what the address says
/// @param title    its name
/// @param address  of its page
/// @param here     the tab that is looked at
/// @param daemon   `down` or `unreachable`
/// @param reason   why it can't be asked
public record Away(String nameOrId, String title, String address, String here, String daemon, String reason) {

    /// Nothing listens, so that it can be started.
    public boolean isDown() {
        return daemon.equals("down");
    }
}
