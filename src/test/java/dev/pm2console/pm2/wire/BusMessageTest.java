package dev.pm2console.pm2.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.pm2console.pm2.wire.AmpArgument.Text;
import dev.pm2console.testsupport.Bytes;

class BusMessageTest {

    private static final BusMessage LOG = new BusMessage("log:out", JsonBytes.of("{\"data\":\"hüllo\"}"));
    private static final BusMessage EVENT = new BusMessage("process:event", JsonBytes.of("{\"event\":\"exit\"}"));

    @Test
    void onlyWantedTopicsAreRead() throws IOException {
        var bytes = join(LOG.toMessage(), EVENT.toMessage(), LOG.toMessage(), EVENT.toMessage());

        var read = readAll(bytes, (topic, length) -> topic.equals("process:event"));

        assertThat(read).containsExactly(EVENT, EVENT);
    }

    @Test
    void filterHearsThePayloadsLength() throws IOException {
        var lengths = new ArrayList<Integer>();

        readAll(join(LOG.toMessage()), (topic, length) -> lengths.add(length));

        assertThat(lengths).containsExactly(LOG.payload().length());
    }

    @Test
    void whatApplicationsMayCauseIsPassedOver() throws IOException {
        var payload = new AmpArgument.Json(JsonBytes.of("{}"));
        var bytes = join(
                AmpMessage.of(payload, payload),
                AmpMessage.of(new Text("x".repeat(BusMessage.MAX_TOPIC + 1)), payload),
                AmpMessage.of(new Text("lonely")),
                AmpMessage.of(new Text(""), payload),
                AmpMessage.of(new Text("blob"), new AmpArgument.Blob(ByteBuffer.allocate(10))),
                AmpMessage.of(new Text("text"), new Text("text")),
                AmpMessage.of(new AmpArgument.Blob(ByteBuffer.allocate(0)), payload),
                AmpMessage.of(new Text("three"), payload, payload),
                LOG.toMessage());

        var read = readAll(bytes, (topic, length) -> true);

        assertThat(read).extracting(BusMessage::topic).containsExactly("three", "log:out");
    }

    @Test
    void messageWithoutArgumentsIsRefused() {
        assertThatThrownBy(() -> readAll(new byte[] { 0x10 }, (topic, length) -> true))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void payloadIsNotPrinted() {
        assertThat(LOG).asString().doesNotContain("hüllo");
    }

    private static List<BusMessage> readAll(byte[] bytes, BusMessage.Filter filter) throws IOException {
        var in = new AmpReader(Bytes.trickle(bytes, 7), 64, AmpReader.DEFAULT_LIMIT);
        var read = new ArrayList<BusMessage>();
        for (var message = BusMessage.read(in, filter); message.isPresent(); message = BusMessage.read(in, filter)) {
            read.add(message.get());
        }
        return read;
    }

    private static byte[] join(AmpMessage... messages) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var message : messages) {
            out.write(Bytes.of(message.toBuffer()));
        }
        return out.toByteArray();
    }
}
