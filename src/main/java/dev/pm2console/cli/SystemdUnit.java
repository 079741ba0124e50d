package dev.pm2console.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The unit that lets systemd run the console.
///
/// What the console starts with the `pm2` command, PM2's daemon among it where none runs, belongs to the unit and is bound by
/// its restrictions. So the unit ends nothing but the console, and forbids nothing that an application needs that runs as the
/// same user: no private `/tmp` or `/dev`, no hidden home directories, no limit of memory, and memory that is made executable
/// (V8 and Java compile) is allowed.
///
/// @param writable where else applications write
record SystemdUnit(Installation installation, List<Path> writable, String version) {

    static final Path ENVIRONMENT_FILE = Path.of("/etc/pm2-console.env");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@+=:,./-]+");
    private static final String ROOT = "root";
    private static final List<Path> FOR_EVERYBODY = List.of(Path.of("/tmp"), Path.of("/var/tmp"));

    SystemdUnit {
        writable = List.copyOf(writable);
    }

    String text() {
        var user = installation.user();
        return """
                # Printed by "pm2-console service" (%s): print it anew after the console was moved.
                [Unit]
                Description=PM2 Console
                # PM2's own unit, where "pm2 startup" made one: then PM2 runs outside of this unit and its restrictions.
                Wants=network-online.target pm2-%s.service
                After=network-online.target pm2-%s.service

                [Service]
                Type=exec
                User=%s
                WorkingDirectory=%s
                Environment=%s
                # Further settings, such as CONSOLE_ADMIN_TOKEN; for root only (mode 0600).
                EnvironmentFile=-%s
                ExecStart=%s
                # How Java ends when it is asked to.
                SuccessExitStatus=143
                Restart=on-failure
                RestartSec=2
                TimeoutStopSec=60
                # PM2 and its applications go on when the console is stopped, and the console when one of them takes too much memory.
                KillMode=process
                OOMPolicy=continue
                LimitNOFILE=16384:524288

                # The console writes to these places only; so does a PM2 that it starts, with its applications.
                ProtectSystem=strict
                ReadWritePaths=%s
                %sLockPersonality=yes
                ProtectClock=yes
                ProtectControlGroups=yes
                ProtectHostname=yes
                ProtectKernelLogs=yes
                ProtectKernelModules=yes
                ProtectKernelTunables=yes
                RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
                RestrictRealtime=yes
                RestrictSUIDSGID=yes
                SystemCallArchitectures=native
                SystemCallErrorNumber=EPERM
                SystemCallFilter=@system-service

                [Install]
                WantedBy=multi-user.target
                """
                .formatted(version, specifiers(user), specifiers(user), specifiers(user),
                        specifiers(installation.workingDirectory().toString()), environment(), ENVIRONMENT_FILE, command(),
                        paths(),
                        privileges());
    }

    /// Nobody but root has privileges that could be taken away, and applications of root may have to give theirs up themselves.
    private String privileges() {
        return installation.user().equals(ROOT) ? "" : """
                NoNewPrivileges=yes
                CapabilityBoundingSet=
                """;
    }

    private String environment() {
        return words(Stream.of("PATH=" + installation.absoluteSearchPath(), "CONSOLE_DATA=" + installation.data(),
                "CONSOLE_PM2_HOME=" + installation.pm2Home(), "CONSOLE_APPS_ROOT=" + installation.appsRoot()));
    }

    private String paths() {
        return words(Stream.of(installation.directories(), writable, FOR_EVERYBODY).flatMap(List::stream).distinct()
                .map(Path::toString));
    }

    /// In a command line, systemd puts in variables of the environment.
    private String command() {
        return words(installation.command().stream().map(it -> it.replace("$", "$$")));
    }

    private static String words(Stream<String> words) {
        return words.map(SystemdUnit::word).collect(Collectors.joining(" "));
    }

    private static String word(String text) {
        return PLAIN.matcher(text).matches() ? text
                : "\"" + specifiers(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String specifiers(String text) {
        return text.replace("%", "%%");
    }
}
