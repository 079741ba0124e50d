package dev.pm2console.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.pm2console.command.ErrorCode;
import dev.pm2console.command.Violation;
import dev.pm2console.security.Refusal;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// A failure as RFC 9457 describes it.
///
/// @param type       a URI for the kind of failure
/// @param title      the kind in a few words
/// @param status     the HTTP status
/// @param detail     what happened this time
/// @param code       by which programs tell failures apart
/// @param command    the operation that failed, where there was one
/// @param violations what is wrong with what was sent; left out where nothing is
@RegisterForReflection // written as JSON, also where no resource names the type
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        Optional<String> command,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations) implements Refusal.Explained {

    /// The media type of a problem.
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ErrorCode code, String detail, Optional<String> command, List<Violation> violations) {
        return new Problem("urn:pm2-console:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                code.title(), code.status(), detail, code.name(), command, violations);
    }
}
