package dev.pm2console.pm2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.process.ExecMode;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.Probe;
import dev.pm2console.process.Status;
import dev.pm2console.testsupport.Records;

class ProcessRecordReaderTest {

    private static final String MARKER = "the marker of a secret";

    private final ObjectMapper json = new ObjectMapper();
    private final ProcessRecordReader reader = new ProcessRecordReader(new EnvHasher(new Random(1)));

    @Test
    void knownFieldsAreTaken() throws IOException {
        var process = read(Map.of("restart_time", 3, "unstable_restarts", 1, "username", "deploy", "watch", true, "version",
                "1.2.3", "node_version", "20.1.0", "exit_code", 7, "exec_mode", "cluster_mode", "max_memory_restart", 1024,
                "args", List.of("a", "b")));

        assertThat(process.id().value()).isZero();
        assertThat(process.status()).isEqualTo(Status.ONLINE);
        assertThat(process.mode()).isEqualTo(ExecMode.CLUSTER);
        assertThat(process.restarts()).isEqualTo(3);
        assertThat(process.unstableRestarts()).isEqualTo(1);
        assertThat(process.user()).contains("deploy");
        assertThat(process.watching()).isTrue();
        assertThat(process.version()).contains("1.2.3");
        assertThat(process.exitCode()).hasValue(7);
        assertThat(process.pid()).hasValue(4242);
        assertThat(process.options()).containsEntry("exec_mode", "cluster").containsEntry("max_memory_restart", 1024L)
                .containsEntry("args", List.of("a", "b"));
    }

    @Test
    void noEnvironmentValueIsKept() throws IOException {
        var fields = new HashMap<String, Object>();
        fields.put("env", Map.of("SECRET", MARKER, "OTHER", 5, "DEEP", Map.of("x", MARKER)));
        fields.put("SECRET", MARKER); // PM2 copies variables onto the record
        fields.put("current_conf", Map.of("env", Map.of("SECRET", MARKER)));
        fields.put("filter_env", List.of(MARKER));

        var process = read(fields);

        assertThat(process.env().names()).containsExactly("OTHER", "SECRET");
        assertThat(process.toString()).doesNotContain(MARKER);
        assertThat(process.options().toString()).doesNotContain(MARKER).doesNotContain("SECRET");
    }

    @Test
    void unknownFieldsAreNoOptions() throws IOException {
        assertThat(read(Map.of("km_link", true, "unique_id", "abc", "versioning", Map.of("url", "x"))).options().keySet())
                .doesNotContain("km_link", "unique_id", "versioning");
    }

    @Test
    void outgoingInstancesAndHalfRecordsAreLeftOut() throws IOException {
        var list = list(List.of(Records.entry("_old_0", "web", "online", Map.of()), Records.entry(0, "web", "online", Map.of()),
                Map.of("pm_id", 1), Map.of("pid", 3, "pm2_env", "nonsense"),
                Records.entry(2, "odd", "never heard of", Map.of())));

        assertThat(list).extracting(process -> process.id().value()).containsExactly(0);
    }

    @Test
    void fieldsWithValuesOfOtherKindsCountAsAbsent() throws IOException {
        var process = read(Map.of("watch", Map.of("a", 1), "pm_out_log_path", List.of("x"), "axm_monitor", "no", "axm_actions",
                Map.of(), "env", "none", "args", Map.of()));

        assertThat(process.watching()).isFalse();
        assertThat(process.logs().out()).isEmpty();
        assertThat(process.probes()).isEmpty();
        assertThat(process.actions()).isEmpty();
        assertThat(process.env().names()).isEmpty();
    }

    @Test
    void recordWithImpossibleValuesDoesNotSpoilTheList() throws IOException {
        var list = list(List.of(
                Records.entry(0, "a", "online", Map.of("pm_out_log_path", "/tmp/\0", "pm_uptime", Long.MAX_VALUE)),
                Records.entry(-5, "b", "online", Map.of()),
                Records.entry(1, "c", "online", Map.of())));

        assertThat(list).extracting(ManagedProcess::name).contains("c").doesNotContain("b");
    }

    @Test
    void figuresAndActionsOfTheApplicationAreTaken() throws IOException {
        var process = read(Map.of("axm_monitor", Map.of("Heap", Map.of("value", "12.5", "unit", "MiB")), "axm_actions",
                List.of(Map.of("action_name", "flush"), Map.of("action_name", "km:heapdump", "action_type", "internal"))));

        assertThat(process.probes()).containsExactly(new Probe("Heap", "12.5", "MiB"));
        assertThat(process.actions()).containsExactly("flush");
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThatThrownBy(() -> reader.list(parser(Map.of()))).isInstanceOf(IOException.class);
    }

    private ManagedProcess read(Map<String, Object> fields) throws IOException {
        return list(List.of(Records.entry(0, "web", "online", fields))).getFirst();
    }

    private List<ManagedProcess> list(Object records) throws IOException {
        return reader.list(parser(records));
    }

    private JsonParser parser(Object value) throws IOException {
        var parser = json.createParser(json.writeValueAsBytes(value));
        parser.nextToken();
        return parser;
    }
}
