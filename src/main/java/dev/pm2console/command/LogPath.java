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

/// The text looks like a path that output may be written to; [AppsRoot] looks at where it leads.
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "/dev/null|[^\\p{Cc}\\p{Cs}~-][^\\p{Cc}\\p{Cs}]{0,1018}\\.log", message = "ends in .log, or is /dev/null")
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface LogPath {
    String message() default "is a log file";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
