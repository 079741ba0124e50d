package dev.pm2console.pm2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.process.DaemonException;
import dev.pm2console.process.SavedList.SavedApp;
import dev.pm2console.testsupport.Records;

class DumpFileTest {

    @TempDir
    Path home;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void recordsAreWrittenWithoutWhatPm2GivesAnew() throws IOException {
        dump().write(
                json.valueToTree(List.of(Records.entry(3, "web", "online", Map.of("instances", 2, "env", Map.of("A", "1"))))));

        var saved = json.readTree(home.resolve("dump.pm2").toFile());
        assertThat(saved).hasSize(1);
        assertThat(saved.get(0).get("name").asText()).isEqualTo("web");
        assertThat(saved.get(0).get("env").get("A").asText()).isEqualTo("1");
        assertThat(saved.get(0).has("pm_id")).isFalse();
        assertThat(saved.get(0).has("instances")).isFalse();
    }

    @Test
    void modulesAreNotWritten() throws IOException {
        dump().write(json.valueToTree(List.of(Records.entry(0, "module", "online", Map.of("pmx_module", true)))));

        assertThat(json.readTree(home.resolve("dump.pm2").toFile())).isEmpty();
    }

    @Test
    void fileIsPrivateAndTheFormerOneIsKept() throws IOException {
        Files.writeString(home.resolve("dump.pm2"), "[\"former\"]");

        dump().write(json.valueToTree(List.of()));

        assertThat(home.resolve("dump.pm2.bak")).hasContent("[\"former\"]");
        for (var name : List.of("dump.pm2", "dump.pm2.bak")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)))).isEqualTo("rw-------");
        }
        try (var files = Files.list(home)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void homeThatCannotBeWrittenIsRefused() {
        var nowhere = new DumpFile(new Pm2Home(home.resolve("nowhere")), reader(), json);

        assertThatThrownBy(() -> nowhere.write(json.valueToTree(List.of()))).isInstanceOf(DaemonException.class)
                .hasMessageContaining("could not be written");
    }

    @Test
    void whatWasWrittenIsReadWithoutValues() {
        var dump = dump();
        dump.write(json.valueToTree(List.of(Records.entry(0, "web", "online", Map.of("env", Map.of("A", "the marker"))))));

        var saved = dump.read().orElseThrow();

        assertThat(saved.apps()).extracting(SavedApp::name).containsExactly("web");
        assertThat(saved.apps().getFirst().env().names()).containsExactly("A");
        assertThat(saved.toString()).doesNotContain("the marker");
    }

    @Test
    void changedFileIsReadAgain() throws IOException {
        var dump = dump();
        dump.write(json.valueToTree(List.of()));
        assertThat(dump.read().orElseThrow().apps()).isEmpty();

        var file = home.resolve("dump.pm2");
        Files.writeString(file, "[{\"name\":\"other\"}]");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));

        assertThat(dump.read().orElseThrow().apps()).extracting(SavedApp::name).containsExactly("other");
        assertThat(dump.read().orElseThrow().at().toEpochMilli()).isEqualTo(1_700_000_000_000L);
    }

    @Test
    void missingAndMalformedFilesAreNoList() throws IOException {
        assertThat(dump().read()).isEmpty();

        for (var text : List.of("", "{}", "[{\"name\":", "not json")) {
            Files.writeString(home.resolve("dump.pm2"), text);
            assertThat(dump().read()).as(text).isEmpty();
        }
    }

    @Test
    void entriesThatAreNoRecordsArePassedOver() throws IOException {
        Files.writeString(home.resolve("dump.pm2"), "[1, null, [2], {\"name\":\"web\"}, {}]");

        assertThat(dump().read().orElseThrow().apps()).extracting(SavedApp::name).containsExactly("web");
    }

    private DumpFile dump() {
        return new DumpFile(new Pm2Home(home), reader(), json);
    }

    private static ProcessRecordReader reader() {
        return new ProcessRecordReader(new EnvHasher(new Random(1)));
    }
}
