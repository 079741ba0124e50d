package dev.pm2console.rest;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.command.ErrorCode;
import dev.pm2console.security.Refusal;
import io.vertx.core.http.HttpServerRequest;

/// Turns programs away in the form in which they get all their errors.
@Singleton
class ProblemRefusals implements Refusal.Writer {

    private final ObjectMapper json;

    ProblemRefusals(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean understoodBy(HttpServerRequest request) {
        return true;
    }

    @Override
    public Refusal.Body body(Refusal refusal, HttpServerRequest request) {
        return problem(ErrorCode.valueOf(refusal.code()), refusal.detail());
    }

    Refusal.Body problem(ErrorCode code, String detail) {
        try {
            return new Refusal.Body(Problem.MEDIA_TYPE,
                    json.writeValueAsString(Problem.of(code, detail, Optional.empty(), List.of())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can be written as JSON", e);
        }
    }
}
