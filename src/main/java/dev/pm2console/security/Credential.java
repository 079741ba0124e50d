package dev.pm2console.security;

/// What somebody came in with.
public sealed interface Credential {

    /// The token from the console's environment.
    record AdminToken() implements Credential {
    }

    /// A token of the console's own.
    record ApiToken(long id) implements Credential {
    }

    /// A browser's session.
    ///
    /// @param id not its cookie
    record Session(String id) implements Credential {
    }
}
