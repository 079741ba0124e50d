package dev.pm2console.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.re2j.PatternSyntaxException;

class BoundedExpressionTest {

    @ParameterizedTest
    @ValueSource(strings = { "((a{1,100}){1,100}){1,100}", "((((a{0,9}){0,9}){0,9}){0,9})", "(?:[\\](]a{1000}){1000}",
            "(?:[[:alpha:](]a{999,}){999}", "(?:\\Q(\\Ea{99}){99}", "(?:[^]]{99}){99}" })
    void repetitionsOfRepetitionsAreRefused(String expression) {
        assertThatThrownBy(() -> BoundedExpression.compile(expression)).isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining("steps");
    }

    @ParameterizedTest
    @ValueSource(strings = { "(a*)*b", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "(\\d{1,3}\\.){3}\\d{1,3}", "a{1000}", "{}",
            "a{,3}", "x{2", "[{2}]", "(?i)\\p{Greek}{3}", "\\Qa{999}\\E" })
    void othersAreCompiled(String expression) {
        assertThat(BoundedExpression.compile(expression).pattern()).isEqualTo(expression);
    }
}
