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

/// The text is a name that a system user can have everywhere. PM2 pastes it into shell commands when it installs a boot
/// script, so nothing else may pass.
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[A-Za-z_][A-Za-z0-9_-]{0,31}", message = "is a system user's name: a letter or _, then letters, digits, _ or -, at most 32")
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidUser {
    String message() default "is a system user's name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
