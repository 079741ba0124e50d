package dev.pm2console.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    private static final String ESC = "\u001b";

    private static String shown(String escaped) {
        return SafeText.line(escaped.translateEscapes().replace("^", ESC)).replace(ESC, "^");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "plain text", "\tat a.B.c(B.java:1)", "日本語のログ", "한국어", "👩‍💻 🎉 ok", "é e\u0301",
            "\u00a0\u2028" })
    void plainTextIsTheSameObject(String text) {
        assertThat(SafeText.line(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
            "text\\r, text",
            "text\\r\\r, text",
            "' 10%\\r 50%\\r100%', 100%",
            "10%\\r100%\\r, 100%",
            "100%\\r^[K, 100%",
            "100%\\r^[0m   \\r, 100%",
            "10%\\r^[2K^[32m100%^[0m, ^[32m100%^[0m",
            "\\r\\rtext, text",
            "🎉\\r🚀\\r, 🚀" })
    void ofALineThatWasRewrittenTheLastStateIsKept(String text, String expected) {
        assertThat(shown(text.replace("'", ""))).isEqualTo(expected.replace("'", ""));
    }

    @Test
    void aLineOfNothingButReturnsIsEmpty() {
        assertThat(SafeText.line("\r\r\r")).isEmpty();
        assertThat(SafeText.line("\r")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "^[31mred^[0m", "^[mplain", "^[1;38;2;255;0;10mx^[39;49m", "^[38;5;208m日本^[0m 🎉" })
    void coloursStay(String text) {
        assertThat(shown(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
            "^[2Ja^[Kb^[10;20Hc, abc",
            "^[?25lhidden^[?25h, hidden",
            "^[38:2::1:2:3mcolons^[4:3m, colons",
            "^[>4;2mkeys, keys",
            "^]0;title\\7text, text",
            "^]0;title^\\\\text, text",
            "^]8;;http://example.org\\7link^]8;;\\7, link",
            "^Pq#0;2;0^\\\\text, text",
            "^_app^\\\\text, text",
            "^(Btext^7^8^=^c, text",
            "^[0 qtext, text" })
    void otherEscapesAreDropped(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
            "^, ␛",
            "a^, a␛",
            "a^[, a␛[",
            "a^[31, a␛[31",
            "a^[31日, a␛[31日",
            "^]0;title without end, ␛]0;title without end",
            "^]0;title^[31mred, ␛]0;title^[31mred",
            "^^[31mred, ␛^[31mred",
            "^日, ␛日" })
    void anEscapeWithoutEndIsShown(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @Test
    void anEndlessStringHidesNothing() {
        var secret = "x".repeat(5000);
        assertThat(SafeText.line(ESC + "]0;" + secret + "\u0007")).isEqualTo("␛]0;" + secret + "␇");
    }

    @Test
    void aListOfColoursWithoutEndIsDropped() {
        assertThat(SafeText.line(ESC + "[" + "1;".repeat(1000) + "mtext")).isEqualTo("text");
    }

    @ParameterizedTest
    @CsvSource({
            "a\\0b, a␀b",
            "\\7bell, ␇bell",
            "a\\bb, a␈b",
            "\\fpage, ␌page",
            "\\177, ␡",
            "a\\nb, a␊b" })
    void controlCharactersAreShownAsPictures(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @Test
    void whatIsNoCharacterIsReplaced() {
        assertThat(SafeText.line("a\u0085b\u009b31mc")).isEqualTo("a\ufffdb\ufffd31mc");
        assertThat(SafeText.line("a\ud83db")).isEqualTo("a\ufffdb");
        assertThat(SafeText.line("a\udf89b\ud83d")).isEqualTo("a\ufffdb\ufffd");
    }

    @Test
    void aLineOfTheLimitStaysAndOneByteMoreIsCut() {
        var longest = "x".repeat(SafeText.LONGEST);
        assertThat(SafeText.line(longest)).isSameAs(longest);
        assertThat(SafeText.line(longest + "y")).isEqualTo(longest + " … [1 bytes more]");
    }

    @ParameterizedTest
    @CsvSource({ "é, 32768, 0", "日, 21845, 1", "🎉, 16384, 0" })
    void theLimitCountsBytesAndCutsBetweenCharacters(String character, int fit, int room) {
        var longest = character.repeat(fit);
        assertThat(bytes(longest)).isEqualTo(SafeText.LONGEST - room);
        assertThat(SafeText.line(longest)).isSameAs(longest);
        assertThat(SafeText.line(longest + character))
                .isEqualTo(longest + " … [" + bytes(character) + " bytes more]");
        assertThat(SafeText.line("ab" + longest + "c")).startsWith("ab")
                .doesNotContain("\ufffd")
                .satisfies(text -> assertThat(bytes(text.substring(0, text.indexOf(" … ["))))
                        .isBetween(SafeText.LONGEST - 3, SafeText.LONGEST));
    }

    @Test
    void aColourIsNotCut() {
        var text = "x".repeat(SafeText.LONGEST - 3);
        assertThat(SafeText.line(text + ESC + "[31mred")).isEqualTo(text + " … [8 bytes more]");
        assertThat(SafeText.line(text.substring(2) + ESC + "[31mred"))
                .isEqualTo(text.substring(2) + ESC + "[31m … [3 bytes more]");
    }

    @Test
    void whatWasDroppedBehindALineIsCounted() {
        assertThat(SafeText.line("text", 7)).isEqualTo("text … [7 bytes more]");
        assertThat(SafeText.line("text\ud83d", 4)).isEqualTo("text … [4 bytes more]");
        assertThat(SafeText.line("x".repeat(SafeText.LONGEST) + "yz", 3_000_000_000L)).endsWith("x … [3000000002 bytes more]");
        assertThat(SafeText.line("", 0)).isEmpty();
    }

    @Test
    void binaryIsSafeAndBounded() {
        var random = new Random(4);
        for (var round = 0; round < 300; round++) {
            var binary = new byte[random.nextInt(2000)];
            random.nextBytes(binary);
            for (var text : new String[] { new String(binary, StandardCharsets.UTF_8),
                    new String(binary, StandardCharsets.UTF_16BE),
                    new String(binary, StandardCharsets.ISO_8859_1) }) {
                var safe = SafeText.line(text);
                assertThat(safe.replaceAll(ESC + "\\[[0-9;]*m", ""))
                        .doesNotContainPattern("[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f]");
                assertThat(new String(safe.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(safe);
                assertThat(SafeText.line(safe)).isEqualTo(safe);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "\u001b]", "\u001b[", "\u001b", "\r", "x\r", "\u001b[1m\r", "\u001b]0;\r", "\u001bP", "\u001b(",
            "\ud83d" })
    void nonsenseTakesNoLongerThanItIsLong(String piece) {
        var started = System.nanoTime();
        SafeText.line(piece.repeat(1_000_000 / piece.length()));
        assertThat(System.nanoTime() - started).isLessThan(5_000_000_000L);
    }
}
