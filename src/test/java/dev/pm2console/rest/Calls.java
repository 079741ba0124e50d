package dev.pm2console.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import dev.pm2console.security.Credentials;
import dev.pm2console.security.FormTokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/// Calls to the API without a PM2, as whoever the test wants to be.
final class Calls {

    private Calls() {
    }

    /// Where the console is, as a browser tells it.
    static String origin() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    static RequestSpecification admin() {
        return with(WithoutPm2.TOKEN);
    }

    static RequestSpecification with(String token) {
        return RestAssured.given().noContentType().basePath("/api/v1").header("Authorization", "Bearer " + token);
    }

    /// As one of the console's own pages sends it.
    static RequestSpecification signedIn(String session) {
        var csrf = RestAssured.given().cookie(Credentials.COOKIE, session).get("/form-token").then().statusCode(200).extract()
                .asString();
        return RestAssured.given().noContentType().basePath("/api/v1").cookie(Credentials.COOKIE, session)
                .header("Origin", origin()).header(FormTokens.HEADER, csrf);
    }

    static RequestSpecification json(RequestSpecification request, Map<String, ?> body) {
        return request.contentType(ContentType.JSON).body(body);
    }

    static void assertProblem(Response answer, int status, String code, String command) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        var problem = answer.jsonPath();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getString("command")).isEqualTo(command);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
    }
}
