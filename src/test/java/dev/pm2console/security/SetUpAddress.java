package dev.pm2console.security;

/// What the console prints for whoever starts it.
public final class SetUpAddress {

    private SetUpAddress() {
    }

    /// The path of the one-time address, with its token.
    public static String of(SetUp setUp) {
        return "setup?token=" + setUp.token();
    }
}
