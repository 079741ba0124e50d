package dev.pm2console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

    @Test
    void splitsAtSpacesTabsAndLineEnds() {
        assertThat(ShellWords.split("  a\tb \n c  ")).contains(List.of("a", "b", "c"));
        assertThat(ShellWords.split(" ")).contains(List.of());
        assertThat(ShellWords.split("a\u00a0b\u2003c\r")).contains(List.of("a\u00a0b\u2003c\r"));
    }

    @Test
    void quotesKeepWordsTogether() {
        assertThat(ShellWords.split("'a b' \"c d\" e'f g'\"h\" '' \"\"")).contains(List.of("a b", "c d", "ef gh", "", ""));
        assertThat(ShellWords.split("'\"' \"'\"")).contains(List.of("\"", "'"));
    }

    @Test
    void aBackslashTakesTheNextCharacterAsItIs() {
        assertThat(ShellWords.split("a\\ b \\' \\\\ '\\' \"\\\"\\\\\\$\\`\\n\"")).contains(List.of("a b", "'", "\\", "\\",
                "\"\\$`\\n"));
        assertThat(ShellWords.split("a\\\nb \"c\\\nd\" '\\\n'")).contains(List.of("ab", "cd", "\\\n"));
    }

    @Test
    void nothingIsExpanded() {
        assertThat(ShellWords.split("$HOME `id` $(id) * ~ {a,b} ; && | > #x !1"))
                .contains(List.of("$HOME", "`id`", "$(id)", "*", "~", "{a,b}", ";", "&&", "|", ">", "#x", "!1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "'", "\"", "a 'b", "\"a\\\"", "a\\" })
    void whatIsNotClosedIsNothing(String text) {
        assertThat(ShellWords.split(text)).isEmpty();
    }
}
