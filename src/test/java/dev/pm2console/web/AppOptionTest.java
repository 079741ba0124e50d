package dev.pm2console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class AppOptionTest {

    @Test
    void valuesAreShownInWords() {
        assertThat(AppOption.AUTORESTART.shown(false)).isEqualTo("no");
        assertThat(AppOption.MIN_UPTIME.shown(60_000L)).isEqualTo("1m");
        assertThat(AppOption.KILL_TIMEOUT.shown(1_600L)).isEqualTo("1600 ms");
        assertThat(AppOption.MAX_MEMORY.shown(300L << 20)).isEqualTo("300 MB");
        assertThat(AppOption.ARGS.shown(List.of("--queue", "two words", "it's"))).isEqualTo("--queue 'two words' 'it'\\''s'");
        assertThat(AppOption.WATCH.shown(true)).isEqualTo("the whole directory");
    }

    @Test
    void whatHasNoValueIsAsUsual() {
        assertThat(AppOption.MAX_RESTARTS.shown(null)).isEqualTo("16");
        assertThat(AppOption.ARGS.shown(List.of())).isEqualTo("none");
        assertThat(AppOption.CRON.shown(0L)).isEqualTo("never");
        assertThat(AppOption.WATCH.shown(false)).isEqualTo("none");
    }

    @Test
    void valuesAreTypedAsTheFormTakesThem() {
        assertThat(AppOption.MAX_MEMORY.typed(300L << 20)).isEqualTo("300M");
        assertThat(AppOption.MAX_MEMORY.typed(1_000_001L)).isEqualTo("1000001");
        assertThat(AppOption.MAX_MEMORY.typed(2L << 30)).isEqualTo("2G");
        assertThat(AppOption.KILL_TIMEOUT.typed(2_000L)).isEqualTo("2000");
        assertThat(AppOption.CRON.typed("0")).isEmpty();
        assertThat(AppOption.NAMESPACE.typed(null)).isEmpty();
    }
}
