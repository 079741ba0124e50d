package dev.pm2console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

class AuditExportTest {

    private final AuditExport export = new AuditExport(JsonMapper.builder().addModule(new Jdk8Module())
            .addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build());

    @Test
    void jsonLineIsTheEntryAsTheApiTellsIt() {
        assertThat(export.jsonl(entry("web", Map.of("instances", "4")))).isEqualTo("{\"at\":\"2026-01-31T14:30:00Z\","
                + "\"command\":\"scaleProcess\",\"door\":\"rest\",\"actor\":\"ada\",\"role\":\"admin\",\"agent\":\"claude\","
                + "\"session\":null,\"message\":null,\"target\":\"web\",\"parameters\":{\"instances\":\"4\"},\"outcome\":\"done\","
                + "\"code\":null,\"tookMs\":12}\n");
    }

    @Test
    void jsonLineIsOneLineWhateverANameHolds() {
        assertThat(export.jsonl(entry("a\nb\u2028\"", Map.of()))).hasLineCount(1).endsWith("}\n").contains("a\\nb");
    }

    @Test
    void csvLineHasTheColumnsOfItsHeader() {
        var line = export.csv(entry("web", Map.of()));

        assertThat(line).isEqualTo("2026-01-31T14:30:00Z,scaleProcess,rest,ada,admin,claude,,,web,,done,,12\r\n");
        assertThat(line.split(",", -1)).hasSameSizeAs(AuditExport.CSV_HEADER.split(",", -1));
    }

    @Test
    void csvQuotesWhatWouldBeTwoCellsOrTwoLines() {
        assertThat(export.csv(entry("a,\"b\"\nc", Map.of("role", "viewer"))))
                .contains(",\"a,\"\"b\"\"\nc\",").contains(",\"{\"\"role\"\":\"\"viewer\"\"}\",");
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx" })
    void csvCellIsNeverAFormula(String target) {
        assertThat(export.csv(entry(target, Map.of()))).containsAnyOf(",'" + target + ",", ",\"'" + target + "\",");
    }

    private static Results.AuditEntry entry(String target, Map<String, String> parameters) {
        return new Results.AuditEntry(Instant.parse("2026-01-31T14:30:00Z"), "scaleProcess", "rest", "ada", "admin",
                Optional.of("claude"), Optional.empty(), Optional.empty(), Optional.of(target), parameters, "done",
                Optional.empty(), 12);
    }
}
