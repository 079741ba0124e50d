package dev.pm2console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.pm2console.command.Violation;

class EnvironmentFormTest {

    @Test
    void typedAndPastedVariablesComeTogether() {
        var form = form(List.of("A", "", " B "), List.of("1", "", "two\r\nlines"), "# about\nexport C=x=y\n\nD=");

        assertThat(EnvironmentForm.variables(form.rows())).isEqualTo(Map.of("A", "1", "B", "two\nlines", "C", "x=y", "D", ""));
        assertThat(form.unreadable()).isEmpty();
    }

    @Test
    void whatIsWrongStandsInItsRow() {
        var form = form(List.of("A", "A", ""), List.of("1", "2", "3"), "no variable");

        assertThat(form.rows()).extracting(EnvironmentForm.Row::error).containsExactly("", "is there twice", "needs a name");
        assertThat(form.unreadable()).containsExactly("no variable");
        assertThat(EnvironmentForm.marked(form.rows(), List.of(new Violation("updateEnv.A", "is bad"))).getFirst().error())
                .isEqualTo("is bad");
        assertThat(EnvironmentForm.general(List.of(new Violation("updateEnv", "is too large"))))
                .containsExactly("is too large");
    }

    @Test
    void thereIsAlwaysRoomForMore() {
        assertThat(EnvironmentForm.padded(List.of())).hasSize(4);
        assertThat(EnvironmentForm.padded(form(List.of("A", "B", "C", "D"), List.of(), "").rows())).hasSize(5);
    }

    private static EnvironmentForm form(List<String> names, List<String> values, String lines) {
        var form = new EnvironmentForm();
        form.names = names;
        form.values = values;
        form.lines = lines;
        return form;
    }
}
