package dev.pm2console.pm2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;
import dev.pm2console.testsupport.Records;

class ProcessTableTest {

    private Instant now = Instant.EPOCH;
    private final ProcessTable table = new ProcessTable(() -> now);

    @Test
    void loadedListIsSortedById() {
        load(process(2, "online"), process(0, "online"), process(1, "stopped"));

        assertThat(ids()).containsExactly(0, 1, 2);
    }

    @Test
    void loadTellsWhetherAnythingIsNew() {
        assertThat(load(process(0, "online"))).isTrue();
        assertThat(load(process(0, "online"))).isFalse();
        assertThat(load(process(0, "stopped"))).isTrue();
    }

    @Test
    void whatIsToldDuringALoadIsNewerThanWhatItBrings() {
        load(process(0, "online"), process(1, "online"));

        table.loadBegins(Instant.EPOCH);
        table.remove(new ProcessId(0));
        table.put(process(1, "stopped"), Instant.EPOCH);
        table.put(process(2, "online"), Instant.EPOCH);
        table.loaded(List.of(process(0, "online"), process(1, "online")));

        assertThat(ids()).containsExactly(1, 2);
        assertThat(table.list().getFirst().status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void whatADaemonDeletesInItsLastMomentsIsRemembered() {
        load(process(0, "online"), process(1, "online"), process(2, "online"), process(3, "online"));
        load(process(0, "online"), process(1, "online"), process(3, "online"));
        now = now.plus(ProcessTable.LAST_MOMENTS).plusMillis(1);
        table.remove(new ProcessId(3));
        load(process(0, "online"));
        load();
        table.clear();

        assertThat(table.list()).isEmpty();
        assertThat(table.remembered()).extracting(process -> process.id().value()).containsExactly(0, 1);
    }

    @Test
    void whatAnotherDaemonDeletedIsNotRemembered() {
        load(process(0, "online"));
        load();
        table.clear();
        load(process(1, "online"));
        table.clear();

        assertThat(table.remembered()).extracting(process -> process.id().value()).containsExactly(1);
    }

    @Test
    void changesDuringALoadAreForgottenAfterIt() {
        table.loadBegins(Instant.EPOCH);
        table.remove(new ProcessId(0));
        table.loaded(List.of());

        load(process(0, "online"));

        assertThat(ids()).containsExactly(0);
    }

    @Test
    void failedLoadKeepsWhatIsKnown() {
        load(process(0, "online"));

        table.loadBegins(Instant.EPOCH);
        table.put(process(1, "online"), Instant.EPOCH);
        table.loadFailed();

        assertThat(ids()).containsExactly(0, 1);
    }

    @Test
    void eventsChangeTheStateAtOnce() {
        load(process(0, "online"));

        table.note(event("exit", 0, Status.STOPPED, 3));

        var process = table.list().getFirst();
        assertThat(process.status()).isEqualTo(Status.STOPPED);
        assertThat(process.pid()).isEmpty();
        assertThat(process.restarts()).isEqualTo(3);
        assertThat(process.exitCode()).hasValue(1);
        assertThat(process.onlineSince()).isEmpty();
    }

    @Test
    void eventFromBeforeAnAnswerSaysNothingNew() {
        load(process(0, "online"));
        table.put(process(0, "online"), Instant.MAX);

        table.note(event("exit", 0, Status.STOPPED, 3));

        assertThat(table.list()).containsExactly(process(0, "online"));
    }

    @Test
    void onlineEventMeansOnlineWhateverItsRecordSays() {
        load(process(0, "launching"));

        table.note(event("online", 0, Status.LAUNCHING, 0));

        assertThat(table.list().getFirst().status()).isEqualTo(Status.ONLINE);
    }

    @Test
    void eventOfUnknownProcessChangesNothing() {
        load(process(0, "online"));

        table.note(event("exit", 9, Status.STOPPED, 0));

        assertThat(table.list()).containsExactly(process(0, "online"));
    }

    @Test
    void clearedTableRemembersWhatItHad() {
        load(process(0, "online"));

        table.clear();

        assertThat(table.list()).isEmpty();
        assertThat(table.remembered()).hasSize(1);
        load();
        assertThat(table.remembered()).isEmpty();
    }

    @Test
    void whatIsToldAfterTheEndLeavesWhatIsRemembered() {
        load(process(0, "online"));
        table.clear();

        table.note(event("exit", 0, Status.STOPPED, 3));
        table.put(process(1, "online"), Instant.EPOCH);

        assertThat(table.list()).isEmpty();
        assertThat(table.remembered()).containsExactly(process(0, "online"));
    }

    private boolean load(ManagedProcess... processes) {
        table.loadBegins(Instant.EPOCH);
        return table.loaded(List.of(processes));
    }

    private List<Integer> ids() {
        return table.list().stream().map(process -> process.id().value()).toList();
    }

    private static ProcessEvent event(String name, int id, Status status, int restarts) {
        return new ProcessEvent(name, false, Instant.EPOCH, Optional.of(new ProcessId(id)), "web", "default",
                Optional.of(status), restarts, 0, Optional.empty(), OptionalInt.of(1));
    }

    private static ManagedProcess process(int id, String status) {
        try {
            var json = new ObjectMapper();
            var parser = json.createParser(json.writeValueAsBytes(Records.entry(id, "web", status, Map.of())));
            parser.nextToken();
            return new ProcessRecordReader(new EnvHasher(new Random(1))).one(parser).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
