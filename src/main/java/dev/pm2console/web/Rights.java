package dev.pm2console.web;

import dev.pm2console.audit.Caller;
import dev.pm2console.audit.Role;

/// Who looks at a page: what that one may not do is not offered.
///
/// @param name     as whom they are signed in
/// @param role     `viewer`, `operator` or `admin`
/// @param operator may start, stop and save
/// @param admin    may also say what runs
public record Rights(String name, String role, boolean operator, boolean admin) {

    static Rights of(Caller caller) {
        return new Rights(caller.name(), caller.role().toString(), caller.role().includes(Role.OPERATOR),
                caller.role().includes(Role.ADMIN));
    }
}
