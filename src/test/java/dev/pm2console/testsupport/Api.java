package dev.pm2console.testsupport;

import static dev.pm2console.testsupport.Patience.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/// The REST API as the tests' administrator.
public final class Api {

    /// A request with the token; nothing is encoded but what the test encodes.
    public RequestSpecification request() {
        return RestAssured.given().urlEncodingEnabled(false).basePath("/api/v1")
                .header("Authorization", "Bearer " + RealPm2Resource.TOKEN);
    }

    public Response get(String path) {
        return request().get(path);
    }

    public Response post(String path) {
        return request().noContentType().post(path);
    }

    public Response post(String path, Object body) {
        return request().contentType(ContentType.JSON).body(body).post(path);
    }

    public Response delete(String path) {
        return request().delete(path);
    }

    /// Starts an application; it has to go well.
    ///
    /// @param options names and values of further options, in turns
    /// @return the started processes' ids
    public List<Integer> start(String script, String name, Object... options) {
        var app = new HashMap<String, Object>(Map.of("script", script, "name", name));
        for (var i = 0; i < options.length; i += 2) {
            app.put(options[i].toString(), options[i + 1]);
        }
        return post("/processes", app).then().statusCode(201).extract().path("processes.id");
    }

    /// The list's entries of this name.
    public List<Map<String, Object>> named(String name) {
        return list().getList("processes.findAll { it.name == '" + name + "' }");
    }

    public JsonPath list() {
        return get("/processes").then().statusCode(200).extract().jsonPath();
    }

    public void awaitStatus(String name, String status) {
        await().until(() -> {
            var found = named(name);
            return !found.isEmpty() && found.stream().allMatch(process -> process.get("status").equals(status));
        });
    }

    /// Waits until the console has noticed what the daemon's state is.
    public void awaitDaemon(String state) {
        await().until(() -> get("/status").jsonPath().getString("daemon").equals(state));
    }

    /// Deletes every process, modules as well, and what comes into the list only then.
    public void deleteAll() {
        await().until(() -> {
            list().<Integer> getList("processes.id").forEach(id -> delete("/processes/" + id));
            return list().getList("processes").isEmpty();
        });
    }
}
