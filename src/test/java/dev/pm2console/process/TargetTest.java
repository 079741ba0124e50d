package dev.pm2console.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    private static final List<ManagedProcess> LIST = List.of(process(0, "web", "default", false),
            process(1, "web", "default", false), process(2, "api", "web", false), process(3, "7", "back", false),
            process(7, "id:x", "back", false), process(8, "@scope/my app.js", "name:odd", false),
            process(9, "pm2-logrotate", "pm2", true));

    private static ManagedProcess process(int id, String name, String namespace, boolean module) {
        return new ManagedProcess(new ProcessId(id), name, namespace, Status.ONLINE, OptionalLong.empty(), ExecMode.FORK, 0, 0,
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty(),
                OptionalInt.empty(), module, 0, 0, new LogFiles(Optional.empty(), Optional.empty(), Optional.empty()), Map.of(),
                EnvFingerprint.EMPTY, List.of(), List.of());
    }

    private static List<Integer> selected(String text) {
        return Target.parse(text).select(LIST).stream().map(process -> process.id().value()).toList();
    }

    @Test
    void digitsAreAnId() {
        assertThat(selected("7")).containsExactly(7);
        assertThat(selected("4")).isEmpty();
        assertThat(selected("99999999999999999999")).isEmpty();
        assertThat(selected("\uff17")).isEmpty();
    }

    @Test
    void aNameComesBeforeANamespace() {
        assertThat(selected("web")).containsExactly(0, 1);
        assertThat(selected("back")).containsExactly(3, 7);
        assertThat(selected("@scope/my app.js")).containsExactly(8);
        assertThat(selected("nothing")).isEmpty();
    }

    @Test
    void aPrefixSaysWhichIsMeant() {
        assertThat(selected("id:7")).containsExactly(7);
        assertThat(selected("name:7")).containsExactly(3);
        assertThat(selected("namespace:web")).containsExactly(2);
        assertThat(selected("namespace:name:odd")).containsExactly(8);
        assertThat(selected("id:x")).containsExactly(7);
        assertThat(selected("name:")).isEmpty();
    }

    @Test
    void allLeavesModulesAlone() {
        assertThat(selected("all")).containsExactly(0, 1, 2, 3, 7, 8);
        assertThat(selected("pm2-logrotate")).containsExactly(9);
        assertThat(selected("ALL")).isEmpty();
    }

    @Test
    void anApplicationNamedAllIsMeantFirst() {
        var list = List.of(process(0, "web", "default", false), process(1, "all", "default", false));

        assertThat(Target.parse("all").select(list)).extracting(process -> process.id().value()).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a\0", "a\n", "\u007f", "\u0085" })
    void controlCharactersAreNoTarget(String text) {
        assertThatThrownBy(() -> Target.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasAtMost200Characters() {
        assertThat(Target.parse("x".repeat(200)).text()).hasSize(200);
        assertThatThrownBy(() -> Target.parse("x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
    }
}
