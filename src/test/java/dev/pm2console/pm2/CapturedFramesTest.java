package dev.pm2console.pm2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonToken;

import dev.pm2console.pm2.wire.AmpReader;
import dev.pm2console.pm2.wire.BusMessage;
import dev.pm2console.pm2.wire.Json;
import dev.pm2console.pm2.wire.RpcReply;
import dev.pm2console.process.LogChunk;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;
import dev.pm2console.testsupport.Bytes;

/// What PM2 7.0.4 really sent, on Node.js 20 in a made-up home: an application `web` that prints a line each second, with
/// the variables `MADE_UP_TOKEN` (from its start) and `MADE_UP_SECRET` (from its restart).
class CapturedFramesTest {

    private final Json json = new Json();

    @Test
    void version() throws IOException {
        assertThat(result("getVersion").read(json, RpcResult.text())).isEqualTo("7.0.4");
    }

    @Test
    void unknownMethod() throws IOException {
        assertThat(reply("unknownMethod")).isEqualTo(new RpcReply.Failure("1", "method \"nope\" does not exist"));
    }

    @Test
    void processList() throws IOException {
        var names = result("getMonitorData").read(json, parser -> {
            var found = new ArrayList<String>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                for (var field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                    parser.nextToken();
                    if (field.equals("name")) {
                        found.add(parser.getText());
                    }
                    parser.skipChildren();
                }
            }
            return found;
        });

        assertThat(names).containsExactly("web");
    }

    @Test
    void busSaysWhatARestartIs() throws IOException {
        var payloads = new BusPayloads();

        var events = bus().stream().map(payloads::processEvent).flatMap(Optional::stream).toList();

        assertThat(events).extracting(ProcessEvent::event).containsExactly("exit", "exit", "online");
        assertThat(events).extracting(ProcessEvent::id).containsOnly(Optional.of(new ProcessId(0)));
        assertThat(events).extracting(ProcessEvent::name).containsOnly("web");
        assertThat(events).extracting(ProcessEvent::status).as("`online` comes before PM2 calls the process online")
                .containsExactly(Optional.of(Status.STOPPING), Optional.of(Status.STOPPED),
                        Optional.of(Status.LAUNCHING));
        assertThat(events.getLast().restarts()).isEqualTo(1);
        assertThat(events).asString().doesNotContain("made-up").doesNotContain("not-a-secret");
    }

    @Test
    void busBringsOutput() throws IOException {
        var payloads = new BusPayloads();

        var chunks = bus().stream().map(payloads::logChunk).flatMap(Optional::stream).toList();

        assertThat(chunks).isNotEmpty().extracting(LogChunk::data)
                .allSatisfy(data -> assertThat(data).startsWith("hello wörld ").endsWith("\n"));
    }

    private RpcReply.Result result(String method) throws IOException {
        return (RpcReply.Result) reply(method);
    }

    private RpcReply reply(String method) throws IOException {
        return RpcReply.read(reader(method + ".reply.bin"), json).orElseThrow();
    }

    private static List<BusMessage> bus() throws IOException {
        var in = reader("restart.bus.bin");
        var messages = new ArrayList<BusMessage>();
        BusMessage.Filter all = (topic, length) -> true;
        for (var message = BusMessage.read(in, all); message.isPresent(); message = BusMessage.read(in, all)) {
            messages.add(message.get());
        }
        return messages;
    }

    private static AmpReader reader(String frames) {
        return new AmpReader(Bytes.channel(Bytes.resource("frames/" + frames)), 4096, AmpReader.DEFAULT_LIMIT);
    }
}
