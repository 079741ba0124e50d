package dev.pm2console.alerts;

import java.util.List;

/// Carries an [AlertRefusal] to whoever asked.
public final class AlertException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient AlertRefusal refusal;

    public AlertException(AlertRefusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    static AlertException invalid(String field, String rule) {
        return new AlertException(new AlertRefusal.Invalid(List.of(new AlertRefusal.Problem(field, rule))));
    }

    public AlertRefusal refusal() {
        return refusal;
    }
}
