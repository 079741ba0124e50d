package dev.pm2console.pm2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.pm2console.pm2.wire.BusMessage;
import dev.pm2console.pm2.wire.JsonBytes;
import dev.pm2console.process.LogChunk;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;

class BusPayloadsTest {

    private final BusPayloads payloads = new BusPayloads();

    @Test
    void eventHasTheKnownFieldsAndNoVariable() {
        var event = event("""
                {"event":"exit","manually":true,"at":1700000000123,"process":{"env":{"TOKEN":"hush"},"TOKEN":"hush",
                "pm_id":3,"name":"web","namespace":"shop","status":"stopped","restart_time":4,"unstable_restarts":2,
                "pm_uptime":1700000000000,"exit_code":143,"node_args":["--hush"]}}""");

        assertThat(event).contains(new ProcessEvent("exit", true, Instant.ofEpochMilli(1700000000123L),
                Optional.of(new ProcessId(3)), "web", "shop", Optional.of(Status.STOPPED), 4, 2,
                Optional.of(Instant.ofEpochMilli(1700000000000L)), OptionalInt.of(143)));
        assertThat(event).asString().doesNotContain("hush");
    }

    @Test
    void whatIsNotToldIsAbsent() {
        assertThat(event("{\"at\":1,\"event\":\"online\"}")).contains(new ProcessEvent("online", false,
                Instant.ofEpochMilli(1), Optional.empty(), "", "default", Optional.empty(), 0, 0, Optional.empty(),
                OptionalInt.empty()));
    }

    @Test
    void fieldThatAVariableOverwroteIsAbsent() {
        var event = event("""
                {"event":"exit","at":1,"process":{"pm_id":"3","status":"purple","restart_time":"often","exit_code":{},
                "unstable_restarts":-5,"pm_uptime":1e99,"name":null,"namespace":["x"]}}""");

        assertThat(event).contains(new ProcessEvent("exit", false, Instant.ofEpochMilli(1),
                Optional.of(new ProcessId(3)), "", "default", Optional.empty(), 0, 0, Optional.empty(),
                OptionalInt.empty()));
    }

    @Test
    void outgoingInstanceHasNoIdInEvents() {
        assertThat(event("{\"event\":\"exit\",\"at\":1,\"process\":{\"pm_id\":\"_old_0\"}}"))
                .map(ProcessEvent::id).contains(Optional.empty());
    }

    @Test
    void chunkKnowsItsStream() {
        assertThat(chunk("log:err", "{\"process\":{\"pm_id\":2,\"name\":\"web\"},\"at\":7,\"data\":\"é\\nb\"}"))
                .contains(new LogChunk(new ProcessId(2), false, "web", LogStream.ERROR, Instant.ofEpochMilli(7), "é\nb"));
        assertThat(chunk("log:out", "{\"process\":{\"pm_id\":2},\"at\":7,\"data\":\"\"}")).map(LogChunk::stream)
                .contains(LogStream.OUT);
    }

    @Test
    void outgoingInstanceKeepsItsPlaceInLogs() {
        assertThat(chunk("log:out", "{\"process\":{\"pm_id\":\"_old_12\"},\"at\":7,\"data\":\"x\"}")).contains(
                new LogChunk(new ProcessId(12), true, "", LogStream.OUT, Instant.ofEpochMilli(7), "x"));
    }

    @Test
    void chunkDoesNotPrintItsText() {
        assertThat(chunk("log:out", "{\"process\":{\"pm_id\":2},\"at\":7,\"data\":\"hush\"}")).asString()
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "null", "[]", "7", "{}", "{\"event\":1}", "{\"event\":\"exit\",\"at\":\"noon\"}",
            "{\"event\":\"exit\",\"at\":1,\"process\":{", "{\"event\":{\"at\":1},\"at\":[1],\"data\":{}}",
            "{\"process\":{\"pm_id\":-1},\"at\":7,\"data\":\"x\"}", "{\"process\":{\"pm_id\":\"PM2\"},\"at\":7,"
                    + "\"data\":\"x\"}",
            "{\"process\":\"none\",\"at\":7,\"data\":\"x\"}" })
    void whatPm2WouldNotSendIsNothing(String json) {
        assertThat(event(json)).isEmpty();
        assertThat(chunk("log:out", json)).isEmpty();
    }

    @Test
    void otherTopicsAreNothing() {
        var message = new BusMessage("axm:monitor", JsonBytes.of("{\"event\":\"exit\",\"at\":1}"));

        assertThat(payloads.processEvent(message)).isEmpty();
        assertThat(payloads.logChunk(message)).isEmpty();
    }

    private Optional<ProcessEvent> event(String json) {
        return payloads.processEvent(new BusMessage("process:event", JsonBytes.of(json)));
    }

    private Optional<LogChunk> chunk(String topic, String json) {
        return payloads.logChunk(new BusMessage(topic, JsonBytes.of(json)));
    }
}
