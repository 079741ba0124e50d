package dev.pm2console.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.pm2console.command.CommandException;
import dev.pm2console.command.Operation;

class UntrustedTest {

    private static final String UNSEEN = "a\u202eb\u2028c\u2029d\u0085e\u001b[2Jf\u200b" + Character.toString(0xE0041);

    @Test
    void whatOneDoesNotSeeIsNotTold() {
        assertThat(Untrusted.plain(UNSEEN + "\n")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD[2Jf\uFFFD\uFFFD\uFFFD");
        assertThat(Untrusted.quoted("ä \"x\" \uD83D\uDE00")).isEqualTo("\"ä 'x' \uD83D\uDE00\"");
    }

    @Test
    void markedTextKeepsItsLinesAndNothingElseThatIsUnseen() {
        var lines = Untrusted.marked(2, "log line", "oldest first", "one\ttab\n" + UNSEEN).lines().toList();

        assertThat(lines).hasSize(5).contains("one\ttab", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD[2Jf\uFFFD\uFFFD");
    }

    @Test
    void failuresRepeatNothingUnseen() {
        var error = ToolError.of(Operation.MONITOR, CommandException.invalid("field\u202e", "is \u2028 not").failure());

        assertThat(error.toString()).contains("field\uFFFD", "is \uFFFD not").doesNotContain("\u202e", "\u2028");
    }
}
