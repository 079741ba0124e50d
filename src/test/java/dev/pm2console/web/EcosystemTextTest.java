package dev.pm2console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.pm2console.command.FileResults;

/// What an ecosystem file means.
class EcosystemTextTest {

    private static String read(String text, String base, String environment) {
        var read = EcosystemText.read(text, base, environment);
        assertThat(read.problem()).isEmpty();
        return read.parameters().toString().replace('"', '\'');
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"apps\": [{\"script\": \"a.js\"}]}", "[{script: 'a.js'}]", "{apps: {script: 'a.js'}}",
            "{script: 'a.js'}", "\ufeff{script: 'a.js'}",
            "// a comment\n{apps: [{script: 'a.js',}], deploy: {production: {}}}" })
    void isReadAsPm2ReadsIt(String text) {
        assertThat(read(text, "", "")).isEqualTo("{'apps':[{'script':'a.js'}]}");
    }

    @ParameterizedTest
    @CsvSource({ "'', ''", "., ''", "shop, shop" })
    void scriptsAreLookedForInTheDirectory(String base, String cwd) {
        assertThat(read("{script: 'a.js'}", base, ""))
                .isEqualTo("{'apps':[{'script':'a.js'" + (cwd.isEmpty() ? "" : ",'cwd':'" + cwd + "'") + "}]}");
    }

    @Test
    void workingDirectoriesAreRelativeToIt() {
        assertThat(read(
                "[{script: 'a.js', cwd: './api'}, {script: 'b.js', cwd: '/srv/b'}, {script: 'c.js', cwd: 5}, {script: 'd.js', cwd: '.'}]",
                "shop",
                "")).isEqualTo("{'apps':[{'script':'a.js','cwd':'shop/api'},{'script':'b.js','cwd':'/srv/b'},"
                        + "{'script':'c.js','cwd':5},{'script':'d.js','cwd':'shop'}]}");
    }

    @Test
    void environmentIsAddedAsPm2DoesIt() {
        var text = "{script: 'a.js', env: {A: 1, B: 1}, env_production: {B: 2}, env_test: {C: 3}}";

        assertThat(read(text, "", "production")).isEqualTo("{'apps':[{'script':'a.js','env':{'A':1,'B':2}}]}");
        assertThat(read(text, "", "")).isEqualTo("{'apps':[{'script':'a.js','env':{'A':1,'B':1}}]}");
        assertThat(read("{script: 'a.js', env_production: {B: 2}}", "", "production"))
                .isEqualTo("{'apps':[{'script':'a.js','env':{'B':2}}]}");
    }

    @Test
    void whatIsElseInItIsLeftForTheCommandToRefuse() {
        assertThat(read("{apps: [{script: 'a.js', uid: 0}], more: 1}", "", ""))
                .isEqualTo("{'apps':[{'script':'a.js','uid':0}],'more':1}");
        assertThat(read("5", "", "")).isEqualTo("{'apps':5}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "  | is empty", "{apps: [} | is not JSON: line 1, column",
            "module.exports = {apps: []} | is JavaScript", "{\"a\": 1, \"a\": 2} | is not JSON",
            "{} {} | is not JSON" })
    void whatCantBeReadIsToldInWords(String text, String problem) {
        assertThat(EcosystemText.read(text == null ? "" : text, "", "").problem().orElseThrow()).startsWith(problem);
    }

    @Test
    void hasAtMost256KiB() {
        assertThat(EcosystemText.read("[" + " ".repeat(256 * 1024) + "]", "", "").problem()).contains("has at most 256 KiB");
    }

    @Test
    void scriptsAreChosenFromTheirHome() {
        var listing = new FileResults.Listing("/apps", "shop/src", "shop", List.of(
                new FileResults.Entry(FileResults.Kind.SCRIPT, "a.js", "shop/src/a.js"),
                new FileResults.Entry(FileResults.Kind.SCRIPT, "b c.js", "shop/src/b c.js"),
                new FileResults.Entry(FileResults.Kind.DIRECTORY, "lib", "shop/src/lib"),
                new FileResults.Entry(FileResults.Kind.ECOSYSTEM, "eco.json", "shop/src/eco.json")), 0);
        var scripts = new PickSheet(listing, false, "");

        assertThat(scripts.choices()).extracting(PickSheet.Choice::value, PickSheet.Choice::fit).containsExactly(
                tuple("src/a.js", true), tuple("src/b c.js", false),
                tuple("shop/src/lib", true),
                tuple("src/eco.json", true));
        assertThat(scripts.steps()).extracting(PickSheet.Step::path).containsExactly(".", "shop", "shop/src");
        assertThat(new PickSheet(listing, true, "").choices()).extracting(PickSheet.Choice::value)
                .containsExactly("shop/src/lib", "shop/src/eco.json");
    }
}
