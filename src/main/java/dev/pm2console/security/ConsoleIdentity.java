package dev.pm2console.security;

import dev.pm2console.audit.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/// What the framework is told about somebody who proved who they are.
final class ConsoleIdentity {

    /// The attribute that holds the [Role].
    static final String ROLE = "console.role";

    private ConsoleIdentity() {
    }

    static SecurityIdentity of(String name, Role role) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRole(role.toString())
                .addAttribute(ROLE, role)
                .build();
    }
}
