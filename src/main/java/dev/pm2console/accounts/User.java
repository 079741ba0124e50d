package dev.pm2console.accounts;

import java.time.Instant;
import java.util.Optional;

/// Somebody who may sign in. The hash of the password is not part of it.
///
/// @param name              as it is shown; names that differ in case only are the same
/// @param role              what the user may do
/// @param disabled          may not sign in for now
/// @param createdAt         when the user was made
/// @param passwordChangedAt when the password was set last
/// @param signedInAt        when the user signed in last; empty for never
public record User(
        String name,
        Role role,
        boolean disabled,
        Instant createdAt,
        Instant passwordChangedAt,
        Optional<Instant> signedInAt) {
}
