package dev.pm2console.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.pm2console.accounts.AccountName;
import dev.pm2console.accounts.Passwords;
import dev.pm2console.accounts.Role;
import dev.pm2console.alerts.ChannelKind;
import dev.pm2console.alerts.Shape;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.command.AppOptions;
import dev.pm2console.command.ErrorCode;
import dev.pm2console.command.ExportAudit;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Platform;
import dev.pm2console.events.Cause;
import dev.pm2console.events.EventKind;
import dev.pm2console.logs.Level;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.ExecMode;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.Status;
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

    private ApiDocument document;

    @BeforeEach
    void read() throws Exception {
        document = ApiDocument.served(json);
    }

    @Test
    void documentIsForThoseWhoAreSignedIn() {
        given().get("/q/openapi").then().statusCode(401);
        given().get("/q/swagger-ui/").then().statusCode(401);
    }

    @Test
    void generatorsUnderstandTheDocument() {
        var parsed = new OpenAPIV3Parser().readContents(document.root().toString(), List.of(), new ParseOptions());

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getInfo().getTitle()).isEqualTo("PM2 Console");
        assertThat(parsed.getOpenAPI().getInfo().getVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(parsed.getOpenAPI().getInfo().getLicense().getName()).isEqualTo("Apache-2.0");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.root().findValuesAsText("$ref")).isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref).isMissingNode()).as(ref).isFalse());
    }

    @Test
    void everyOperationIsThereOnceUnderItsName() {
        var ids = document.operations().map(operation -> operation.path("operationId").asText()).toList();

        assertThat(ids).doesNotHaveDuplicates()
                .contains(Arrays.stream(Operation.values()).filter(it -> it != Operation.BROWSE_APPS) // for pages only
                        .map(Operation::publicName).toArray(String[]::new))
                .allSatisfy(id -> assertThat(ApiDescription.operation(id)).as(id).isPresent());
    }

    @Test
    void everyOperationTellsItsRole() {
        assertThat(document.operations()).allSatisfy(operation -> {
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
        assertThat(document.operations().filter(it -> !others.contains(it.path("operationId").asText())))
                .allSatisfy(operation -> {
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
        assertThat(document.operations()).allSatisfy(operation -> {
            var responses = new TreeMap<String, JsonNode>();
            operation.path("responses").properties().stream().filter(response -> !response.getKey().startsWith("2"))
                    .forEach(response -> responses.put(response.getKey(), document.resolved(response.getValue())));
            assertThat(responses).containsKeys("400", "401", "403", "406", "500");
            responses.forEach((status, response) -> {
                var media = response.at("/content/application~1problem+json");
                assertThat(media.at("/schema/$ref").asText()).isEqualTo("#/components/schemas/Problem");
                assertThat(media.path("examples").properties()).isNotEmpty().allSatisfy(example -> {
                    assertThat(ErrorCode.valueOf(example.getKey()).status()).hasToString(status);
                    var value = document.resolved(example.getValue()).path("value");
                    assertThat(value.path("code").asText()).isEqualTo(example.getKey());
                    assertThat(value.path("status").asText()).isEqualTo(status);
                });
            });
        });
    }

    @Test
    void whatIsForAUserOrATokenCanMissIt() {
        for (var path : List.of("/api/v1/users/{name}", "/api/v1/tokens/{id}")) {
            assertThat(document.root().path("paths").path(path)).isNotEmpty().allSatisfy(operation -> assertThat(
                    document.resolved(operation.at("/responses/404")).path("description").asText()).contains("NOT_FOUND"));
        }
    }

    @Test
    void whatCanBeGuessedIsLimited() {
        var tooMany = document
                .resolved(document.root().path("paths").path("/api/v1/account/password").at("/post/responses/429"));

        assertThat(tooMany.path("description").asText()).contains("RATE_LIMITED");
        assertThat(tooMany.at("/headers/Retry-After/schema/type").asText()).isEqualTo("integer");
    }

    @Test
    void auditIsAlsoForFiles() {
        var content = document.root().path("paths").path("/api/v1/audit").at("/get/responses/200/content");

        assertThat(ApiDocument.names(content)).containsExactlyInAnyOrder("application/json", "application/x-ndjson",
                "text/csv");
    }

    @Test
    void searchAnswersLinesOfJson() throws Exception {
        var content = document.root().path("paths").path("/api/v1/logs/search").at("/get/responses/200/content");

        assertThat(ApiDocument.names(content)).containsExactly("application/x-ndjson");
        var types = new ArrayList<String>();
        for (var line : document.examples(content.path("application/x-ndjson")).getFirst().asText().lines().toList()) {
            types.add(json.readTree(line).path("type").asText());
        }
        assertThat(types).containsExactly("progress", "match", "progress", "end");
    }

    /// OpenAPI 3.1 has no schema for bytes that are not text.
    @Test
    void downloadsAreBytes() {
        var content = document.root().path("paths").path("/api/v1/processes/{nameOrId}/logs/download")
                .at("/get/responses/200/content");

        assertThat(ApiDocument.names(content)).containsExactlyInAnyOrder("application/octet-stream", "application/gzip");
        assertThat(content).allSatisfy(media -> assertThat(media.has("schema")).isFalse());
    }

    @Test
    void limitsOfNamesAndPasswordsAreThoseOfTheCode() {
        assertThat(document.root().at("/components/schemas/AccountName/pattern").asText())
                .isEqualTo("^" + AccountName.PATTERN + "$");
        assertThat(document.root().at("/components/schemas/Password/minLength").asInt()).isEqualTo(Passwords.SHORTEST);
        assertThat(document.root().at("/components/schemas/Password/maxLength").asInt()).isEqualTo(Passwords.LONGEST);
        assertThat(ApiDocument.texts(document.root().at("/components/schemas/Role/enum")))
                .isEqualTo(Arrays.stream(Role.values()).map(Role::toString).toList());
        assertThat(ApiDocument.texts(document.root().at("/components/schemas/Outcome/enum")))
                .isEqualTo(Arrays.stream(AuditEntry.Outcome.values()).map(AuditEntry.Outcome::toString).toList());
        assertThat(document.root().at("/components/parameters/limit/schema/maximum").asInt()).isEqualTo(ExportAudit.MOST);
    }

    /// Who tries an operation out as it is described makes no user whose password everybody knows.
    @Test
    void passwordsOfExamplesAreRefused() {
        var passwords = document.operations().flatMap(operation -> document.examples(
                document.resolved(operation.path("requestBody")).at("/content/application~1json")).stream())
                .map(example -> example.path("password")).filter(JsonNode::isTextual).map(JsonNode::asText).toList();

        assertThat(passwords).hasSize(2).allSatisfy(password -> assertThat(Passwords.weakness(password, "ada")).isPresent());
    }

    @Test
    void whatHasATargetCanMissIt() {
        var targeted = new ArrayList<String>();
        document.root().path("paths").properties().stream().filter(path -> path.getKey().contains("{nameOrId}"))
                .forEach(path -> path.getValue().forEach(operation -> {
                    targeted.add(operation.path("operationId").asText());
                    assertThat(document.resolved(operation.at("/responses/404")).path("description").asText())
                            .contains("PROCESS_NOT_FOUND");
                }));
        assertThat(targeted).hasSizeGreaterThan(10);
    }

    @Test
    void parametersAreDescribed() {
        var parameters = document.operations().flatMap(operation -> ApiDocument.stream(operation.path("parameters")))
                .map(document::resolved).toList();

        assertThat(parameters).hasSizeGreaterThan(20).allSatisfy(parameter -> {
            assertThat(parameter.path("description").asText()).as(parameter.toString()).isNotBlank();
            assertThat(document.resolved(parameter.path("schema")).path("type").asText()).isNotBlank();
        });
        assertThat(document.queryParameters("/api/v1/processes")).containsExactlyInAnyOrder("detailed", "status", "namespace",
                "q");
        assertThat(document.queryParameters("/api/v1/logs")).containsExactlyInAnyOrder("process", "lines", "type", "raw",
                "before",
                "beforeKey");
        assertThat(document.queryParameters("/api/v1/logs/context")).containsExactlyInAnyOrder("line", "lines");
        assertThat(document.queryParameters("/api/v1/logs/search")).containsExactlyInAnyOrder("process", "q", "regex", "type",
                "level",
                "from", "to", "limit", "context");
        assertThat(document.queryParameters("/api/v1/processes/{nameOrId}/logs/download")).containsExactlyInAnyOrder("type",
                "gzip",
                "from", "to");
        assertThat(document.queryParameters("/api/v1/processes/{nameOrId}/logs")).containsExactlyInAnyOrder("lines", "type",
                "raw",
                "before", "beforeKey");
        assertThat(document.queryParameters("/api/v1/processes/{nameOrId}/description")).containsExactly("reveal");
        assertThat(document.queryParameters("/api/v1/monitor")).containsExactly("nameOrId");
        assertThat(document.queryParameters("/api/v1/audit")).containsExactlyInAnyOrder("actor", "agent", "session", "process",
                "outcome", "from", "to", "limit");
        assertThat(document.queryParameters("/api/v1/startup/script")).containsExactlyInAnyOrder("platform", "user");
    }

    @Test
    void bodiesAreObjectsThatAllowNothingUnknown() {
        var writes = document.root().path("paths").properties().stream()
                .flatMap(path -> Stream.of(path.getValue().path("post"), path.getValue().path("patch")))
                .filter(operation -> !operation.isMissingNode()).toList();

        assertThat(writes).hasSize(28).allSatisfy(operation -> {
            var media = document.resolved(operation.path("requestBody")).at("/content/application~1json");
            var schema = document.resolved(media.path("schema"));
            assertThat(schema.path("type").asText()).isEqualTo("object");
            assertThat(schema.path("additionalProperties")).isEqualTo(JsonNodeFactory.instance.booleanNode(false));
            assertThat(media.has("example") || media.has("examples")).isTrue();
        });
        assertThat(document.root().findValuesAsText("format")).doesNotContain("binary", "byte");
    }

    @Test
    void examplesAreWhatTheirSchemasSay() {
        assertThat(document.operations()).allSatisfy(operation -> {
            var body = document.resolved(operation.path("requestBody")).at("/content/application~1json");
            document.examples(body).forEach(example -> assertValid(body.path("schema"), example, operation));
            operation.path("responses").forEach(response -> document.resolved(response).path("content")
                    .forEach(media -> document.examples(media)
                            .forEach(example -> assertValid(media.path("schema"), example, operation))));
        });
    }

    @Test
    void whatHasNoValueIsNullAndNeverLeftOut() {
        var summary = document.root().at("/components/schemas/Summary");

        assertThat(ApiDocument.texts(summary.at("/properties/pid/type"))).containsExactlyInAnyOrder("integer", "null");
        assertThat(ApiDocument.texts(summary.path("required")))
                .containsExactlyInAnyOrderElementsOf(ApiDocument.names(summary.path("properties")));
        assertThat(document.root().at("/components/schemas/Detail/properties/createdAt/anyOf")).hasSize(2);
        assertThat(document.root().at("/components/schemas/Reply/properties/reply/$ref").asText())
                .isEqualTo("#/components/schemas/Json");
    }

    @Test
    void everySchemaAndEachOfItsFieldsIsDescribed() {
        document.root().at("/components/schemas").properties().forEach(schema -> {
            if (!schema.getKey().equals("Instant")) { // a type of the standard
                assertThat(schema.getValue().path("description").asText()).as(schema.getKey()).isNotBlank();
            }
            schema.getValue().path("properties").properties().forEach(field -> assertThat(
                    field.getValue().path("description").asText(document.resolved(field.getValue()).path("description")
                            .asText()))
                    .as("%s.%s", schema.getKey(), field.getKey()).isNotBlank());
        });
    }

    @Test
    void closedSetsAreThoseOfTheCode() {
        assertThat(choices("Status")).isEqualTo(Arrays.stream(Status.values()).map(Status::wire).toList());
        assertThat(choices("DaemonState")).isEqualTo(Arrays.stream(DaemonState.values()).map(DaemonState::wire).toList());
        assertThat(choices("ExecMode")).isEqualTo(Arrays.stream(ExecMode.values()).map(ExecMode::wire).toList());
        assertThat(choices("LogStream")).isEqualTo(Arrays.stream(LogStream.values()).map(LogStream::wire).toList());
        assertThat(choices("Level")).isEqualTo(Arrays.stream(Level.values()).map(Level::wire).toList());
        assertThat(choices("EventKind")).isEqualTo(Arrays.stream(EventKind.values()).map(EventKind::wire).toList());
        assertThat(choices("Cause")).isEqualTo(Arrays.stream(Cause.values()).map(Cause::wire).toList());
        assertThat(choices("Platform")).isEqualTo(Arrays.stream(Platform.values()).map(Platform::toString).toList());
        assertThat(choices("InitSystem"))
                .isEqualTo(Arrays.stream(Platform.values()).map(Platform::initSystem).distinct().toList());
        assertThat(choices("ChannelKind")).isEqualTo(Arrays.stream(ChannelKind.values()).map(ChannelKind::toString).toList());
        assertThat(choices("Shape")).isEqualTo(Arrays.stream(Shape.values()).map(Shape::toString).toList());
        assertThat(choices("ErrorCode")).isEqualTo(Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
    }

    private List<String> choices(String schema) {
        return ApiDocument.texts(document.schema(schema).path("enum"));
    }

    @Test
    void everyOptionOfAnApplicationIsDescribed() {
        var options = Arrays.stream(AppOptions.class.getRecordComponents()).map(component -> component.getName()
                .replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)).toList();

        assertThat(ApiDocument.names(document.schema("AppOptions").path("properties")))
                .containsExactlyInAnyOrderElementsOf(options);
    }

    private void assertValid(JsonNode schema, JsonNode example, JsonNode operation) {
        assertThat(document.violations(schema, example)).as("%s: %s", operation.path("operationId"), example).isEmpty();
    }
}
