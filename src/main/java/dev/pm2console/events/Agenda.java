package dev.pm2console.events;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// What is to be told of one process, in order: nothing before what stands in front of it. For one thread at a time.
final class Agenda {

    private static final int MOST_PENDING = 32;

    private final Deque<Item> items = new ArrayDeque<>();

    private record Item(Instant due, Runnable tell) {
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    void add(Instant due, Runnable tell) {
        items.addLast(new Item(due, tell));
        if (items.size() > MOST_PENDING) {
            items.removeFirst().tell.run();
        }
    }

    /// Tells what is due.
    void tell(Instant now) {
        while (!items.isEmpty() && !items.getFirst().due.isAfter(now)) {
            items.removeFirst().tell.run();
        }
    }

    void tellAll() {
        tell(Instant.MAX);
    }
}
