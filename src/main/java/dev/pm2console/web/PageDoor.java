package dev.pm2console.web;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import dev.pm2console.accounts.Caller;
import dev.pm2console.command.Command;
import dev.pm2console.command.CommandService;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Request;
import dev.pm2console.security.Callers;
import dev.pm2console.security.ConsoleIdentity;
import dev.pm2console.security.FormTokens;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;

/// Takes what a person does on a page to the command service, and says who that person is.
@RequestScoped
class PageDoor {

    private final CommandService service;
    private final Callers callers;
    private final FormTokens forms;
    private final SecurityIdentity identity;
    private final HttpServerRequest request;

    PageDoor(CommandService service, Callers callers, FormTokens forms, SecurityIdentity identity, HttpServerRequest request) {
        this.service = service;
        this.callers = callers;
        this.forms = forms;
        this.identity = identity;
        this.request = request;
    }

    Caller caller() {
        return callers.of(request, "web");
    }

    /// What the present caller may do, and the token for the page's forms.
    Rights rights() {
        return Rights.of(caller(), forms.of(identity, request));
    }

    /// The same, where somebody is signed in.
    Optional<Rights> known() {
        return ConsoleIdentity.credential(identity).map(_ -> rights());
    }

    /// The session of the present caller, where there is one.
    Optional<String> session() {
        return callers.session();
    }

    /// Carries out a command for the present caller.
    <R> R execute(Command<R> command) {
        return service.execute(caller(), command);
    }

    /// Carries out a command that was read from a form.
    <R> R execute(Operation operation, Request<R> read) {
        return service.execute(caller(), operation, () -> read);
    }

    /// Looks at a command that was read from a form, without carrying it out.
    void check(Operation operation, Request<?> read) {
        service.check(caller(), operation, () -> read);
    }

    /// For pages with nothing but a form that not everybody may send.
    ///
    /// @throws dev.pm2console.command.CommandException if the caller may not
    void require(Operation operation) {
        service.require(caller(), operation);
    }
}
