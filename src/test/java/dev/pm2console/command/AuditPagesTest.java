package dev.pm2console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class AuditPagesTest {

    @Test
    void emptyAuditIsOneEmptyPage() {
        var page = pages().page(Optional.empty(), 10);

        assertThat(page.entries()).isEmpty();
        assertThat(page.older()).isEmpty();
    }

    @Test
    void asManyAsFitAreTheLastPage() {
        assertThat(pages(3, 2, 1).page(Optional.empty(), 3).older()).isEmpty();
    }

    @Test
    void everyEntryIsOnOnePage() {
        var times = IntStream.rangeClosed(1, 25).map(i -> 26 - i).toArray();

        assertThat(all(pages(times), 10)).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void entriesOfOneMillisecondAreNotLeftOutBetweenTwoPages() {
        assertThat(all(pages(9, 5, 5, 5, 5, 2, 1), 3)).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void moreEntriesOfOneMillisecondThanAPageHasAreOnOne() {
        assertThat(all(pages(5, 5, 5, 5, 5, 5, 5, 1), 3)).hasSize(8).doesNotHaveDuplicates();
    }

    private static List<Results.AuditEntry> all(AuditPages pages, int size) {
        var all = new ArrayList<Results.AuditEntry>();
        var page = pages.page(Optional.empty(), size);
        all.addAll(page.entries());
        while (page.older().isPresent()) {
            page = pages.page(page.older(), size);
            all.addAll(page.entries());
        }
        return all;
    }

    private static AuditPages pages(int... times) {
        var entries = new ArrayList<Results.AuditEntry>();
        Arrays.stream(times).forEach(time -> entries.add(entry(Instant.ofEpochMilli(time), entries.size())));
        return new AuditPages((before, limit) -> entries.stream()
                .filter(entry -> before.isEmpty() || entry.at().isBefore(before.get())).limit(limit).toList());
    }

    private static Results.AuditEntry entry(Instant at, int number) {
        return new Results.AuditEntry(at, "stopProcess", "rest", "ada", "admin", Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of("id:" + number), Map.of(), "done", Optional.empty(), 1);
    }
}
