package dev.pm2console.security;

/// What the console prints for the one who starts it.
public final class SetUpToken {

    private SetUpToken() {
    }

    public static String of(Credentials credentials) {
        return credentials.setUpToken();
    }
}
