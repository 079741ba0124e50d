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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// A duration, 0 or longer.
@Documented
@Constraint(validatedBy = {})
@Min(value = 0, message = "is 0 or more milliseconds")
@Max(value = 0, message = "is at most {value} milliseconds")
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Milliseconds {
    String message() default "is a number of milliseconds";

    /// The longest that is accepted, in milliseconds.
    @OverridesAttribute(constraint = Max.class, name = "value")
    long max();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
