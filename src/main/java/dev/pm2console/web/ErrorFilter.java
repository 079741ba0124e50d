package dev.pm2console.web;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import dev.pm2console.security.Refusal;
import io.vertx.core.http.HttpServerRequest;

/// Puts a page in the place of a problem document where a browser is to read it.
final class ErrorFilter {

    private static final String PROBLEM = "problem+json";

    private final ErrorPages pages;
    private final PageDoor door;

    ErrorFilter(ErrorPages pages, PageDoor door) {
        this.pages = pages;
        this.door = door;
    }

    @ServerResponseFilter
    public void show(ContainerResponseContext response, HttpServerRequest request) {
        var isProblem = Optional.ofNullable(response.getMediaType()).map(type -> type.getSubtype().equals(PROBLEM))
                .orElse(false);
        if (isProblem && pages.understoodBy(request)) {
            response.setEntity(pages.html(response.getStatus(), detail(response), request, door.known()), null,
                    MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
        }
    }

    private static String detail(ContainerResponseContext response) {
        return response.getEntity() instanceof Refusal.Explained problem ? problem.detail() : "";
    }
}
