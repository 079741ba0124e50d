package dev.pm2console.cli;

import java.net.URI;
import java.util.function.Supplier;

/// Where commands are typed: what they find there. Each part is only made when a command needs it, because some have to work
/// where others can't.
///
/// @param desk         the data directory, for whatever is about users and tokens
/// @param passwords    where new passwords come from
/// @param installation how the console is installed
/// @param health       where the console that is configured here tells how it is
/// @param version      the console's
public record Place(Desk.Opener desk, NewPassword passwords, Supplier<Installation> installation, Supplier<URI> health,
        String version) {
}
