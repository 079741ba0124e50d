package dev.pm2console.accounts;

import java.util.Optional;

/// What is to be different about a user; what is empty stays.
///
/// @param role     what the user may do from now on
/// @param password the new password; it ends the user's sessions
/// @param disabled whether the user may not sign in; it ends the user's sessions
/// @param signOut  end the user's sessions
public record UserChange(Optional<Role> role, Optional<Secret> password, Optional<Boolean> disabled, boolean signOut) {

    boolean endsSessions() {
        return signOut || password.isPresent() || disabled.orElse(false);
    }
}
