package dev.pm2console.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.pm2console.process.LogChunk;
import dev.pm2console.process.LogGap;
import dev.pm2console.process.LogPiece;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ProcessId;

class LineAssemblerTest {

    private static final ProcessId ID = new ProcessId(3);
    private static final Instant AT = Instant.parse("2026-11-25T20:00:00Z");

    private final List<LogLine> lines = new ArrayList<>();
    private long lost;
    private Instant now = AT;
    private final LineAssembler assembler = new LineAssembler(chunk(""));
    private final LineAssembler.Lines taker = new LineAssembler.Lines() {
        @Override
        public OptionalLong number() {
            return OptionalLong.of(lines.size() + 1L);
        }

        @Override
        public void line(LogLine line) {
            lines.add(line);
        }

        @Override
        public void lost(LogPiece of, long count) {
            lost += count;
        }
    };

    @Test
    void lineInPiecesIsOneLine() {
        take(chunk("hel"), chunk("lo wor"), chunk("ld\nnext"), chunk(" one\n"));

        assertThat(texts()).containsExactly("hello world", "next one");
    }

    @Test
    void carriageReturnAtTheEdgeBelongsToTheLineEnd() {
        take(chunk("one\r"), chunk("\ntwo\r\n"));

        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void emptyLinesAreLines() {
        take(chunk("\n\na\n"));

        assertThat(texts()).containsExactly("", "", "a");
    }

    @Test
    void whatHasNoLineEndWaitsForSilence() {
        take(chunk("Password: "));
        flushAfterMillis(199);
        assertThat(texts()).isEmpty();

        flushAfterMillis(1);

        assertThat(texts()).containsExactly("Password: ");
    }

    @Test
    void progressIsToldEverySecondThoughItIsNeverSilent() {
        for (var percent = 0; percent < 30; percent++) {
            take(chunk("\r" + percent + " %"));
            flushAfterMillis(50);
        }

        assertThat(texts()).containsExactly("19 %");
    }

    @Test
    void muchProgressTakesLittleMemoryAndLosesNothing() {
        for (var i = 0; i < 100_000; i++) {
            take(chunk("step " + i + "\r"));
        }
        take(chunk("done\n"));

        assertThat(texts()).containsExactly("done");
    }

    @Test
    void endlessLineIsCutWithAMark() {
        for (var i = 0; i < 100; i++) {
            take(chunk("x".repeat(10_000)));
        }
        take(chunk("\nnext\n"));

        assertThat(lines.getFirst().text()).hasSizeLessThan(SafeText.LONGEST + 100)
                .endsWith("[" + (1_000_000 - SafeText.LONGEST) + " bytes more]");
        assertThat(lines.getLast().text()).isEqualTo("next");
    }

    @Test
    void lineThatAGapCutsThroughIsLeftOut() {
        take(chunk("whole\nbegin"), gap(3, true), chunk("end\nnext\n"));

        assertThat(texts()).containsExactly("whole", "next");
        assertThat(lost).isEqualTo(4); // three ends in the gap, and the end behind it
    }

    @Test
    void gapThatEndsWithALineLeavesTheNextOneAlone() {
        take(chunk("begin"), gap(2, false), chunk("next\n"));

        assertThat(texts()).containsExactly("next");
        assertThat(lost).isEqualTo(2);
    }

    @Test
    void gapWithinALineLeavesThatLineOut() {
        take(chunk("begin"), gap(0, true), chunk("more"), gap(0, true), chunk("end\nnext\n"));

        assertThat(texts()).containsExactly("next");
        assertThat(lost).isEqualTo(1);
    }

    @Test
    void lineHasTheChunksTimeWhereItHasNoneItself() {
        take(chunk("plain\n2020-01-02T03:04:05.678Z old\n"));

        assertThat(lines.get(0).at()).contains(AT);
        assertThat(lines.get(1).at()).contains(Instant.parse("2020-01-02T03:04:05.678Z"));
    }

    /// However it is cut into pieces, and whatever of it is left out: what is delivered is what was printed, in order, and
    /// with what is counted as lost it is all of it.
    @Test
    void deliveredAndLostIsWhatWasPrinted() {
        var random = new Random(4);
        for (var round = 0; round < 2_000; round++) {
            var fresh = new LineAssemblerTest();
            fresh.randomRound(random);
        }
    }

    private void randomRound(Random random) {
        var printed = new ArrayList<String>();
        var text = new StringBuilder();
        for (var i = 0; i < 60; i++) {
            var line = "line " + i + " " + "é".repeat(random.nextInt(30));
            printed.add(line);
            text.append(line).append('\n');
        }
        var open = false;
        var left = 0L;
        var leaving = false;
        for (var from = 0; from < text.length();) {
            var to = Math.min(text.length(), from + 1 + random.nextInt(120));
            var piece = text.substring(from, to);
            if (random.nextInt(3) == 0) {
                left += piece.chars().filter(c -> c == '\n').count();
                open = !piece.endsWith("\n");
                leaving = true;
            } else {
                if (leaving) {
                    take(gap(left, open));
                    left = 0;
                    leaving = false;
                }
                take(chunk(piece));
            }
            from = to;
        }
        if (leaving) {
            take(gap(left, open));
        }
        assertThat(lines.size() + lost).isEqualTo(printed.size());
        assertThat(printed).containsSubsequence(texts());
    }

    private void take(LogPiece... pieces) {
        for (var piece : pieces) {
            assembler.take(piece, now, taker);
        }
    }

    private void flushAfterMillis(long millis) {
        now = now.plusMillis(millis);
        assembler.flush(now, taker);
    }

    private List<String> texts() {
        return lines.stream().map(LogLine::text).toList();
    }

    private static LogChunk chunk(String data) {
        return new LogChunk(ID, false, "app", LogStream.OUT, AT, data);
    }

    private static LogGap gap(long lines, boolean open) {
        return new LogGap(ID, false, "app", LogStream.OUT, AT, lines, open);
    }
}
