package dev.pm2console.security;

import java.security.SecureRandom;
import java.util.Optional;

import jakarta.inject.Singleton;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Secret;
import dev.pm2console.accounts.Secrets;
import dev.pm2console.accounts.User;

/// The way in where there is nobody yet: an address that only whoever starts the console sees. It makes the first
/// administrator, and is worth nothing afterwards.
@Singleton
public class SetUp {

    private final Accounts accounts;
    private final String token = new Secrets(new SecureRandom()).next();
    private final Secrets.Hash hash = Secrets.Hash.of(token);

    SetUp(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Whether there is nobody yet.
    public boolean isOpen() {
        return accounts.isEmpty();
    }

    /// Whether this is the token of the address, and still worth something.
    public boolean isToken(String text) {
        return hash.matches(text) && isOpen();
    }

    /// Makes the first administrator.
    ///
    /// @return empty for a wrong token, and where there is somebody already
    /// @throws dev.pm2console.accounts.AccountException if the password is not accepted; the address goes on to work then
    public Optional<User> complete(String text, String name, Secret password) {
        return isToken(text) ? accounts.addFirst(name, password) : Optional.empty();
    }

    /// The token, for the one who starts the console.
    String token() {
        return token;
    }
}
