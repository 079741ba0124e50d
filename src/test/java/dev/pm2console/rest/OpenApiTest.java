package dev.pm2console.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import dev.pm2console.accounts.AccountName;
import dev.pm2console.accounts.Passwords;
import dev.pm2console.accounts.Role;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.command.AppOptions;
import dev.pm2console.command.ErrorCode;
import dev.pm2console.command.ExportAudit;
import dev.pm2console.command.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;

/// The OpenAPI document is complete, and says what is so.
@QuarkusTest
@TestProfile(WithoutPm2.class)
class OpenApiTest {

    @Inject
    ObjectMapper json;

    private JsonNode document;

    @BeforeEach
    void read() throws Exception {
        document = json.readTree(given().header("Authorization", "Bearer " + WithoutPm2.TOKEN)
                .get("/q/openapi?format=json").then().statusCode(200).extract().asString());
    }

    @Test
    void documentIsForThoseWhoAreSignedIn() {
        given().get("/q/openapi").then().statusCode(401);
        given().get("/q/swagger-ui/").then().statusCode(401);
    }

    @Test
    void generatorsUnderstandTheDocument() {
        var parsed = new OpenAPIV3Parser().readContents(document.toString(), List.of(), new ParseOptions());

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getInfo().getTitle()).isEqualTo("PM2 Console");
        assertThat(parsed.getOpenAPI().getInfo().getVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(parsed.getOpenAPI().getInfo().getLicense().getName()).isEqualTo("Apache-2.0");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty()
                .allSatisfy(ref -> assertThat(at(ref).isMissingNode()).as(ref).isFalse());
    }

    @Test
    void everyOperationIsThereOnceUnderItsName() {
        var ids = operations().map(operation -> operation.path("operationId").asText()).toList();

        assertThat(ids).doesNotHaveDuplicates()
                .contains(Arrays.stream(Operation.values()).filter(it -> it != Operation.BROWSE_APPS) // for pages only
                        .map(Operation::publicName).toArray(String[]::new))
                .allSatisfy(id -> assertThat(ApiDescription.operation(id)).as(id).isPresent());
    }

    @Test
    void everyOperationTellsItsRole() {
        assertThat(operations()).allSatisfy(operation -> {
            var role = ApiDescription.operation(operation.path("operationId").asText()).orElseThrow().role().toString();
            assertThat(operation.path("x-role").asText()).isEqualTo(role);
            assertThat(operation.path("description").asText()).endsWith("Needs the role `" + role + "`.");
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.path("tags")).hasSize(1);
        });
    }

    @Test
    void everyOperationButThoseOfFilesAnswersJsonWithASchemaAndAnExample() {
        var others = List.of("searchLogs", "downloadLog");
        assertThat(operations().filter(it -> !others.contains(it.path("operationId").asText()))).allSatisfy(operation -> {
            var success = operation.path("responses").properties().stream()
                    .filter(response -> response.getKey().startsWith("2")).toList();
            assertThat(success).as(operation.path("operationId").asText()).hasSize(1);
            var media = success.getFirst().getValue().at("/content/application~1json");
            assertThat(media.path("schema").findValuesAsText("$ref")).isNotEmpty();
            assertThat(media.path("examples")).isNotEmpty();
        });
    }

    @Test
    void everyFailureIsAProblemWithItsCodes() {
        assertThat(operations()).allSatisfy(operation -> {
            var responses = new TreeMap<String, JsonNode>();
            operation.path("responses").properties().stream().filter(response -> !response.getKey().startsWith("2"))
                    .forEach(response -> responses.put(response.getKey(), resolved(response.getValue())));
            assertThat(responses).containsKeys("400", "401", "403");
            responses.forEach((status, response) -> {
                var media = response.at("/content/application~1problem+json");
                assertThat(media.at("/schema/$ref").asText()).isEqualTo("#/components/schemas/Problem");
                assertThat(media.path("examples").properties()).isNotEmpty().allSatisfy(example -> {
                    assertThat(ErrorCode.valueOf(example.getKey()).status()).hasToString(status);
                    var value = resolved(example.getValue()).path("value");
                    assertThat(value.path("code").asText()).isEqualTo(example.getKey());
                    assertThat(value.path("status").asText()).isEqualTo(status);
                });
            });
        });
    }

    @Test
    void whatIsForAUserOrATokenCanMissIt() {
        for (var path : List.of("/api/v1/users/{name}", "/api/v1/tokens/{id}")) {
            assertThat(document.path("paths").path(path)).isNotEmpty().allSatisfy(operation -> assertThat(
                    resolved(operation.at("/responses/404")).path("description").asText()).contains("NOT_FOUND"));
        }
    }

    @Test
    void whatCanBeGuessedIsLimited() {
        var tooMany = resolved(document.path("paths").path("/api/v1/account/password").at("/post/responses/429"));

        assertThat(tooMany.path("description").asText()).contains("RATE_LIMITED");
        assertThat(tooMany.at("/headers/Retry-After/schema/type").asText()).isEqualTo("integer");
    }

    @Test
    void auditIsAlsoForFiles() {
        var content = document.path("paths").path("/api/v1/audit").at("/get/responses/200/content");

        assertThat(names(content)).containsExactlyInAnyOrder("application/json", "application/x-ndjson", "text/csv");
    }

    @Test
    void searchAnswersLinesOfJson() throws Exception {
        var content = document.path("paths").path("/api/v1/logs/search").at("/get/responses/200/content");

        assertThat(names(content)).containsExactly("application/x-ndjson");
        var types = new ArrayList<String>();
        for (var line : examples(content.path("application/x-ndjson")).getFirst().asText().lines().toList()) {
            types.add(json.readTree(line).path("type").asText());
        }
        assertThat(types).containsExactly("progress", "match", "progress", "end");
    }

    /// OpenAPI 3.1 has no schema for bytes that are not text.
    @Test
    void downloadsAreBytes() {
        var content = document.path("paths").path("/api/v1/processes/{nameOrId}/logs/download")
                .at("/get/responses/200/content");

        assertThat(names(content)).containsExactlyInAnyOrder("application/octet-stream", "application/gzip");
        assertThat(content).allSatisfy(media -> assertThat(media.has("schema")).isFalse());
    }

    @Test
    void limitsOfNamesAndPasswordsAreThoseOfTheCode() {
        assertThat(document.at("/components/schemas/AccountName/pattern").asText())
                .isEqualTo("^" + AccountName.PATTERN + "$");
        assertThat(document.at("/components/schemas/Password/minLength").asInt()).isEqualTo(Passwords.SHORTEST);
        assertThat(document.at("/components/schemas/Password/maxLength").asInt()).isEqualTo(Passwords.LONGEST);
        assertThat(texts(document.at("/components/schemas/Role/enum")))
                .isEqualTo(Arrays.stream(Role.values()).map(Role::toString).toList());
        assertThat(texts(document.at("/components/schemas/Outcome/enum")))
                .isEqualTo(Arrays.stream(AuditEntry.Outcome.values()).map(AuditEntry.Outcome::toString).toList());
        assertThat(document.at("/components/parameters/limit/schema/maximum").asInt()).isEqualTo(ExportAudit.MOST);
    }

    /// Who tries an operation out as it is described makes no user whose password everybody knows.
    @Test
    void passwordsOfExamplesAreRefused() {
        var passwords = operations().flatMap(operation -> examples(
                resolved(operation.path("requestBody")).at("/content/application~1json")).stream())
                .map(example -> example.path("password")).filter(JsonNode::isTextual).map(JsonNode::asText).toList();

        assertThat(passwords).hasSize(2).allSatisfy(password -> assertThat(Passwords.weakness(password, "ada")).isPresent());
    }

    @Test
    void whatHasATargetCanMissIt() {
        var targeted = new ArrayList<String>();
        document.path("paths").properties().stream().filter(path -> path.getKey().contains("{nameOrId}"))
                .forEach(path -> path.getValue().forEach(operation -> {
                    targeted.add(operation.path("operationId").asText());
                    assertThat(resolved(operation.at("/responses/404")).path("description").asText())
                            .contains("PROCESS_NOT_FOUND");
                }));
        assertThat(targeted).hasSizeGreaterThan(10);
    }

    @Test
    void parametersAreDescribed() {
        var parameters = operations().flatMap(operation -> stream(operation.path("parameters"))).map(this::resolved).toList();

        assertThat(parameters).hasSizeGreaterThan(20).allSatisfy(parameter -> {
            assertThat(parameter.path("description").asText()).as(parameter.toString()).isNotBlank();
            assertThat(resolved(parameter.path("schema")).path("type").asText()).isNotBlank();
        });
        assertThat(queryParameters("/api/v1/processes")).containsExactlyInAnyOrder("detailed", "status", "namespace", "q");
        assertThat(queryParameters("/api/v1/logs")).containsExactlyInAnyOrder("process", "lines", "type", "raw", "before",
                "beforeKey");
        assertThat(queryParameters("/api/v1/logs/context")).containsExactlyInAnyOrder("line", "lines");
        assertThat(queryParameters("/api/v1/logs/search")).containsExactlyInAnyOrder("process", "q", "regex", "type", "level",
                "from", "to", "limit", "context");
        assertThat(queryParameters("/api/v1/processes/{nameOrId}/logs/download")).containsExactlyInAnyOrder("type", "gzip",
                "from", "to");
        assertThat(queryParameters("/api/v1/processes/{nameOrId}/logs")).containsExactlyInAnyOrder("lines", "type", "raw",
                "before", "beforeKey");
        assertThat(queryParameters("/api/v1/processes/{nameOrId}/description")).containsExactly("reveal");
        assertThat(queryParameters("/api/v1/monitor")).containsExactly("nameOrId");
        assertThat(queryParameters("/api/v1/audit")).containsExactlyInAnyOrder("actor", "agent", "session", "process",
                "outcome", "from", "to", "limit");
        assertThat(queryParameters("/api/v1/startup/script")).containsExactlyInAnyOrder("platform", "user");
    }

    @Test
    void bodiesAreObjectsThatAllowNothingUnknown() {
        var writes = document.path("paths").properties().stream()
                .flatMap(path -> Stream.of(path.getValue().path("post"), path.getValue().path("patch")))
                .filter(operation -> !operation.isMissingNode()).toList();

        assertThat(writes).hasSize(28).allSatisfy(operation -> {
            var media = resolved(operation.path("requestBody")).at("/content/application~1json");
            var schema = resolved(media.path("schema"));
            assertThat(schema.path("type").asText()).isEqualTo("object");
            assertThat(schema.path("additionalProperties")).isEqualTo(JsonNodeFactory.instance.booleanNode(false));
            assertThat(media.has("example") || media.has("examples")).isTrue();
        });
        assertThat(document.findValuesAsText("format")).doesNotContain("binary", "byte");
    }

    @Test
    void examplesAreWhatTheirSchemasSay() {
        assertThat(operations()).allSatisfy(operation -> {
            var body = resolved(operation.path("requestBody")).at("/content/application~1json");
            examples(body).forEach(example -> assertValid(body.path("schema"), example, operation));
            operation.path("responses").forEach(response -> resolved(response).path("content")
                    .forEach(media -> examples(media)
                            .forEach(example -> assertValid(media.path("schema"), example, operation))));
        });
    }

    @Test
    void whatHasNoValueIsNullAndNeverLeftOut() {
        var summary = document.at("/components/schemas/Summary");

        assertThat(texts(summary.at("/properties/pid/type"))).containsExactlyInAnyOrder("integer", "null");
        assertThat(texts(summary.path("required"))).containsExactlyInAnyOrderElementsOf(names(summary.path("properties")));
        assertThat(document.at("/components/schemas/Detail/properties/createdAt/anyOf")).hasSize(2);
        assertThat(document.at("/components/schemas/Reply/properties/reply/$ref").asText())
                .isEqualTo("#/components/schemas/Json");
    }

    @Test
    void everyOptionOfAnApplicationIsDescribed() {
        var options = Arrays.stream(AppOptions.class.getRecordComponents()).map(component -> component.getName()
                .replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)).toList();

        assertThat(names(appOptions().path("properties"))).containsExactlyInAnyOrderElementsOf(options);
    }

    /// Each limit of the document is tried, on both its sides, on the code that keeps it.
    @Test
    void limitsOfTheDocumentAreThoseOfTheCode() {
        var tried = new TreeSet<String>();
        appOptions().path("properties").properties().forEach(option -> schemas(option.getValue()).forEach(schema -> {
            var name = option.getKey();
            if (schema.has("minimum")) {
                tried.add(name);
                assertThat(problems(name, number(schema.path("minimum").asLong()))).isEmpty();
                assertThat(problems(name, number(schema.path("minimum").asLong() - 1))).as(name).isNotEmpty();
            }
            if (schema.has("maximum")) {
                assertThat(problems(name, number(schema.path("maximum").asLong()))).isEmpty();
                assertThat(problems(name, number(schema.path("maximum").asLong() + 1))).as(name).isNotEmpty();
            }
            if (schema.has("maxLength")) {
                tried.add(name);
                assertThat(problems(name, text("x".repeat(schema.path("maxLength").asInt())))).isEmpty();
                assertThat(problems(name, text("x".repeat(schema.path("maxLength").asInt() + 1)))).as(name).isNotEmpty();
            }
            for (var choice : schema.path("enum")) {
                tried.add(name);
                assertThat(problems(name, choice)).isEmpty();
                assertThat(problems(name, text(choice.asText() + "x"))).as(name).isNotEmpty();
            }
            if (schema.path("type").asText().equals("boolean")) {
                assertThat(problems(name, JsonNodeFactory.instance.booleanNode(true))).isEmpty();
                assertThat(problems(name, text("true"))).as(name).isNotEmpty();
            }
            if (schema.has("maxItems")) {
                tried.add(name);
                assertThat(problems(name, list(schema, schema.path("maxItems").asInt()))).isEmpty();
                assertThat(problems(name, list(schema, schema.path("maxItems").asInt() + 1))).as(name).isNotEmpty();
            }
        }));
        assertThat(tried).contains("script", "instances", "exec_mode", "restart_delay", "max_restarts", "kill_timeout",
                "listen_timeout", "min_uptime", "max_memory_restart", "watch", "args", "node_args", "log_date_format",
                "stop_exit_codes");
    }

    @Test
    void patternsOfTheDocumentAreThoseOfTheCode() {
        var values = List.of("web", "all", "0", "-x", "~x", "a b", "a.b", "a_b", "../a", "a/../b", "a/b.js", "/a", "C:x",
                "a\\b",
                "x".repeat(64), "x".repeat(65), "/dev/null", "logs/a.log", "a.txt", "200M", "0M", "1.5G", "10s", "5d",
                "0 4 * * *", "$(id)", "`id`", "ü", "", "..", "..a");
        for (var name : List.of("script", "name", "namespace", "log_file", "out_file", "error_file", "max_memory_restart",
                "min_uptime", "cron_restart")) {
            var schema = appOptions().path("properties").path(name);
            for (var value : values) {
                assertThat(violations(schema, text(value)).isEmpty()).as("%s: %s", name, value)
                        .isEqualTo(problems(name, text(value)).isEmpty());
            }
        }
    }

    // ---- the code's opinion ----

    /// What the API refuses of one option's value. (Nothing is ever started: there is no such script.)
    private List<String> problems(String option, JsonNode value) {
        var body = JsonNodeFactory.instance.objectNode().put("script", "there/is-no-such-script.js");
        body.set(option, value);
        var answer = given().header("Authorization", "Bearer " + WithoutPm2.TOKEN).contentType("application/json")
                .body(body.toString()).post("/api/v1/processes").then().extract();
        assertThat(answer.statusCode()).isIn(400, 422);
        return answer.statusCode() == 422 ? List.of()
                : answer.jsonPath().<String> getList("violations.field").stream()
                        .filter(field -> value.isArray() ? field.equals(option) : field.startsWith(option)).toList();
    }

    private static JsonNode number(long value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    private static JsonNode list(JsonNode schema, int size) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var i = 0; i < size; i++) {
            list.add(schema.at("/items/type").asText().equals("integer") ? number(1) : text("x"));
        }
        return list;
    }

    // ---- the document ----

    private Stream<JsonNode> operations() {
        return document.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream())
                .map(Map.Entry::getValue);
    }

    private List<String> queryParameters(String path) {
        return stream(document.path("paths").path(path).at("/get/parameters")).map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText()).toList();
    }

    private JsonNode appOptions() {
        return document.at("/components/schemas/AppOptions");
    }

    /// A schema, and those that it has to choose from.
    private List<JsonNode> schemas(JsonNode schema) {
        var there = resolved(schema);
        return there.has("oneOf") ? stream(there.path("oneOf")).map(this::resolved).toList() : List.of(there);
    }

    private List<JsonNode> examples(JsonNode media) {
        return media.has("example") ? List.of(media.path("example"))
                : stream(media.path("examples")).map(example -> resolved(example).path("value")).toList();
    }

    private void assertValid(JsonNode schema, JsonNode example, JsonNode operation) {
        assertThat(violations(schema, example)).as("%s: %s", operation.path("operationId"), example).isEmpty();
    }

    private List<String> violations(JsonNode schema, JsonNode value) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.set("components", document.path("components"));
        whole.setAll((ObjectNode) schema);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole).validate(value).stream()
                .map(Object::toString).toList();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? at(node.path("$ref").asText()) : node;
    }

    private JsonNode at(String ref) {
        return document.at(ref.substring(1));
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        var items = new ArrayList<JsonNode>();
        node.forEach(items::add);
        return items.stream();
    }

    private static List<String> texts(JsonNode node) {
        return stream(node).map(JsonNode::asText).toList();
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).collect(Collectors.toList());
    }
}
