package dev.pm2console.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import dev.pm2console.accounts.Role;
import dev.pm2console.command.Command;
import dev.pm2console.command.Request;
import dev.pm2console.command.Violation;

/// The field of a form that names a role.
final class RoleField {

    private RoleField() {
    }

    /// The command for the role that was chosen; one that there isn't is noted.
    ///
    /// @param word what was sent; may be null, as the framework has it
    static <R> Request<R> read(String word, Function<Role, Command<R>> command) {
        var role = Arrays.stream(Role.values()).filter(it -> it.toString().equals(word)).findFirst();
        return new Request<>(command.apply(role.orElse(Role.VIEWER)),
                role.isPresent() ? List.of() : List.of(new Violation("role", "is one of: " + List.of(Role.values()))));
    }
}
