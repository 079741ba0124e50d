package dev.pm2console.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// `docs/openapi.json` is the contract that the console keeps, so that whoever changes it sees that, and a reviewer too.
///
/// Its version is that for which the contract was last changed: a release that leaves the contract alone leaves the file alone.
@QuarkusTest
@TestProfile(WithoutPm2.class)
class OpenApiCopyTest {

    private static final Path COPY = Path.of("docs/openapi.json");
    private static final String VERSION = "/info/version";
    private static final String RENEW = "./mvnw test -Dtest=OpenApiCopyTest -Dopenapi.write";

    @Inject
    ObjectMapper json;

    @Test
    void committedCopyIsWhatTheConsoleServes() throws Exception {
        var served = served();
        if (System.getProperty("openapi.write") != null) {
            write(served);
        }
        assertThat(COPY).as("the committed copy of the contract, which %s makes", RENEW).exists();

        assertThat(differences(json.readTree(COPY.toFile()), served))
                .as("The contract is another one than in %s. If that is meant to be: %s, and commit the file", COPY, RENEW)
                .isEmpty();
    }

    private JsonNode served() throws IOException {
        return json.readTree(given().header("Authorization", "Bearer " + WithoutPm2.TOKEN)
                .get("/q/openapi?format=json").then().statusCode(200).extract().asString());
    }

    private void write(JsonNode served) throws IOException {
        if (Files.exists(COPY) && differences(json.readTree(COPY.toFile()), served).isEmpty()) {
            return;
        }
        var copy = served.<ObjectNode> deepCopy();
        ((ObjectNode) copy.path("info")).put("version", served.at(VERSION).asText().replace("-SNAPSHOT", ""));
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER)
                .withArrayEmptySeparator("").withObjectEmptySeparator(""))
                .withObjectIndenter(lines).withArrayIndenter(lines);
        Files.writeString(COPY, json.writer(printer).writeValueAsString(copy) + "\n");
    }

    private static List<String> differences(JsonNode committed, JsonNode served) {
        var differences = new ArrayList<String>();
        compare("", committed, served, differences);
        differences.removeIf(difference -> difference.startsWith(VERSION + " "));
        return differences;
    }

    /// Tells where two documents differ: as deep inside as both have the same kind of thing.
    private static void compare(String pointer, JsonNode committed, JsonNode served, List<String> differences) {
        if (committed.isObject() && served.isObject()) {
            var names = new TreeSet<String>();
            committed.fieldNames().forEachRemaining(names::add);
            served.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(pointer + "/" + name, committed.path(name), served.path(name), differences));
        } else if (committed.isArray() && committed.size() == served.size()) {
            for (var i = 0; i < committed.size(); i++) {
                compare(pointer + "/" + i, committed.path(i), served.path(i), differences);
            }
        } else if (!committed.equals(served)) {
            differences.add(pointer + " was " + shortened(committed) + ", is " + shortened(served));
        }
    }

    private static String shortened(JsonNode value) {
        var text = value.isMissingNode() ? "not there" : value.toString();
        return text.substring(0, Math.min(text.length(), 200));
    }
}
