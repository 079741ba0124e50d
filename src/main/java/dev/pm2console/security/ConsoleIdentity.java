package dev.pm2console.security;

import java.util.Optional;

import dev.pm2console.accounts.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/// What the framework is told about somebody who proved who they are.
public final class ConsoleIdentity {

    private static final String ROLE = "console.role";
    private static final String CREDENTIAL = "console.credential";

    private ConsoleIdentity() {
    }

    static SecurityIdentity of(String name, Role role, Credential credential) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRole(role.toString())
                .addAttribute(ROLE, role)
                .addAttribute(CREDENTIAL, credential)
                .build();
    }

    static Role role(SecurityIdentity identity) {
        return identity.<Role> getAttribute(ROLE);
    }

    /// What somebody came in with; empty where nobody is signed in.
    public static Optional<Credential> credential(SecurityIdentity identity) {
        return Optional.ofNullable(identity.<Credential> getAttribute(CREDENTIAL));
    }

    /// The session that a request belongs to; empty where it came with a token, or nothing.
    static Optional<String> session(SecurityIdentity identity) {
        return credential(identity).flatMap(credential -> switch (credential) {
            case Credential.Session(var id) -> Optional.of(id);
            case Credential.ApiToken _ -> Optional.<String> empty();
            case Credential.AdminToken _ -> Optional.<String> empty();
        });
    }
}
