package dev.pm2console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.testsupport.Guest;
import dev.pm2console.testsupport.People;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/// TLS with a certificate of the user's own, as docs/deployment.md tells people to have it.
@QuarkusTest
@TestProfile(Encrypted.class)
class TlsTest {

    @TestHTTPResource
    URI plain;
    @TestHTTPResource(tls = true)
    URI encrypted;
    @Inject
    Accounts accounts;
    @Inject
    Exposure exposure;

    @Test
    void cookiesAreSecure() {
        People.session(accounts, "alice", Role.ADMIN);
        var guest = new Guest("https://localhost:" + encrypted.getPort());

        var form = guest.request().get("/sign-in");
        var answer = guest.signIn("alice", People.PASSWORD);

        assertThat(form.detailedCookies()).isNotEmpty().allMatch(it -> it.isSecured() && it.isHttpOnly());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Guest.session(answer)).matches(it -> it.isSecured() && it.isHttpOnly())
                .satisfies(it -> assertThat(it.getSameSite()).isEqualTo("Strict"));
        assertThat(guest.request().cookie(Guest.session(answer)).get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTlsThereIsOnlyTheWayToTls() {
        var answer = RestAssured.given().redirects().follow(false)
                .get("http://localhost:" + plain.getPort() + "/sign-in?to=x");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.header("Location")).isEqualTo("https://localhost:" + encrypted.getPort() + "/sign-in?to=x");
        assertThat(answer.asString()).isEmpty();
    }

    @Test
    void nothingIsWarnedOf() {
        assertThat(exposure.isTls()).isTrue();
        assertThat(exposure.warnings()).noneMatch(it -> it.contains("without encryption"));
    }
}
