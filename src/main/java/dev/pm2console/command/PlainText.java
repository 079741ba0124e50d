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
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// Text that a person could have typed in one line: no control characters, no halves of surrogate pairs.
@Documented
@Constraint(validatedBy = {})
@Size(min = 1, message = "has 1 to {max} characters")
@Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "has no control characters")
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {
    String message() default "is plain text";

    /// How many characters it may have.
    @OverridesAttribute(constraint = Size.class, name = "max")
    int max();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
