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
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/// 1 to 256 instances, or `max`.
@Documented
@Constraint(validatedBy = ValidInstances.Validator.class)
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidInstances {
    String message() default "is 1 to 256, or \"max\"";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Accepts what a cluster can have.
    final class Validator implements ConstraintValidator<ValidInstances, Instances> {
        @Override
        public boolean isValid(Instances instances, ConstraintValidatorContext context) {
            return instances == null || instances.count().isEmpty()
                    || (instances.count().getAsInt() >= 1 && instances.count().getAsInt() <= 256);
        }
    }
}
