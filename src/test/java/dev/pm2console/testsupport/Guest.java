package dev.pm2console.testsupport;

import java.net.InetAddress;
import java.net.URI;
import java.util.regex.Pattern;

import dev.pm2console.security.Credentials;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/// A browser, as far as signing in goes: it fetches the form, sends it back with its token, its cookie and its origin, and
/// follows no redirects.
public final class Guest {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final InetAddress from;
    private final String root;

    /// @param root the console's address as this browser sees it, without a slash at the end
    public Guest(String root) {
        this(InetAddress.getLoopbackAddress(), root);
    }

    /// @param from the address that this browser has
    public Guest(InetAddress from, String root) {
        this.from = from;
        this.root = root;
    }

    /// A request to the console.
    public RequestSpecification request() {
        var http = HttpClientConfig.httpClientConfig().setParam("http.route.local-address", from);
        return RestAssured.given().config(RestAssured.config().httpClient(http)).relaxedHTTPSValidation()
                .redirects().follow(false).baseUri(root).port(port());
    }

    /// Fills the form in.
    ///
    /// @return what is answered to it
    public Response signIn(String name, String password) {
        var page = request().get("/sign-in");
        var token = FORM_TOKEN.matcher(page.asString());
        if (!token.find()) {
            throw new IllegalStateException("there is no form: " + page.statusLine());
        }
        return request().cookies(page.detailedCookies()).header("Origin", root).formParam("csrf", token.group(1))
                .formParam("name", name).formParam("password", password).formParam("to", "/").post("/sign-in");
    }

    /// The session's cookie in an answer to the form.
    public static Cookie session(Response answer) {
        var cookie = answer.detailedCookie(Credentials.COOKIE);
        if (cookie == null) {
            throw new IllegalStateException("not signed in: " + answer.statusLine());
        }
        return cookie;
    }

    private int port() {
        return URI.create(root).getPort();
    }
}
