package dev.pm2console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.pm2console.audit.AuditEntry.Outcome;

/// Entries in a spreadsheet are what they were, and no formula.
class AuditCsvTest {

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00.123Z");

    @Test
    void rowHasAllColumnsInTheHeadersOrder() {
        assertThat(AuditCsv.HEADER).isEqualTo(
                "at,command,door,actor,role,agent,session,message,target,parameters,outcome,code,tookMs\r\n");
        assertThat(AuditCsv.row(Entries.of(AT, "ada", "scaleProcess", "web", Outcome.FAILED)))
                .isEqualTo("2026-11-25T10:00:00.123Z,scaleProcess,rest,ada,operator,bot,s-1,m-1,web,"
                        + "\"{\"\"instances\"\":\"\"2\"\"}\",failed,PM2_FAILED,7\r\n");
    }

    @Test
    void whatThereIsNotIsEmpty() {
        assertThat(AuditCsv.row(Entries.by(AT, Optional.empty(), Optional.empty())))
                .isEqualTo("2026-11-25T10:00:00.123Z,stopProcess,rest,token:ci,operator,,,,web,,done,,0\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "=cmd|' /C calc'!A0" })
    void formulaIsText(String text) {
        assertThat(AuditCsv.cell(text).replaceFirst("^\"", "")).startsWith("'" + text.charAt(0));
    }

    @Test
    void formulaInAnEntryIsText() {
        var entry = new AuditEntry(AT, "stopProcess", "rest", "ada", "admin", Optional.of("=HYPERLINK(\"http://x\",\"y\")"),
                Optional.empty(), Optional.empty(), Optional.of("-web"), Map.of(), Outcome.FAILED, Optional.empty(),
                Duration.ZERO);

        assertThat(AuditCsv.row(entry)).contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",").contains(",'-web,");
    }

    @Test
    void separatorsAreQuoted() {
        assertThat(AuditCsv.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(AuditCsv.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(AuditCsv.cell("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(AuditCsv.cell("plain; text")).isEqualTo("plain; text");
        assertThat(AuditCsv.cell("")).isEmpty();
    }
}
