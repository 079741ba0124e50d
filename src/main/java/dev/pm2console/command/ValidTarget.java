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
import jakarta.validation.constraints.Size;

/// The text can address processes: any name that PM2 may hold, so nearly everything.
@Documented
@Constraint(validatedBy = {})
@Size(min = 1, max = dev.pm2console.process.Target.MAX_LENGTH, message = "has 1 to 200 characters")
@Pattern(regexp = "\\P{Cc}*", message = "has no control characters")
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidTarget {
    String message() default "is an id, a name, a namespace or all";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
