package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// What the console hands to the `pm2` command: boot scripts, arguments as they are, and none of its own secrets.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class BootAndSecretsTest {

    private static final Set<String> MAY_BE_HANDED_ON = Set.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL",
            "LC_CTYPE", "TZ", "TMPDIR", "PM2_HOME");
    /// What a shell, and so the recording wrapper, adds by itself.
    private static final Set<String> OF_THE_SHELL = Set.of("PWD", "OLDPWD", "SHLVL", "_");

    private final Api api = new Api();
    RealPm2 pm2;

    @AfterEach
    void end() {
        api.deleteAll();
    }

    @ParameterizedTest
    @CsvSource({ "ubuntu, systemd, /etc/systemd/system/pm2-deploy.service",
            "centos, systemd, /etc/systemd/system/pm2-deploy.service",
            "redhat, systemd, /etc/systemd/system/pm2-deploy.service",
            "systemd, systemd, /etc/systemd/system/pm2-deploy.service", "amazon, systemv, /etc/init.d/pm2-deploy",
            "gentoo, openrc, /etc/init.d/pm2", "darwin, launchd, LaunchAgents/pm2.deploy.plist",
            "freebsd, rcd, /usr/local/etc/rc.d/pm2_deploy" })
    void bootScriptIsThePlatformsTemplateFilledIn(String platform, String initSystem, String path) {
        var answer = api.get("/startup/script?platform=" + platform + "&user=deploy").then().statusCode(200).extract()
                .jsonPath();

        assertThat(answer.getMap("").keySet()).map(Object::toString).containsExactly("platform", "initSystem", "user",
                "path", "script");
        assertThat(answer.getString("platform")).isEqualTo(platform);
        assertThat(answer.getString("initSystem")).isEqualTo(initSystem);
        assertThat(answer.getString("path")).endsWith(path);
        assertThat(answer.getString("script")).contains("deploy", pm2.home().toString()).contains("resurrect")
                .doesNotContainPattern("%[A-Z_]+%");
    }

    @Test
    void bootScriptOfUnknownPlatformOrStrangeUserIsRefused() {
        api.get("/startup/script?platform=plan9").then().statusCode(400);
        api.get("/startup/script?platform=ubuntu&user=root%3Bid").then().statusCode(400);
        api.post("/startup", Map.of("platform", "ubuntu", "user", "$(id)")).then().statusCode(400);
    }

    @Test
    void startupRunsTheCommandAsRootAndOnlyTellsItOtherwise() {
        var root = System.getProperty("user.name").equals("root");
        var before = pm2.runs().size();

        var answer = api.post("/startup", Map.of("platform", "redhat", "user", "deploy")).then().statusCode(200).extract()
                .jsonPath();

        var runs = pm2.runs().subList(before, pm2.runs().size());
        assertThat(answer.getBoolean("executed")).isEqualTo(root);
        assertThat(answer.getString("initSystem")).isEqualTo("systemd");
        assertThat(answer.getString("command")).startsWith("sudo env PATH=").contains("PM2_HOME=" + pm2.home())
                .endsWith("startup systemd -u deploy");
        if (root) {
            assertThat(runs).singleElement().extracting(RealPm2.Run::arguments)
                    .isEqualTo(List.of("startup", "systemd", "-u", "deploy"));
        } else {
            assertThat(runs).isEmpty();
        }
    }

    @Test
    void nothingOfTheConsolesEnvironmentGetsToTheCommandOrTheApplication() throws Exception {
        var kept = Set.copyOf(System.getenv().keySet()).stream()
                .filter(name -> !MAY_BE_HANDED_ON.contains(name) && !OF_THE_SHELL.contains(name)).toList();
        assertThat(kept).as("variables of the console that must stay with it").isNotEmpty();

        api.start("environment.js", "environment", "env", Map.of("OWN", "value of its own"));

        var log = pm2.home().resolve("logs/environment-out.log");
        await().until(() -> Files.exists(log) && Files.readString(log).endsWith("}\n"));
        var names = api.get("/processes/environment/description").jsonPath().getMap("processes[0].env").keySet();
        assertThat(names).map(Object::toString).contains("OWN").doesNotContainAnyElementsOf(kept);
        assertThat(Files.readString(log)).contains("\"OWN\":\"value of its own\"").doesNotContain(RealPm2Resource.TOKEN);
        kept.forEach(name -> assertThat(log).content().doesNotContain("\"" + name + "\":"));
        var run = pm2.runs().getLast();
        assertThat(run.arguments()).containsExactly("start", "-");
        assertThat(run.environment()).allMatch(line -> MAY_BE_HANDED_ON.contains(line.split("=", 2)[0])
                || OF_THE_SHELL.contains(line.split("=", 2)[0]));
    }

    @Test
    void valuesOfVariablesAreInNoAnswerAndNoProcessTable() {
        api.post("/processes", Map.of("script", "idle.js", "name", "idle", "env", Map.of("PASSWORD_OF_APP", "hunter2hunter2")))
                .then().statusCode(201);
        api.post("/save").then().statusCode(200);

        for (var path : List.of("/processes", "/processes?detailed=true", "/processes/idle", "/processes/idle/description",
                "/monitor", "/status", "/version", "/drift", "/logs")) {
            assertThat(api.get(path).asString()).as(path).doesNotContain("hunter2hunter2")
                    .doesNotContain(RealPm2Resource.TOKEN);
        }
        assertThat(pm2.runs()).noneMatch(run -> run.arguments().toString().contains("hunter2hunter2"));
    }

    @Test
    void argumentsAreHandedOverAsTheyAre() throws Exception {
        var args = List.of("$(touch pwned)", "`touch pwned`", "; touch pwned", "a b", "'\"\\", "*", "grüße");

        api.start("arguments.js", "arguments", "args", args);

        var log = pm2.home().resolve("logs/arguments-out.log");
        await().until(() -> Files.exists(log) && Files.readString(log).endsWith("\n"));
        assertThat(new ObjectMapper().readValue(log.toFile(), String[].class)).containsExactlyElementsOf(args);
        assertThat(pm2.appsRoot().resolve("pwned")).doesNotExist();
        assertThat(api.get("/processes/arguments").jsonPath().getList("processes[0].args")).isEqualTo(args);
    }
}
