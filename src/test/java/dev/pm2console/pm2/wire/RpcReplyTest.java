package dev.pm2console.pm2.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.pm2console.pm2.wire.AmpArgument.Text;
import dev.pm2console.pm2.wire.ProtocolException.Code;
import dev.pm2console.pm2.wire.RpcReply.Failure;
import dev.pm2console.pm2.wire.RpcReply.Result;
import dev.pm2console.testsupport.Bytes;

class RpcReplyTest {

    private final Json json = new Json();

    @Test
    void requestsAreReadAsTheyWereWritten() throws IOException {
        var request = new RpcRequest("17", "restartProcessId", List.of(Map.of("id", 3, "env", Map.of("A", "ä"))));

        assertThat(RpcRequest.parse(request.toMessage(json), json)).isEqualTo(request);
    }

    @Test
    void requestsDoNotPrintTheirArguments() {
        assertThat(new RpcRequest("1", "prepare", List.of(Map.of("TOKEN", "hush")))).asString().doesNotContain("hush");
    }

    @Test
    void resultIsReadFromItsFirstValue() throws IOException {
        var reply = reply("{\"args\":[{\"pm_id\":4},\"second\"]}");

        var id = ((Result) reply).read(json, parser -> {
            assertThat(parser.currentToken()).isEqualTo(JsonToken.START_OBJECT);
            assertThat(parser.nextFieldName()).isEqualTo("pm_id");
            return parser.nextIntValue(-1);
        });

        assertThat(id).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"args\":[]}", "{\"args\":[null]}", "{\"args\":null}", "{\"args\":7}" })
    void noResultIsReadAsNull(String body) throws IOException {
        assertThat(((Result) reply(body)).read(json, JsonParser::currentToken)).isEqualTo(JsonToken.VALUE_NULL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "{\"error\":\"process id unknown\",\"stack\":\"Error: at …\"} | process id unknown",
            "{\"stack\":{\"a\":[1]},\"error\":\"late\"} | late",
            "{\"error\":{\"env\":{\"TOKEN\":\"hush\"},\"message\":\"inside\"}} | inside",
            "{\"error\":{\"env\":{\"TOKEN\":\"hush\"},\"msg\":\"inside\"}} | inside",
            "{\"error\":{\"env\":{\"TOKEN\":\"hush\"}}} | an error without a message",
            "{\"error\":\"\"} | an error without a message",
            "{\"error\":null} | an error without a message",
            "{\"error\":42} | 42" })
    void errorIsPM2sOwnSentence(String body, String sentence) throws IOException {
        assertThat(reply(body)).isEqualTo(new Failure("1", sentence));
    }

    @Test
    void longErrorsAreCut() throws IOException {
        assertThat(((Failure) reply("{\"error\":\"" + "x".repeat(5000) + "\"}")).error()).hasSize(RpcReply.MAX_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "{}", "[]", "null", "\"args\"", "{\"other\":1}", "{\"hush", "hush" })
    void bodyThatIsNoReplyIsRefusedWithoutQuotingIt(String body) {
        assertThatThrownBy(() -> reply(body)).isInstanceOfSatisfying(ProtocolException.class, e -> {
            assertThat(e.code()).isEqualTo(Code.JSON);
            assertThat(e).hasMessageNotContaining("hush").hasNoCause();
        });
    }

    @Test
    void brokenResultIsRefusedWhenItIsRead() throws IOException {
        var reply = (Result) reply("{\"args\":[{\"pm_id\":hush}]}");

        assertThatThrownBy(() -> reply.read(json, parser -> parser.readValueAs(Object.class)))
                .isInstanceOf(ProtocolException.class).hasMessageNotContaining("hush").hasNoCause();
    }

    @Test
    void messageThatIsNotJsonAndIdIsRefused() {
        var body = new AmpArgument.Json(JsonBytes.of("{\"args\":[]}"));
        var id = new Text("1");

        assertRefused(Code.ARGUMENT_COUNT);
        assertRefused(Code.ARGUMENT_COUNT, body);
        assertRefused(Code.ARGUMENT_COUNT, body, id, id);
        assertRefused(Code.ARGUMENT_KIND, id, body);
        assertRefused(Code.ARGUMENT_KIND, body, body);
        assertRefused(Code.ARGUMENT_KIND, id, id);
    }

    private void assertRefused(Code code, AmpArgument... arguments) {
        assertThatThrownBy(() -> read(AmpMessage.of(arguments))).isInstanceOfSatisfying(ProtocolException.class,
                e -> assertThat(e.code()).isEqualTo(code));
    }

    private RpcReply reply(String body) throws IOException {
        return read(AmpMessage.of(new AmpArgument.Json(JsonBytes.of(body)), new Text("1")));
    }

    private RpcReply read(AmpMessage message) throws IOException {
        var in = new AmpReader(Bytes.channel(Bytes.of(message.toBuffer())), 64, AmpReader.DEFAULT_LIMIT);
        return RpcReply.read(in, json).orElseThrow();
    }
}
