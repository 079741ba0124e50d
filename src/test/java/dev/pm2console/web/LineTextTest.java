package dev.pm2console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.pm2console.command.CommandException;

class LineTextTest {

    @ParameterizedTest
    @CsvSource({ "timeout,a TimeOut here,true", "Timeout,a TimeOut here,false", "a.b,axb,false", "/a.b/,axb,true",
            "/a/,A,false", "'',anything,true" })
    void textIsFoundAsItIsMeant(String typed, String line, boolean found) {
        assertThat(LineText.of(typed).test(line)).isEqualTo(found);
    }

    @Test
    void badExpressionIsTold() {
        assertThatThrownBy(() -> LineText.of("/(/")).isInstanceOf(CommandException.class);
    }
}
