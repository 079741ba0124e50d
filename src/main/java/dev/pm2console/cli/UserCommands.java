package dev.pm2console.cli;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Vetoed;

import dev.pm2console.accounts.AccountException;
import dev.pm2console.accounts.AccountRefusal;
import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.User;
import dev.pm2console.accounts.UserChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `user …`: who signs in.
@Vetoed // runs where there is no container
@Command(name = "user", mixinStandardHelpOptions = true, subcommands = HelpCommand.class, description = "Users, who sign in with a password.")
final class UserCommands {

    private final Desk.Opener opener;
    private final NewPassword passwords;

    @Spec
    private CommandSpec spec;

    UserCommands(Desk.Opener opener, NewPassword passwords) {
        this.opener = opener;
        this.passwords = passwords;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = { "Makes a user.",
            "Asks for the password twice; without a terminal it is the first line of the standard input." })
    void add(
            @Parameters(paramLabel = "NAME", description = "By which the user signs in.") Name name,
            @Option(names = "--role", required = true, paramLabel = "ROLE", description = "What the user may do: ${COMPLETION-CANDIDATES}.") Role role) {
        try (var desk = opener.open()) {
            var user = desk.change("addUser", target(name), Map.of("role", role.toString()),
                    () -> add(desk.accounts(), name, role));
            say("User \"%s\" (%s) may sign in.%n", user.name(), role);
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the users.")
    void list(@Option(names = "--json", description = "As JSON.") boolean json) {
        try (var desk = opener.open()) {
            say("%s%n", json ? Listing.usersAsJson(desk.accounts()) : new Listing(desk.zone()).users(desk.accounts()));
        }
    }

    @Command(name = "password", mixinStandardHelpOptions = true, description = {
            "Gives a user a new password, and lets the user sign in who was disabled.",
            "The user's sessions end. Asks twice; without a terminal it is the first line of the standard input." })
    void password(@Parameters(paramLabel = "NAME", description = "Whose it is.") Name name) {
        try (var desk = opener.open()) {
            var user = desk.change("changeUser", target(name), Map.of("password", "••••", "disabled", "false"),
                    () -> password(desk.accounts(), name));
            say("User \"%s\" (%s) may sign in with the new password.%n", user.name(), user.role());
        }
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "Keeps a user from signing in, and ends the user's sessions.")
    void disable(@Parameters(paramLabel = "NAME", description = "Who.") Name name) {
        allow(name, false, "User \"%s\" may not sign in any more.%n");
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Lets a user sign in again who was disabled.")
    void enable(@Parameters(paramLabel = "NAME", description = "Who.") Name name) {
        allow(name, true, "User \"%s\" may sign in.%n");
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a user, and ends the user's sessions.")
    void remove(@Parameters(paramLabel = "NAME", description = "Who.") Name name) {
        try (var desk = opener.open()) {
            var user = desk.change("removeUser", target(name), Map.of(), () -> desk.accounts().removeUser(name.text()));
            say("User \"%s\" is removed.%n", user.name());
        }
    }

    private User add(Accounts accounts, Name name, Role role) {
        // what can't be is said before a password is typed for it
        if (accounts.user(name.text()).isPresent()) {
            throw new AccountException(new AccountRefusal.NameTaken("user", name.text()));
        }
        if (accounts.isEmpty() && role != Role.ADMIN) {
            throw new RefusedException("the first user is the administrator: --role admin");
        }
        return accounts.addUser(name.text(), passwords.ask(name.text()), role);
    }

    private User password(Accounts accounts, Name name) {
        if (accounts.isEmpty()) {
            throw new RefusedException("there are no users yet: start the console, and open the address that it prints");
        }
        var user = accounts.user(name.text())
                .orElseThrow(() -> new AccountException(new AccountRefusal.UnknownUser(name.text())));
        return accounts.changeUser(user.name(),
                new UserChange(Optional.empty(), Optional.of(passwords.ask(user.name())), Optional.of(false), true));
    }

    private void allow(Name name, boolean signIn, String done) {
        var change = new UserChange(Optional.empty(), Optional.empty(), Optional.of(!signIn), false);
        try (var desk = opener.open()) {
            Supplier<User> work = () -> desk.accounts().changeUser(name.text(), change);
            say(done, desk.change("changeUser", target(name), Map.of("disabled", Boolean.toString(!signIn)), work).name());
        }
    }

    private void say(String format, Object... values) {
        spec.commandLine().getOut().printf(format, values);
    }

    private static String target(Name name) {
        return "user:" + name;
    }
}
