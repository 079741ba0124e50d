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

/// The text looks like a cron expression of PM2's: five fields, six with seconds, one of the usual nicknames, or `0` for
/// none. Whether the fields' values make sense, PM2 says.
@Documented
@Constraint(validatedBy = {})
@Size(max = 100, message = "has at most 100 characters")
@Pattern(regexp = "0|@(yearly|annually|monthly|weekly|daily|hourly)|[0-9A-Za-z*,/?#-]+( +[0-9A-Za-z*,/?#-]+){4,5}", message = "is a cron expression, such as 0 4 * * *")
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface CronExpression {
    String message() default "is a cron expression";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
