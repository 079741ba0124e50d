package dev.pm2console.pm2.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.pm2console.pm2.wire.AmpArgument.Blob;
import dev.pm2console.pm2.wire.AmpArgument.Text;
import dev.pm2console.pm2.wire.ProtocolException.Code;
import dev.pm2console.testsupport.Bytes;

class AmpReaderTest {

    private static final int LIMIT = 1 << 20;
    private static final AmpMessage SAMPLE = AmpMessage.of(new Text("log:out"),
            new AmpArgument.Json(JsonBytes.of("{\"data\":\"grüße 👋\\n\"}")),
            new Blob(ByteBuffer.wrap(new byte[] { 1, 2, 3 })));

    @Test
    void whatWasWrittenIsRead() throws IOException {
        var bytes = join(SAMPLE, AmpMessage.of(), AmpMessage.of(new Text("")), SAMPLE);

        assertThat(readAll(reader(bytes))).containsExactly(SAMPLE, AmpMessage.of(), AmpMessage.of(new Text("")), SAMPLE);
    }

    @Test
    void messagesMayComeByteByByte() throws IOException {
        var in = new AmpReader(Bytes.trickle(join(SAMPLE, SAMPLE), 1), 16, LIMIT);

        assertThat(readAll(in)).containsExactly(SAMPLE, SAMPLE);
    }

    @Test
    void anArgumentLongerThanTheBufferIsWhole() throws IOException {
        var message = AmpMessage.of(new Text("ä".repeat(300_000)));
        var in = new AmpReader(Bytes.trickle(join(message), 977), 1024, LIMIT);

        assertThat(readAll(in)).containsExactly(message);
    }

    @Test
    void fifteenArgumentsAreTheMost() throws IOException {
        var fifteen = new AmpMessage(Collections.nCopies(15, new Text("x")));

        assertThat(readAll(reader(join(fifteen)))).containsExactly(fifteen);
        assertThatThrownBy(() -> new AmpMessage(Collections.nCopies(16, new Text("x"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endInsideAMessageIsTruncation() throws IOException {
        var whole = join(SAMPLE);

        for (var end = 1; end < whole.length; end++) {
            var in = reader(Arrays.copyOf(whole, end));
            assertThatThrownBy(() -> readAll(in)).as("cut at %d", end)
                    .isInstanceOfSatisfying(ProtocolException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.TRUNCATED));
        }
        assertThat(readAll(reader(new byte[0]))).isEmpty();
    }

    @Test
    void otherVersionsAreRefused() {
        for (var version : List.of(0, 2, 15)) {
            var in = reader(new byte[] { (byte) (version << 4 | 1), 0, 0, 0, 0 });
            assertThatThrownBy(in::nextMessage).isInstanceOfSatisfying(ProtocolException.class, e -> {
                assertThat(e.code()).isEqualTo(Code.VERSION);
                assertThat(e.received()).isEqualTo((long) version);
            });
        }
    }

    @Test
    void aLengthIsRefusedBeforeItIsBelieved() throws IOException {
        for (var length : new int[] { -1, Integer.MIN_VALUE, Integer.MAX_VALUE, LIMIT, LIMIT - 4 }) {
            var in = reader(claim(length));
            in.nextMessage();
            assertThatThrownBy(in::nextArgument).isInstanceOfSatisfying(ProtocolException.class, e -> {
                assertThat(e.code()).isEqualTo(Code.TOO_LARGE);
                assertThat(e.limit()).isEqualTo(LIMIT);
                assertThat(e.received()).isEqualTo(5 + Integer.toUnsignedLong(length));
            });
        }
    }

    @Test
    void theSumOfTheLengthsIsLimited() {
        var half = new Blob(ByteBuffer.allocate(LIMIT / 2));
        var in = reader(Bytes.of(AmpMessage.of(half, half).toBuffer()));

        assertThatThrownBy(() -> AmpMessage.read(in)).isInstanceOfSatisfying(ProtocolException.class,
                e -> assertThat(e.code()).isEqualTo(Code.TOO_LARGE));
    }

    @Test
    void memoryIsNotAllocatedByClaim() {
        var claims = claim((64 << 20) - 5);
        var rounds = 200;
        var before = allocated();

        for (var i = 0; i < rounds; i++) {
            var in = new AmpReader(Bytes.channel(claims), 1024, AmpReader.DEFAULT_LIMIT);
            assertThatThrownBy(() -> AmpMessage.read(in)).isInstanceOf(ProtocolException.class);
        }

        assertThat((allocated() - before) / rounds).as("bytes allocated for a claim of 64 MiB").isLessThan(256 << 10);
    }

    @Test
    void skippedArgumentsAreNotCopied() throws IOException {
        var big = join(AmpMessage.of(new Text("log:out"), new Blob(ByteBuffer.allocate(LIMIT - 64))));
        var in = new AmpReader(Bytes.channel(big), 64 << 10, LIMIT);
        in.nextMessage();
        in.nextArgument();
        var before = allocated();

        var next = in.nextMessage();

        assertThat(next).isEmpty();
        assertThat(allocated() - before).isLessThan(256 << 10);
    }

    @Test
    void anythingAtAllIsReadOrRefused() throws IOException {
        var random = new Random(20260101);
        for (var i = 0; i < 20_000; i++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = (byte) (0x10 | (bytes[0] & 0xf));
            }
            readOrRefuse(bytes);
        }
    }

    @Test
    void damagedMessagesAreReadOrRefused() throws IOException {
        var random = new Random(20260102);
        var valid = join(SAMPLE, AmpMessage.of(new Text("process:event"), new AmpArgument.Json(JsonBytes.of("{}"))));
        for (var i = 0; i < 20_000; i++) {
            var bytes = Arrays.copyOf(valid, 1 + random.nextInt(valid.length));
            for (var flips = random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            readOrRefuse(bytes);
        }
    }

    /// Any other exception fails the test.
    private static void readOrRefuse(byte[] bytes) throws IOException {
        var json = new Json();
        try {
            readAll(reader(bytes));
        } catch (ProtocolException expected) {
            assertThat(expected.code()).isNotNull();
        }
        try {
            var bus = reader(bytes);
            for (var read = BusMessage.read(bus, (topic, length) -> true); read.isPresent();) {
                read = BusMessage.read(bus, (topic, length) -> true);
            }
        } catch (ProtocolException expected) {
            assertThat(expected.code()).isNotNull();
        }
        try {
            var reply = RpcReply.read(reader(bytes), json);
            assertThat(reply).isNotNull();
        } catch (ProtocolException expected) {
            assertThat(expected.code()).isNotNull();
        }
    }

    private static AmpReader reader(byte[] bytes) {
        return new AmpReader(Bytes.channel(bytes), 64, LIMIT);
    }

    private static List<AmpMessage> readAll(AmpReader in) throws IOException {
        var messages = new ArrayList<AmpMessage>();
        for (var message = AmpMessage.read(in); message.isPresent(); message = AmpMessage.read(in)) {
            messages.add(message.get());
        }
        return messages;
    }

    private static byte[] join(AmpMessage... messages) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var message : messages) {
            out.write(Bytes.of(message.toBuffer()));
        }
        return out.toByteArray();
    }

    private static byte[] claim(int length) {
        return ByteBuffer.allocate(5).put((byte) 0x11).putInt(length).array();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
