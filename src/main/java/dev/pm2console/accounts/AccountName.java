package dev.pm2console.accounts;

/// What users and tokens may be called, at every door and on the command line.
public final class AccountName {

    public static final String PATTERN = "[A-Za-z0-9_][A-Za-z0-9_.@-]{0,63}";
    public static final String RULE = "has letters, digits, _ . @ -, at most 64, and begins with a letter, a digit or _";

    private AccountName() {
    }

    public static boolean isValid(String name) {
        return name.matches(PATTERN);
    }
}
