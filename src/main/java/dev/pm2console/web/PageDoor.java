package dev.pm2console.web;

import jakarta.enterprise.context.RequestScoped;

import dev.pm2console.audit.Caller;
import dev.pm2console.command.Command;
import dev.pm2console.command.CommandService;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Request;
import dev.pm2console.security.Callers;
import io.vertx.core.http.HttpServerRequest;

/// Takes what a person does on a page to the command service, and says who that person is.
@RequestScoped
class PageDoor {

    private final CommandService service;
    private final Callers callers;
    private final HttpServerRequest request;

    PageDoor(CommandService service, Callers callers, HttpServerRequest request) {
        this.service = service;
        this.callers = callers;
        this.request = request;
    }

    Caller caller() {
        return callers.of(request, "web");
    }

    /// Carries out a command for the present caller.
    <R> R execute(Command<R> command) {
        return service.execute(caller(), command);
    }

    /// Carries out a command that was read from a form.
    <R> R execute(Operation operation, Request<R> read) {
        return service.execute(caller(), operation, () -> read);
    }
}
