package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

import dev.pm2console.accounts.AccountException;
import dev.pm2console.accounts.AccountName;
import dev.pm2console.accounts.AccountRefusal;
import dev.pm2console.accounts.Secret;
import dev.pm2console.security.Credentials;
import dev.pm2console.security.FormTokens;
import dev.pm2console.security.SetUp;
import dev.pm2console.security.SignIns;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;

/// How a browser gets in, and out again.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SignInPages {

    private static final String SIGNED_OUT = "You are signed out.";
    private static final String WRONG = "The name or the password is not right.";

    private final SignIns signIns;
    private final SetUp setUp;
    private final FormTokens forms;
    private final Notices notices;
    private final SecurityIdentity identity;
    private final HttpServerRequest request;

    SignInPages(SignIns signIns, SetUp setUp, FormTokens forms, Notices notices, SecurityIdentity identity,
            HttpServerRequest request) {
        this.signIns = signIns;
        this.setUp = setUp;
        this.forms = forms;
        this.notices = notices;
        this.identity = identity;
        this.request = request;
    }

    @GET
    @Path("sign-in")
    @Operation(hidden = true)
    public Response signInForm(@QueryParam("to") String to, @CookieParam(Notices.COOKIE) String notice) {
        if (setUp.isOpen()) {
            return page(401, MessagePage.notSetUp().html());
        }
        // nothing else is for a stranger
        var isSignedOut = notices.take(Optional.ofNullable(notice)).contains(Notice.done(SIGNED_OUT));
        var form = isSignedOut ? SignInForm.told(SIGNED_OUT, csrf()) : SignInForm.of(Optional.ofNullable(to), csrf());
        return identity.isAnonymous() ? page(200, form.html()) : Response.seeOther(URI.create(form.to())).build();
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signIn(@RestForm String name, @RestForm String password, @RestForm String to) {
        var form = SignInForm.of(Optional.ofNullable(to), csrf()).withName(Typed.text(name));
        try {
            return signIns.signIn(request, Typed.word(name), new Secret(Typed.text(password)))
                    .map(session -> Response.seeOther(URI.create(form.to())).cookie(cookie(session).build()).build())
                    .orElseGet(() -> page(401, form.wrong(WRONG).html()));
        } catch (AccountException e) {
            return refused(e.refusal(), form);
        }
    }

    @POST
    @Path("sign-out")
    @Operation(hidden = true)
    public Response signOut() {
        signIns.signOut(request);
        return Response.seeOther(URI.create("/sign-in")).cookie(cookie("").maxAge(0).build(),
                notices.keep(List.of(Notice.done(SIGNED_OUT)))).build();
    }

    /// The address that the console prints when it is started for the first time.
    @GET
    @Path("setup")
    @Operation(hidden = true)
    public Response setUpForm(@QueryParam("token") String token) {
        return setUp.isToken(Typed.text(token)) ? page(200, SetUpForm.of(token, csrf()).html()) : usedAddress();
    }

    @POST
    @Path("setup")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response setUp(@RestForm String token, @RestForm String name, @RestForm String password,
            @RestForm String repeated) {
        var form = SetUpForm.of(Typed.text(token), csrf());
        if (!setUp.isToken(Typed.text(token))) {
            return usedAddress();
        }
        var wanted = Typed.word(name);
        if (!AccountName.isValid(wanted)) {
            return page(400, form.wrong(wanted, Map.of("name", FormErrors.rule("name", AccountName.RULE))).html());
        }
        if (!Typed.text(password).equals(Typed.text(repeated))) {
            return page(400, form.wrong(wanted, Map.of("repeated", FormErrors.NOT_THE_SAME)).html());
        }
        try {
            return signIns.setUp(request, token, wanted, new Secret(Typed.text(password)))
                    .map(session -> Response.seeOther(URI.create("/")).cookie(cookie(session).build()).build())
                    .orElseGet(SignInPages::usedAddress);
        } catch (AccountException e) {
            return page(400, form.wrong(wanted, FormErrors.of(e.refusal())).html());
        }
    }

    /// The token that a write of the present session needs, for scripts on the console's own pages.
    @GET
    @Path("form-token")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public String formToken() {
        return csrf();
    }

    private static Response refused(AccountRefusal refusal, SignInForm form) {
        return refusal instanceof AccountRefusal.TooManyAttempts many
                ? Response.status(429).header(HttpHeaders.RETRY_AFTER, many.seconds())
                        .entity(form.wrong("Too many attempts. Try again in " + many.seconds() + " s.").html()).build()
                : page(401, form.wrong(WRONG).html());
    }

    private static Response usedAddress() {
        return page(403, MessagePage.usedAddress().html());
    }

    private static Response page(int status, String html) {
        return Response.status(status).entity(html).build();
    }

    private String csrf() {
        return forms.of(identity, request);
    }

    private NewCookie.Builder cookie(String value) {
        return new NewCookie.Builder(Credentials.COOKIE).value(value).path("/").httpOnly(true)
                .secure(FormTokens.isSecure(request)).sameSite(NewCookie.SameSite.STRICT);
    }
}
