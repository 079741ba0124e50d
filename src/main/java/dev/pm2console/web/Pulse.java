package dev.pm2console.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

/// Whether the console is there, and of which build: for pages that have heard nothing for a while. For everybody, so that
/// a page that nobody looks at does not keep its session.
@Path("/pulse")
@Produces(MediaType.TEXT_PLAIN)
public class Pulse {

    private final Build build;

    Pulse(Build build) {
        this.build = build;
    }

    @GET
    @Operation(hidden = true)
    public String build() {
        return build.id();
    }
}
