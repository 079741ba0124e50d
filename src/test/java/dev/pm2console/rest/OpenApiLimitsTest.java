package dev.pm2console.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;

/// The limits that the OpenAPI document tells are those that the code keeps: each is tried, on both its sides. Nothing is
/// ever done: there is no PM2, and no such script.
@QuarkusTest
@TestProfile(WithoutPm2.class)
class OpenApiLimitsTest {

    @Inject
    ObjectMapper json;

    private ApiDocument document;

    @BeforeEach
    void read() throws Exception {
        document = ApiDocument.served(json);
    }

    /// A value at a limit.
    ///
    /// @param accepted whether it is on the right side of it
    private record Trial(JsonNode value, boolean accepted) {
    }

    @Test
    void limitsOfStartProcess() {
        var tried = new TreeSet<String>();
        appOptions().path("properties").properties().forEach(option -> document.schemas(option.getValue())
                .forEach(schema -> trials(schema).forEach(trial -> {
                    tried.add(option.getKey());
                    assertThat(problems(option.getKey(), trial.value).isEmpty()).as("%s: %s", option.getKey(), trial.value)
                            .isEqualTo(trial.accepted);
                })));
        assertThat(tried).contains("script", "instances", "exec_mode", "restart_delay", "max_restarts", "kill_timeout",
                "listen_timeout", "min_uptime", "max_memory_restart", "watch", "args", "node_args", "log_date_format",
                "stop_exit_codes");
    }

    @Test
    void patternsOfStartProcess() {
        var values = List.of("web", "all", "0", "-x", "~x", "a b", "a.b", "a_b", "../a", "a/../b", "a/b.js", "/a", "C:x",
                "a\\b",
                "x".repeat(64), "x".repeat(65), "/dev/null", "logs/a.log", "a.txt", "200M", "0M", "1.5G", "10s", "5d",
                "0 4 * * *", "$(id)", "`id`", "ü", "", "..", "..a");
        for (var name : List.of("script", "name", "namespace", "log_file", "out_file", "error_file", "max_memory_restart",
                "min_uptime", "cron_restart")) {
            var schema = appOptions().path("properties").path(name);
            for (var value : values) {
                assertThat(document.violations(schema, text(value)).isEmpty()).as("%s: %s", name, value)
                        .isEqualTo(problems(name, text(value)).isEmpty());
            }
        }
    }

    @Test
    void limitsOfQueries() {
        var tried = new TreeSet<String>();
        var wrong = new ArrayList<String>();
        document.root().path("paths").properties().forEach(path -> {
            var operation = path.getValue().path("get");
            for (var parameter : document.parameters(operation, "query")) {
                var name = parameter.path("name").asText();
                for (var trial : trials(document.resolved(parameter.path("schema")))) {
                    if (name.equals("before")) {
                        continue; // only an answer's is accepted
                    }
                    tried.add(operation.path("operationId").asText() + "." + name);
                    var values = trial.value.isArray() ? ApiDocument.texts(trial.value) : List.of(trial.value.asText());
                    // as a file there may be more of the audit
                    var accept = name.equals("limit") && path.getKey().endsWith("/audit") ? "application/x-ndjson" : "*/*";
                    var answer = given().header("Authorization", "Bearer " + WithoutPm2.TOKEN).accept(accept)
                            .queryParam(name, values)
                            .get(path.getKey().replaceAll("\\{\\w+}", "1")).then().extract();
                    var accepted = fields(answer.statusCode(), answer.asString()).stream().noneMatch(it -> it.startsWith(name));
                    if (accepted != trial.accepted) {
                        wrong.add(path.getKey() + " " + name + "=" + values + ": " + answer.asString());
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(tried).contains("showLogs.lines", "showLogs.process", "showProcessLogs.type", "listProcesses.status",
                "listProcesses.detailed", "describeProcess.reveal", "monitor.nameOrId", "generateStartupScript.platform",
                "searchLogs.context", "getHistory.metric", "listEvents.limit",
                "listAudit.outcome");
    }

    @Test
    void limitsOfPaths() {
        var tried = new TreeSet<String>();
        document.root().path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            var operation = method.getValue();
            for (var parameter : document.parameters(operation, "path")) {
                for (var trial : trials(document.resolved(parameter.path("schema")))) {
                    var name = parameter.path("name").asText();
                    if (trial.value.asText().isEmpty()) {
                        continue; // another path
                    }
                    tried.add(operation.path("operationId").asText() + "." + name);
                    var request = given().header("Authorization", "Bearer " + WithoutPm2.TOKEN)
                            .pathParam(name, trial.value.asText());
                    if (operation.has("requestBody")) {
                        request.contentType("application/json").body(example(operation).toString());
                    }
                    var address = path.getKey().replaceAll("\\{(?!" + Pattern.quote(name) + "})\\w+}", "1");
                    var answer = request.request(Method.valueOf(method.getKey().toUpperCase(Locale.ROOT)), address)
                            .then().extract();
                    // of a number that can't be there it may also be said that it is not there
                    var refused = fields(answer.statusCode(), answer.asString()).contains(name)
                            || (answer.statusCode() == 404 && !trial.accepted);
                    assertThat(refused).as("%s %s %s: %s", method.getKey(), path.getKey(), trial, answer.asString())
                            .isEqualTo(!trial.accepted);
                }
            }
        }));
        assertThat(tried).contains("stopProcess.nameOrId", "deleteProcess.nameOrId", "showProcessLogs.nameOrId",
                "triggerAction.action", "revokeToken.id");
    }

    @Test
    void limitsOfBodies() {
        var tried = new TreeSet<String>();
        document.root().path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            var operation = method.getValue();
            var id = operation.path("operationId").asText();
            var properties = document.resolved(document.resolved(operation.path("requestBody"))
                    .at("/content/application~1json/schema")).path("properties");
            if (List.of("startProcess", "changePassword").contains(id) || path.getKey().matches(".*\\{(id|name)}.*")) {
                return; // looked at above; needs a session; is for what isn't there
            }
            properties.properties().forEach(property -> document.schemas(property.getValue())
                    .forEach(schema -> trials(schema).stream().filter(trial -> !trial.accepted).forEach(trial -> {
                        tried.add(id + "." + property.getKey());
                        var body = example(operation).<ObjectNode> deepCopy();
                        body.set(property.getKey(), trial.value);
                        var answer = given().header("Authorization", "Bearer " + WithoutPm2.TOKEN)
                                .contentType("application/json").body(body.toString())
                                .request(Method.valueOf(method.getKey().toUpperCase(Locale.ROOT)),
                                        path.getKey().replaceAll("\\{\\w+}", "1"))
                                .then().extract();
                        assertThat(fields(answer.statusCode(), answer.asString()))
                                .as("%s %s: %s", id, body, answer.asString())
                                .anyMatch(field -> field.startsWith(property.getKey()));
                    })));
        }));
        assertThat(tried).contains("scaleProcess.instances", "sendSignal.signal", "sendLine.line", "triggerAction.params",
                "saveProcessList.force", "killPM2.confirm", "startup.platform", "startEcosystem.onExisting",
                "startEcosystem.apps");
    }

    // ---- what is tried ----

    private List<Trial> trials(JsonNode schema) {
        var trials = new ArrayList<Trial>();
        if (schema.has("minimum")) {
            trials.add(new Trial(number(schema.path("minimum").asLong()), true));
            trials.add(new Trial(number(schema.path("minimum").asLong() - 1), false));
        }
        if (schema.has("maximum")) {
            trials.add(new Trial(number(schema.path("maximum").asLong()), true));
            trials.add(new Trial(number(schema.path("maximum").asLong() + 1), false));
        }
        if (schema.has("minLength") && !schema.has("format")) {
            trials.add(new Trial(text("x".repeat(schema.path("minLength").asInt())), true));
            trials.add(new Trial(text("x".repeat(schema.path("minLength").asInt() - 1)), false));
        }
        if (schema.has("maxLength") && !schema.has("format")) {
            trials.add(new Trial(text("x".repeat(schema.path("maxLength").asInt())), true));
            trials.add(new Trial(text("x".repeat(schema.path("maxLength").asInt() + 1)), false));
        }
        if (schema.has("const")) {
            trials.add(new Trial(schema.path("const"), true));
            trials.add(new Trial(schema.path("const").isBoolean() ? JsonNodeFactory.instance.booleanNode(false)
                    : text(schema.path("const").asText() + "x"), false));
        }
        for (var choice : schema.path("enum")) {
            trials.add(new Trial(choice, true));
            trials.add(new Trial(text(choice.asText() + "x"), false));
        }
        if (schema.path("type").asText().equals("boolean") && !schema.has("const")) {
            trials.add(new Trial(JsonNodeFactory.instance.booleanNode(true), true));
            trials.add(new Trial(text("yes"), false));
        }
        if (schema.path("type").asText().equals("integer")) {
            trials.add(new Trial(text("1x"), false));
        }
        if (schema.has("minItems")) {
            trials.add(new Trial(list(schema, schema.path("minItems").asInt() - 1), false));
        }
        if (schema.has("maxItems")) {
            trials.add(new Trial(list(schema, schema.path("maxItems").asInt()), true));
            trials.add(new Trial(list(schema, schema.path("maxItems").asInt() + 1), false));
        }
        return trials;
    }

    private JsonNode list(JsonNode schema, int size) {
        var list = JsonNodeFactory.instance.arrayNode();
        var item = document.resolved(schema.path("items"));
        for (var i = 0; i < size; i++) {
            list.add(item.has("enum") ? item.path("enum").path(0)
                    : switch (item.path("type").asText()) {
                        case "integer" -> number(1);
                        case "object" -> JsonNodeFactory.instance.objectNode().put("script", "x.js");
                        default -> text(item.path("example").asText("x"));
                    });
        }
        return list;
    }

    // ---- the code's opinion ----

    /// What the API refuses of one option's value.
    private List<String> problems(String option, JsonNode value) {
        var body = JsonNodeFactory.instance.objectNode().put("script", "there/is-no-such-script.js");
        body.set(option, value);
        var answer = given().header("Authorization", "Bearer " + WithoutPm2.TOKEN).contentType("application/json")
                .body(body.toString()).post("/api/v1/processes").then().extract();
        assertThat(answer.statusCode()).isIn(400, 422);
        return fields(answer.statusCode(), answer.asString()).stream()
                .filter(field -> value.isArray() ? field.equals(option) : field.startsWith(option)).toList();
    }

    /// The parameters that an answer refuses.
    private List<String> fields(int status, String answer) {
        try {
            return status != 400 ? List.of() : json.readTree(answer).findValuesAsText("field");
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer, e);
        }
    }

    private JsonNode example(JsonNode operation) {
        return document.examples(document.resolved(operation.path("requestBody")).at("/content/application~1json"))
                .getFirst();
    }

    private JsonNode appOptions() {
        return document.schema("AppOptions");
    }

    private static JsonNode number(long value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }
}
