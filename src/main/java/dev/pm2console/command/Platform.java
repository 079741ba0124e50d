package dev.pm2console.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The systems that a boot script can be made for, with the init system each uses. PM2 itself knows the init systems, and
/// not `redhat` and `gentoo`.
public enum Platform {
    UBUNTU("systemd"),
    CENTOS("systemd"),
    REDHAT("systemd"),
    SYSTEMD("systemd"),
    AMAZON("systemv"),
    GENTOO("openrc"),
    DARWIN("launchd"),
    FREEBSD("rcd");

    private final String initSystem;

    Platform(String initSystem) {
        this.initSystem = initSystem;
    }

    public String initSystem() {
        return initSystem;
    }

    /// The platform of this name, or empty where there is none.
    public static Optional<Platform> of(String name) {
        return Arrays.stream(values()).filter(platform -> platform.toString().equals(name)).findFirst();
    }

    /// The platform of a machine, told by the tool that manages its services.
    ///
    /// @param searchPath the directories where commands are
    public static Optional<Platform> detect(List<Path> searchPath) {
        record Tool(String name, Platform platform) {
        }
        return List.of(new Tool("systemctl", SYSTEMD), new Tool("chkconfig", AMAZON), new Tool("rc-update", GENTOO),
                new Tool("launchctl", DARWIN), new Tool("sysrc", FREEBSD)).stream()
                .filter(tool -> searchPath.stream().anyMatch(directory -> Files.isExecutable(directory.resolve(tool.name))))
                .map(Tool::platform).findFirst();
    }

    /// Its name in the API: `ubuntu`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
