package dev.pm2console.testsupport;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.pm2console.accounts.Passwords;

/// Passwords of tests are hashed as quickly as bcrypt can.
final class QuickPasswords {

    /// bcrypt's least cost.
    static final int COST = 4;

    @Produces
    @Singleton
    Passwords passwords() {
        return new Passwords(COST);
    }
}
