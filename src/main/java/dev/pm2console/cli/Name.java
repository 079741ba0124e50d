package dev.pm2console.cli;

import dev.pm2console.accounts.AccountName;
import picocli.CommandLine.TypeConversionException;

/// The name of a user or a token, as it was typed.
record Name(String text) {

    static Name parse(String typed) {
        if (!AccountName.isValid(typed)) {
            throw new TypeConversionException("a name " + AccountName.RULE);
        }
        return new Name(typed);
    }

    @Override
    public String toString() {
        return text;
    }
}
