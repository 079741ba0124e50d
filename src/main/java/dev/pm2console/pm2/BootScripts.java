package dev.pm2console.pm2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;

import dev.pm2console.process.BootScript;
import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;

/// The scripts that bring PM2 back when the machine boots: the templates of the installed PM2, filled in.
final class BootScripts {

    /// PM2's template for openrc knows no home but `~/.pm2`.
    private static final String HOME_OF_USER = "(?m)^export PM2_HOME=\\$\\(eval .*$";

    private final Pm2Command command;
    private final Pm2Home home;
    private final Path userHome;

    BootScripts(Pm2Command command, Pm2Home home, Path userHome) {
        this.command = command;
        this.home = home;
        this.userHome = userHome;
    }

    /// Fills the template for an init system.
    BootScript script(String platform, String initSystem, String user) {
        var service = switch (initSystem) {
            case "launchd" -> "pm2." + user;
            case "rcd" -> "pm2_" + user;
            case "openrc" -> "pm2";
            default -> "pm2-" + user;
        };
        var path = switch (initSystem) {
            case "systemd" -> Path.of("/etc/systemd/system", service + ".service");
            case "launchd" -> userHome.resolve("Library/LaunchAgents").resolve(service + ".plist");
            case "rcd" -> Path.of("/usr/local/etc/rc.d", service);
            default -> Path.of("/etc/init.d", service);
        };
        // PM2 has one template for every init system that reads /etc/init.d scripts of the old kind
        var template = initSystem.equals("systemv") ? "upstart" : initSystem;
        var text = template(template)
                .replace("%PM2_PATH%", executable())
                .replace("%NODE_PATH%", command.searchPath())
                .replace("%USER%", user)
                .replace("%HOME_PATH%", home.directory().toString())
                .replace("%SERVICE_NAME%", service)
                .replaceFirst(HOME_OF_USER,
                        Matcher.quoteReplacement("export PM2_HOME=" + ShellLine.quote(home.directory().toString())));
        return new BootScript(platform, initSystem, user, path, text);
    }

    /// The command line that installs it, to be pasted into a root shell.
    String commandLine(String initSystem, String user) {
        return ShellLine.of(List.of("sudo", "env", "PATH=" + command.searchPath(), "PM2_HOME=" + home.directory(),
                executable(), "startup", initSystem, "-u", user));
    }

    /// Lets PM2's command install it: as root only.
    void install(String initSystem, String user) {
        command.run("startup", initSystem, "-u", user);
    }

    private String executable() {
        return command.packageDirectory().map(directory -> directory.resolve("bin/pm2").toString())
                .orElseThrow(() -> failure("the pm2 command was not found"));
    }

    private String template(String name) {
        var file = command.packageDirectory()
                .orElseThrow(() -> failure("the pm2 command was not found, and the templates are part of it"))
                .resolve("lib/templates/init-scripts").resolve(name + ".tpl");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw failure("the installed PM2 has no template for " + name);
        }
    }

    private static DaemonException failure(String reason) {
        return new DaemonException(new DaemonFailure.Refused("startup", reason));
    }
}
