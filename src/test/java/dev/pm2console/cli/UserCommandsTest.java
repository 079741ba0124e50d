package dev.pm2console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.Secret;
import dev.pm2console.accounts.User;
import dev.pm2console.audit.AuditEntry;

class UserCommandsTest {

    private static final String PASSWORD = "lantern-orbit-velvet-93";
    private static final String OTHER = "copper-window-harvest-28";

    @TempDir
    Path directory;
    private TestCommands commands;

    @BeforeEach
    void open() {
        commands = new TestCommands(directory);
    }

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    void userWhoIsAddedSignsIn() {
        var ended = commands.with("root", Role.ADMIN).typing(OTHER).run("user", "add", "ann", "--role", "viewer");

        assertThat(ended).isEqualTo(new TestCommands.Ended(0, "User \"ann\" (viewer) may sign in.\n", ""));
        assertThat(commands.accounts().user("ann").orElseThrow().role()).isEqualTo(Role.VIEWER);
        assertThat(commands.accounts().signIn("ann", new Secret(OTHER), "here")).isPresent();
    }

    @Test
    void addIsInTheAuditWithoutThePassword() {
        commands.run("user", "add", "root", "--role", "admin");

        assertThat(commands.audit()).singleElement()
                .extracting(AuditEntry::command, AuditEntry::door, AuditEntry::actor, AuditEntry::target,
                        AuditEntry::parameters, AuditEntry::outcome)
                .containsExactly("addUser", "cli", "cli:tester", Optional.of("user:root"), Map.of("role", "admin"),
                        AuditEntry.Outcome.DONE);
    }

    @Test
    void firstUserIsAnAdministrator() {
        var ended = commands.run("user", "add", "ann", "--role", "operator");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("--role admin");
        assertThat(commands.accounts().isEmpty()).isTrue();
    }

    @Test
    void userOfThatNameIsNotAddedAgain() {
        var ended = commands.with("root", Role.ADMIN).run("user", "add", "ROOT", "--role", "viewer");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).isEqualToIgnoringNewLines("pm2-console: there is a user \"ROOT\" already");
        assertThat(commands.accounts().users()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "short", "aaaaaaaaaaaaaaaa", "pm2-console-root" })
    void passwordThatCanBeGuessedIsRefused(String weak) {
        var ended = commands.typing(weak).run("user", "add", "root", "--role", "admin");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith("pm2-console: the password ").doesNotContain(weak);
        assertThat(commands.accounts().isEmpty()).isTrue();
    }

    @Test
    void passwordIsNoArgument() {
        assertThat(commands.run("user", "add", "root", "--role", "admin", PASSWORD).code()).isEqualTo(2);
        assertThat(commands.run("user", "add", "root", "--role", "admin", "--password", PASSWORD).code()).isEqualTo(2);
        assertThat(commands.accounts().isEmpty()).isTrue();
    }

    @Test
    void listShowsUsers() {
        commands.with("root", Role.ADMIN).with("ann", Role.VIEWER).run("user", "disable", "ann");

        var ended = commands.run("user", "list");

        assertThat(ended.out().lines()).containsExactly(
                "NAME  ROLE    SIGN-IN   CREATED           PASSWORD SET      SIGNED IN  SESSIONS",
                "ann   viewer  disabled  2031-05-06 07:08  2031-05-06 07:08  never      0",
                "root  admin   enabled   2031-05-06 07:08  2031-05-06 07:08  never      0");
    }

    @Test
    void listAsJsonIsThatOfTheApi() throws Exception {
        commands.with("root", Role.ADMIN).accounts().signIn("root", new Secret(PASSWORD), "here");

        var json = new ObjectMapper().readTree(commands.run("user", "list", "--json").out());

        assertThat(json).isEqualTo(new ObjectMapper().readTree("""
                {"users": [{"name": "root", "role": "admin", "disabled": false, "createdAt": "2031-05-06T07:08:00Z",
                  "passwordChangedAt": "2031-05-06T07:08:00Z", "signedInAt": "2031-05-06T07:08:00Z", "sessions": 1}]}
                """));
    }

    @Test
    void lostPasswordIsReplaced() {
        commands.with("root", Role.ADMIN).typing(OTHER);

        var ended = commands.run("user", "password", "root");

        assertThat(ended)
                .isEqualTo(new TestCommands.Ended(0, "User \"root\" (admin) may sign in with the new password.\n", ""));
        assertThat(commands.accounts().signIn("root", new Secret(PASSWORD), "here")).isEmpty();
        assertThat(commands.accounts().signIn("root", new Secret(OTHER), "here")).isPresent();
    }

    @Test
    void newPasswordEndsSessionsAndEnables() {
        var cookie = commands.with("root", Role.ADMIN).with("ann", Role.VIEWER).accounts()
                .signIn("ann", new Secret(PASSWORD), "here").orElseThrow();
        commands.run("user", "disable", "ann");

        commands.typing(OTHER).run("user", "password", "ann");

        assertThat(commands.accounts().bySession(cookie)).isEmpty();
        assertThat(commands.accounts().user("ann").orElseThrow()).extracting(User::disabled, User::role)
                .containsExactly(false, Role.VIEWER);
        assertThat(commands.audit().getFirst()).extracting(AuditEntry::command, AuditEntry::parameters)
                .containsExactly("changeUser", Map.of("password", "••••", "disabled", "false"));
    }

    @Test
    void lostPasswordOfNobodyPointsToTheSetUpAddress() {
        var ended = commands.run("user", "password", "root");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("no users yet").contains("open the address that it prints");
    }

    @Test
    void weakNewPasswordChangesNothing() {
        commands.with("root", Role.ADMIN);

        assertThat(commands.typing("short").run("user", "password", "root").code()).isEqualTo(1);
        assertThat(commands.accounts().signIn("root", new Secret(PASSWORD), "here")).isPresent();
    }

    @Test
    void disabledUserIsSignedOutAndEnabledOneSignsInAgain() {
        var cookie = commands.with("root", Role.ADMIN).with("ann", Role.OPERATOR).accounts()
                .signIn("ann", new Secret(PASSWORD), "here").orElseThrow();

        assertThat(commands.run("user", "disable", "Ann").out()).isEqualTo("User \"ann\" may not sign in any more.\n");
        assertThat(commands.accounts().bySession(cookie)).isEmpty();
        assertThat(commands.accounts().signIn("ann", new Secret(PASSWORD), "here")).isEmpty();

        assertThat(commands.run("user", "enable", "ann").out()).isEqualTo("User \"ann\" may sign in.\n");
        assertThat(commands.accounts().signIn("ann", new Secret(PASSWORD), "here")).isPresent();
        assertThat(commands.audit()).extracting(AuditEntry::parameters)
                .containsExactly(Map.of("disabled", "false"), Map.of("disabled", "true"));
    }

    @Test
    void userWhoIsRemovedIsGone() {
        commands.with("root", Role.ADMIN).with("ann", Role.OPERATOR);

        assertThat(commands.run("user", "remove", "ann").out()).isEqualTo("User \"ann\" is removed.\n");
        assertThat(commands.accounts().user("ann")).isEmpty();
        assertThat(commands.audit().getFirst()).extracting(AuditEntry::command, AuditEntry::target)
                .containsExactly("removeUser", Optional.of("user:ann"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "disable", "remove" })
    void lastAdministratorStays(String command) {
        commands.with("root", Role.ADMIN).with("ann", Role.OPERATOR);

        var ended = commands.run("user", command, "root");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith("pm2-console: \"root\" is the last administrator");
        assertThat(commands.accounts().user("root").orElseThrow().disabled()).isFalse();
        assertThat(commands.audit().getFirst().code()).contains("LAST_ADMIN");
    }

    @ParameterizedTest
    @ValueSource(strings = { "password", "disable", "enable", "remove" })
    void userThatDoesNotExistIsSaid(String command) {
        var ended = commands.with("root", Role.ADMIN).run("user", command, "nobody");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).isEqualToIgnoringNewLines("pm2-console: there is no user \"nobody\"");
        assertThat(commands.audit().getFirst().code()).contains("NOT_FOUND");
    }
}
