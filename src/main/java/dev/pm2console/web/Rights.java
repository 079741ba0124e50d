package dev.pm2console.web;

import dev.pm2console.accounts.Caller;
import dev.pm2console.accounts.Role;

/// Who looks at a page: what that one may not do is not offered.
///
/// @param name     as whom they are signed in
/// @param role     `viewer`, `operator` or `admin`
/// @param operator may start, stop and save
/// @param admin    may also say what runs
/// @param csrf     the token that the page's forms carry
public record Rights(String name, String role, boolean operator, boolean admin, String csrf) {

    static Rights of(Caller caller, String csrf) {
        return new Rights(caller.name(), caller.role().toString(), caller.role().includes(Role.OPERATOR),
                caller.role().includes(Role.ADMIN), csrf);
    }

    @Override
    public String toString() {
        return "Rights[" + name + ", " + role + "]";
    }
}
