package dev.pm2console.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

class FittingTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void whatFitsIsLeftAlone() {
        var answer = answer(20);

        assertThat(Fitting.cut(answer.deepCopy())).isEqualTo(answer);
    }

    @Test
    void longListEndsAndSaysHowManyAreMissing() {
        var cut = Fitting.cut(answer(1_000));

        var kept = cut.path("processes").size();
        assertThat(cut.toString().length()).isLessThan(50 << 10).isGreaterThan(40 << 10);
        assertThat(cut.path("omitted").asInt()).isEqualTo(1_000 - kept);
        assertThat(cut.path("processes").get(kept - 1).path("id").asInt()).isEqualTo(kept - 1);
    }

    @Test
    void twoListsShareTheRoom() {
        var answer = answer(1_000);
        answer.putObject("sampled").set("processes", answer.path("processes").deepCopy());

        var cut = Fitting.cut(answer);

        assertThat(cut.toString().length()).isLessThan(50 << 10);
        assertThat(cut.at("/sampled/processes").size()).isEqualTo(cut.path("processes").size()).isPositive();
    }

    @Test
    void oneEntryIsAlwaysTold() {
        var answer = NODES.objectNode();
        answer.putArray("processes").addObject().put("name", "ä".repeat(60_000));

        assertThat(Fitting.cut(answer).path("processes")).hasSize(1);
        assertThat(Fitting.cut(NODES.objectNode().set("processes", NODES.arrayNode())).path("processes")).isEmpty();
    }

    @Test
    void onlyAnswersWithProcessesSayThatTheyMayBeCut() {
        var list = NODES.objectNode();
        list.putObject("properties").putObject("processes");
        var choice = NODES.objectNode();
        choice.putArray("anyOf").add(list.deepCopy());
        var other = NODES.objectNode();

        assertThat(Fitting.mayBeCut(list).at("/properties/omitted/type").asText()).isEqualTo("integer");
        assertThat(Fitting.mayBeCut(choice).at("/properties/omitted/type").asText()).isEqualTo("integer");
        assertThat(Fitting.mayBeCut(other)).isEmpty();
    }

    private static ObjectNode answer(int processes) {
        var answer = NODES.objectNode();
        ArrayNode list = answer.putArray("processes");
        for (var i = 0; i < processes; i++) {
            list.addObject().put("id", i).put("name", "app-" + i).put("rest", "x".repeat(200));
        }
        return answer;
    }
}
