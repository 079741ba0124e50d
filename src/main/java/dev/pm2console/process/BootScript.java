package dev.pm2console.process;

import java.nio.file.Path;

/// A script that makes the machine bring PM2 back when it boots.
///
/// @param platform   as the caller named it, or as it was found
/// @param initSystem the init system that will run it: `systemd`, `systemv`, `openrc`, `launchd` or `rcd`
/// @param user       whose PM2 it starts
/// @param path       where it belongs
/// @param text       the script
public record BootScript(String platform, String initSystem, String user, Path path, String text) {
}
