package dev.pm2console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class OptionsChangeTest {

    private static final Map<String, Object> CONFIG = Map.of("name", "web", "script", "/apps/shop/dist/web.js", "cwd",
            "/apps/shop",
            "interpreter", "node", "exec_mode", "cluster", "namespace", "shop", "autorestart", true, "max_restarts", 5L,
            "max_memory_restart", 300L << 20, "args", List.of("--port", "8000"));

    @Test
    void onlyWhatIsTypedOtherwiseIsChanged() {
        var typed = new HashMap<>(OptionsForm.now(CONFIG));
        assertThat(OptionsChange.of(CONFIG, typed).typed()).isEmpty();

        typed.put("max_restarts", "8");
        typed.put("autorestart", "no");

        assertThat(OptionsChange.of(CONFIG, typed).typed()).isEqualTo(Map.of("max_restarts", "8", "autorestart", "no"));
    }

    @Test
    void whatPm2WouldSetToItsDefaultsIsNamedAsItIs() {
        var app = change("kill_timeout", "2000").parameters(true, "reload").at("/apps/0");

        assertThat(app.toString()).isEqualTo("{\"name\":\"web\",\"cwd\":\"/apps/shop\",\"script\":\"dist/web.js\","
                + "\"interpreter\":\"node\",\"exec_mode\":\"cluster\",\"namespace\":\"shop\",\"autorestart\":true,"
                + "\"kill_timeout\":2000}");
    }

    @Test
    void whatWasTypedIsOfTheRightTypeOrIsLeftForTheRulesToRefuse() {
        assertThat(change("stop_exit_codes", "0, 3 x").parameters(true, "restart").at("/apps/0/stop_exit_codes").toString())
                .isEqualTo("[0,3,\"x\"]");
        assertThat(change("node_args", "--a  --b").parameters(true, "restart").at("/apps/0/node_args").toString())
                .isEqualTo("[\"--a\",\"--b\"]");
        assertThat(change("kill_timeout", "soon").parameters(true, "restart").at("/apps/0/kill_timeout").isTextual()).isTrue();
        assertThat(change("cron_restart", "").parameters(true, "restart").at("/apps/0/cron_restart").asText()).isEqualTo("0");
    }

    @Test
    void whatCanNotBeTakenAwayIsSaid() {
        assertThat(change("max_memory_restart", "").impossible()).containsOnlyKeys("max_memory_restart");
        assertThat(change("restart_delay", "0").impossible()).containsOnlyKeys("restart_delay");
        assertThat(change("cron_restart", "").impossible()).isEmpty();
    }

    @Test
    void whatSomebodyElseChangedIsTakenOverWhereNothingWasTyped() {
        var was = new HashMap<>(OptionsForm.now(CONFIG));
        was.put("max_restarts", "3");
        was.put("namespace", "old");
        var typed = new HashMap<>(was);
        typed.put("namespace", "mine");
        var sheet = new OptionsSheet(new ProcessPage.Subject("web", List.of()), OptionsForm.now(CONFIG), typed, Map.of(),
                Map.of(), "", Optional.empty(), "restart").merged(was);

        assertThat(sheet.meanwhile()).containsOnlyKeys("max_restarts", "namespace");
        assertThat(sheet.typed()).containsEntry("max_restarts", "5").containsEntry("namespace", "mine");
    }

    private static OptionsChange change(String name, String typed) {
        return new OptionsChange(CONFIG, Map.of(name, typed));
    }
}
