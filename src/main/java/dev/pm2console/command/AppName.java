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

/// The text can be an application's name, as far as that can be told from the name alone; [ReservedNames] has the rest.
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = AppName.FORM, message = "is 1 to 64 letters, digits, _ or -, and does not begin with -")
@Pattern(regexp = AppName.NO_ADDRESS, message = "is neither all nor a number: those address processes")
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface AppName {
    String message() default "is a name";

    /// What a name is made of.
    String FORM = "[A-Za-z0-9_][A-Za-z0-9_-]{0,63}";

    /// Neither `all` nor a number.
    String NO_ADDRESS = "(?!all$)(?![0-9]+$).*";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
