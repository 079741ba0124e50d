package dev.pm2console.command;

import dev.pm2console.accounts.AccountException;
import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Caller;
import dev.pm2console.accounts.Token;
import dev.pm2console.accounts.User;
import dev.pm2console.accounts.UserChange;

/// The commands for users and tokens.
final class AccountActions {

    private final Accounts accounts;

    AccountActions(Accounts accounts) {
        this.accounts = accounts;
    }

    Object run(Caller caller, AccountCommand<?> command) {
        try {
            return switch (command) {
                case AccountCommand.ListUsers _ -> new AccountResults.Users(accounts.users().stream().map(this::view).toList());
                case AccountCommand.AddUser it -> view(accounts.addUser(it.name(), it.password(), it.role()));
                case AccountCommand.ChangeUser it -> view(accounts.changeUser(it.name(),
                        new UserChange(it.role(), it.password(), it.disabled(), it.signOut())));
                case AccountCommand.RemoveUser it -> view(accounts.removeUser(it.name()));
                case AccountCommand.ChangePassword it -> view(changePassword(caller, it));
                case AccountCommand.ListTokens _ ->
                    new AccountResults.Tokens(accounts.tokens().stream().map(AccountActions::view).toList());
                case AccountCommand.AddToken it ->
                    view(accounts.issueToken(it.name(), it.role(), it.expiresAt(), caller.name()));
                case AccountCommand.RevokeToken it -> view(accounts.revokeToken(it.id()));
            };
        } catch (AccountException e) {
            throw new CommandException(new Failure.Account(e.refusal()));
        }
    }

    private User changePassword(Caller caller, AccountCommand.ChangePassword command) {
        if (command.session().isEmpty()) {
            throw CommandException.invalid("", "a token has no password: sign in as the user whose password is to be another");
        }
        return accounts.changePassword(caller.name(), command.current(), command.password(), command.session());
    }

    private AccountResults.User view(User user) {
        return new AccountResults.User(user.name(), user.role().toString(), user.disabled(), user.createdAt(),
                user.passwordChangedAt(), user.signedInAt(), accounts.sessions(user.name()));
    }

    private static AccountResults.Token view(Token token) {
        return new AccountResults.Token(token.id(), token.name(), token.role().toString(), token.createdAt(), token.createdBy(),
                token.expiresAt(), token.usedAt());
    }

    private static AccountResults.IssuedToken view(Token.Issued issued) {
        var token = issued.token();
        return new AccountResults.IssuedToken(token.id(), token.name(), token.role().toString(), token.createdAt(),
                token.expiresAt(), issued.secret().text());
    }
}
