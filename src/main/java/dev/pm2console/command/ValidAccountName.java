package dev.pm2console.command;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;

import dev.pm2console.accounts.AccountName;

/// The text is a name that a user or a token can have.
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = AccountName.PATTERN, message = AccountName.RULE)
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidAccountName {
    String message() default AccountName.RULE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
