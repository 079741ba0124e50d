package dev.pm2console.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.pm2console.accounts.Secret;

class NewPasswordTest {

    @Test
    void withoutATerminalItIsTheFirstLineOfTheInput() throws IOException {
        var input = input("pass word \nnext\n");

        assertThat(ask(input)).isEqualTo(new Secret("pass word "));
        assertThat(input.readAllBytes()).asString().isEqualTo("next\n");
    }

    @Test
    void lineNeedsNoEndAndMayEndAsOnWindows() {
        assertThat(ask(input("ünïcode"))).isEqualTo(new Secret("ünïcode"));
        assertThat(ask(input("one\r\n"))).isEqualTo(new Secret("one"));
    }

    @Test
    void emptyInputIsRefused() {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> ask(input("")))
                .withMessageContaining("no password");
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> ask(input("\nsecond line")))
                .withMessageContaining("no password");
    }

    @Test
    void inputWithoutEndIsNotReadForEver() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> ask(endless)).withMessageContaining("too long");
    }

    @Test
    void whoWaitsIsToldWhatFor() {
        var err = new StringWriter();

        NewPassword.typed(Optional.empty(), input("secret-enough"), new PrintWriter(err)).ask("ann");

        assertThat(err.toString()).contains("standard input").doesNotContain("secret-enough");
    }

    private static Secret ask(InputStream input) {
        return NewPassword.typed(Optional.empty(), input, new PrintWriter(new StringWriter())).ask("ann");
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
