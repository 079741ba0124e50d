package dev.pm2console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class LogsViewTest {

    private final LogsView view = new LogsView();

    @Test
    void emptyViewWantsEverything() {
        assertThat(view.isFiltered()).isFalse();
        assertThat(view.query()).isEmpty();
        assertThat(view.type()).isEqualTo("combined");
    }

    @Test
    void addressesKeepWhatIsAskedFor() {
        view.process = List.of("web", "name:7", "web");
        view.type = "error";
        view.level = "warn";
        view.grep = "a & b";
        view.before = "old";

        assertThat(view.query()).isEqualTo("?process=web&process=name%3A7&type=error&level=warn&grep=a+%26+b");
        assertThat(view.queryOlder("next")).isEqualTo(view.query() + "&before=next");
        assertThat(view.linked("1-o-0-00000000")).isEqualTo(view.query() + "&line=1-o-0-00000000");
    }

    @Test
    void unknownWordsMeanEverything() {
        view.type = "both";
        view.level = "loud";

        assertThat(view.isFiltered()).isFalse();
    }

    @Test
    void nameThatLooksLikeSomethingElseIsSaidToBeAName() {
        assertThat(LogSheets.target("web")).isEqualTo("web");
        assertThat(LogSheets.target("42")).isEqualTo("name:42");
        assertThat(LogSheets.target("all")).isEqualTo("name:all");
        assertThat(LogSheets.target("id:3")).isEqualTo("name:id:3");
    }
}
