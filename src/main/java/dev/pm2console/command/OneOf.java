package dev.pm2console.command;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/// The text is one of a few words.
@Documented
@Constraint(validatedBy = OneOf.Validator.class)
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {
    /// The words.
    String[] value();

    String message() default "must be one of: {value}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Accepts the words, and that there is none.
    final class Validator implements ConstraintValidator<OneOf, String> {
        private Set<String> words = Set.of();

        @Override
        public void initialize(OneOf constraint) {
            words = Set.of(constraint.value());
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || words.contains(text); // whether there has to be one is for others to say
        }
    }
}
