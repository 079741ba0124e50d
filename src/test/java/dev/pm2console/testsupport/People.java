package dev.pm2console.testsupport;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.Secret;

/// Users of the console under test.
public final class People {

    /// Everybody's password.
    public static final String PASSWORD = "lantern-orbit-velvet-93";

    private People() {
    }

    /// The session cookie of a user, who is made where there is none of that name.
    public static String session(Accounts accounts, String name, Role role) {
        if (accounts.user(name).isEmpty()) {
            accounts.addUser(name, new Secret(PASSWORD), role);
        }
        return accounts.signIn(name, new Secret(PASSWORD), "test").orElseThrow();
    }
}
