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

/// The text can be a namespace, and be addressed as such.
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}", message = "is 1 to 64 letters, digits, _, . or -, and does not begin with . or -")
@Pattern(regexp = "(?!all$).*", message = "is not all: that addresses every process")
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface NamespaceName {
    String message() default "is a namespace";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
