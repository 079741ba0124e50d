package dev.pm2console.web;

import java.net.URI;
import java.util.Optional;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.pm2console.security.Credentials;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;

/// How a browser gets in, and out again.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SignInPages {

    private final Credentials credentials;

    SignInPages(Credentials credentials) {
        this.credentials = credentials;
    }

    /// The address that the console prints when it starts; it works once.
    /// Programs that only look whether an address exists don't use up its one time.
    @HEAD
    @Path("setup")
    @Operation(hidden = true)
    public Response isSetUpThere() {
        return Response.ok().build();
    }

    @GET
    @Path("setup")
    @Operation(hidden = true)
    public Response setUp(@QueryParam("token") String token, HttpServerRequest request) {
        return credentials.redeem(Optional.ofNullable(token).orElse(""))
                .map(session -> Response.seeOther(URI.create("/")).cookie(cookie(session, request.isSSL()).build()).build())
                .orElseGet(() -> Response.status(Response.Status.FORBIDDEN).entity(MessagePage.usedAddress().html()).build());
    }

    @POST
    @Path("sign-out")
    @Operation(hidden = true)
    public Response signOut(@CookieParam(Credentials.COOKIE) String session, HttpServerRequest request) {
        Optional.ofNullable(session).ifPresent(credentials::signOut);
        return Response.ok(MessagePage.signedOut().html())
                .cookie(cookie("", request.isSSL()).maxAge(0).build()).build();
    }

    private static NewCookie.Builder cookie(String value, boolean secure) {
        return new NewCookie.Builder(Credentials.COOKIE).value(value).path("/").httpOnly(true).secure(secure)
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
