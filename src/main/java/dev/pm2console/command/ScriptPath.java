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

/// The text looks like a script's path relative to the working directory; [AppsRoot] looks at where it leads.
///
/// White space and invisible characters are all of Unicode's: PM2 hands a script with a space to a shell, and the others
/// only hide what is started.
@Documented
@Constraint(validatedBy = {})
@Size(min = 1, max = 1024, message = "has 1 to 1024 characters")
@Pattern(regexp = "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}\\s]*", message = "has no white space and no control characters: PM2 would hand it to a shell")
@Pattern(regexp = "(?![-~/\\\\])(?![A-Za-z]:).*", flags = Pattern.Flag.DOTALL, message = "is relative to cwd: it begins neither with / nor with - or ~")
@Pattern(regexp = "(?!(.*[/\\\\])?\\.\\.([/\\\\]|$)).*", flags = Pattern.Flag.DOTALL, message = "has no .. segment")
@Pattern(regexp = "[^\\\\]*", message = "has / between its segments, no backslash")
@Pattern(regexp = ".*[^/]|", flags = Pattern.Flag.DOTALL, message = "does not end in /")
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface ScriptPath {
    String message() default "is the path of a script";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
