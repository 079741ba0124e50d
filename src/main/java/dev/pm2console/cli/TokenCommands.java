package dev.pm2console.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.inject.Vetoed;

import dev.pm2console.accounts.AccountException;
import dev.pm2console.accounts.AccountRefusal;
import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `token …`: what programs come in with.
@Vetoed // runs where there is no container
@Command(name = "token", mixinStandardHelpOptions = true, subcommands = HelpCommand.class, description = "Tokens, by which programs come in.")
final class TokenCommands {

    private final Desk.Opener opener;

    @Spec
    private CommandSpec spec;

    TokenCommands(Desk.Opener opener) {
        this.opener = opener;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = {
            "Makes a token, and prints it: alone on the standard output, and never again." })
    void add(
            @Parameters(paramLabel = "NAME", description = "What the token is called.") Name name,
            @Option(names = "--role", required = true, paramLabel = "ROLE", description = "What it may do: ${COMPLETION-CANDIDATES}.") Role role,
            @Option(names = "--expires", paramLabel = "WHEN", description = "After 12h, 30d or 8w, or the last day on which it works: 2030-12-31."
                    + " Without it, never.") Optional<Expiry> expires) {
        try (var desk = opener.open()) {
            var now = desk.clock().instant();
            var end = expires.map(it -> it.from(now, desk.zone()));
            if (end.filter(it -> !it.isAfter(now)).isPresent()) {
                throw new ParameterException(spec.subcommands().get("add"), "--expires is in the past");
            }
            var parameters = new HashMap<>(Map.of("role", role.toString()));
            end.ifPresent(it -> parameters.put("expiresAt", it.toString()));
            var issued = desk.change("addToken", "token:" + name, parameters,
                    () -> desk.accounts().issueToken(name.text(), role, end, desk.actor()));
            var line = spec.commandLine();
            line.getOut().println(issued.secret().text());
            line.getErr().printf(
                    "That is token %d \"%s\" (%s%s). It is shown this once. Send it as \"Authorization: Bearer …\".%n",
                    issued.token().id(), name, role, end.map(it -> ", until " + new Listing(desk.zone()).time(it)).orElse(""));
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the tokens, not what they are.")
    void list(@Option(names = "--json", description = "As JSON.") boolean json) {
        try (var desk = opener.open()) {
            var tokens = desk.accounts().tokens();
            spec.commandLine().getOut().println(
                    json ? Listing.tokensAsJson(tokens) : new Listing(desk.zone()).tokens(tokens, desk.clock().instant()));
        }
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Ends a token: from then on it lets nobody in.")
    void revoke(@Parameters(paramLabel = "ID|NAME", description = "Its number, or its name.") Name which) {
        try (var desk = opener.open()) {
            var id = id(desk.accounts(), which.text());
            var token = desk.change("revokeToken", "token:" + id.map(Object::toString).orElse(which.text()), Map.of(),
                    () -> desk.accounts().revokeToken(id.orElseThrow(() -> unknown(which.text()))));
            spec.commandLine().getOut().printf("Token %d \"%s\" is revoked.%n", token.id(), token.name());
        }
    }

    /// All digits means a number.
    private static Optional<Long> id(Accounts accounts, String which) {
        return which.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(which))
                : accounts.tokens().stream().filter(it -> it.name().equalsIgnoreCase(which)).map(Token::id).findFirst();
    }

    private static AccountException unknown(String which) {
        return new AccountException(new AccountRefusal.UnknownToken("\"" + which + "\""));
    }
}
