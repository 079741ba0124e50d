package dev.pm2console.accounts;

/// Something about users or tokens was not done.
public final class AccountException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AccountRefusal refusal;

    public AccountException(AccountRefusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /// Why.
    public AccountRefusal refusal() {
        return refusal;
    }
}
