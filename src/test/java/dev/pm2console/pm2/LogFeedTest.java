package dev.pm2console.pm2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.pm2console.process.DaemonFailure.Unreachable;
import dev.pm2console.process.LogChunk;
import dev.pm2console.process.LogGap;
import dev.pm2console.process.LogListener;
import dev.pm2console.process.LogPiece;
import dev.pm2console.testsupport.FakePm2Daemon;
import dev.pm2console.testsupport.Patience;

class LogFeedTest {

    private final List<LogPiece> heard = new CopyOnWriteArrayList<>();
    private final List<Integer> interruptions = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private volatile boolean isSlow;

    private FakePm2Daemon daemon;
    private LogFeed feed;
    private BusClient bus;

    @BeforeEach
    void connect() {
        daemon = FakePm2Daemon.start();
        feed = new LogFeed();
        feed.listen(new LogListener() {
            @Override
            public void logs(List<LogPiece> pieces) {
                heard.addAll(pieces);
                if (isSlow) {
                    awaitGo();
                }
            }

            @Override
            public void logsInterrupted() {
                interruptions.add(heard.size());
            }
        });
        feed.start();
        bus = new BusClient(daemon.pubSocket(), 64 << 20, new BusListener() {
            @Override
            public void connected() {
                // it is waited for in another way
            }

            @Override
            public void disconnected(Unreachable why) {
                feed.interrupt();
            }
        });
        bus.attach(feed);
        bus.start();
        Patience.await().until(() -> daemon.busConnections() == 1);
    }

    @AfterEach
    void end() {
        mayGoOn.countDown();
        bus.close();
        daemon.close();
    }

    @Test
    void outputIsToldInItsOrder() {
        IntStream.range(0, 1_000).forEach(i -> publish(i % 2, "line " + i + "\n"));

        Patience.await().until(() -> heard.size() == 1_000);

        assertThat(textOf(0)).isEqualTo(IntStream.range(0, 1_000).filter(i -> i % 2 == 0).mapToObj(i -> "line " + i + "\n")
                .collect(Collectors.joining()));
    }

    @Test
    void whatDoesNotFitIsLeftOutFromTheOldestAndCountedByItsLineEnds() {
        isSlow = true;
        publish(0, "first\n");
        Patience.await().until(() -> heard.size() == 1);

        var chunk = "a \\n is no line end, and \" is no end\n".repeat(10) + "open";
        IntStream.range(0, 10_000).forEach(_ -> publish(0, chunk));
        publish(1, "quiet\n");
        publish(0, "last\n");
        mayGoOn.countDown();
        Patience.await().until(() -> textOf(0).endsWith("last\n"));

        assertThat(textOf(1)).isEqualTo("quiet\n");
        var gaps = heard.stream().filter(LogGap.class::isInstance).map(LogGap.class::cast).toList();
        assertThat(gaps).isNotEmpty().allMatch(LogGap::open);
        var lost = gaps.stream().mapToLong(LogGap::lines).sum();
        var told = textOf(0).chars().filter(c -> c == '\n').count();
        assertThat(told + lost).isEqualTo(1 + 10 * 10_000 + 1);
        assertThat(lost).isGreaterThan(10_000);
    }

    @Test
    void endOfTheConnectionIsToldBehindWhatCameBefore() {
        publish(0, "begun");

        daemon.stop();

        Patience.await().until(() -> !interruptions.isEmpty());
        assertThat(interruptions.getFirst()).isEqualTo(1);
    }

    @Test
    void outputOfTheInstanceThatIsReplacedIsTold() {
        daemon.publish("log:err", Map.of("data", "bye\n", "at", 5, "process", Map.of("pm_id", "_old_7", "name", "web")));

        Patience.await().until(() -> heard.size() == 1);

        assertThat(heard.getFirst().outgoing()).isTrue();
        assertThat(heard.getFirst().id().value()).isEqualTo(7);
    }

    @Test
    void whatIsNoOutputIsPassedOver() {
        daemon.publish("log:out", "nonsense");
        daemon.publish("log:out", Map.of("data", 5, "at", 5, "process", Map.of("pm_id", 1)));
        daemon.publish("log:out", Map.of("data", "x", "process", Map.of("pm_id", 1)));
        publish(0, "sense\n");

        Patience.await().until(() -> !heard.isEmpty());

        assertThat(heard).hasSize(1);
    }

    private void publish(int id, String data) {
        var process = Map.of("pm_id", id, "name", "app" + id, "namespace", "default");
        daemon.publish("log:out", Map.of("process", process, "at", 1_700_000_000_000L, "data", data));
    }

    private String textOf(int id) {
        return heard.stream().filter(piece -> piece.id().value() == id).filter(LogChunk.class::isInstance)
                .map(piece -> ((LogChunk) piece).data()).collect(Collectors.joining());
    }

    private void awaitGo() {
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
