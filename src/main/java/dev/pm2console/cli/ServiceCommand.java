package dev.pm2console.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Vetoed;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `service`: the console as a service of the machine.
@Vetoed // runs where there is no container
@Command(name = "service", mixinStandardHelpOptions = true, description = {
        "Prints a systemd unit, which runs the console as it would run if it were started here, by this user, with the options"
                + " that stand before the command." })
final class ServiceCommand implements Runnable {

    private final Supplier<Installation> installation;
    private final String version;

    @Option(names = "--write", paramLabel = "PATH", description = "Where else applications write that the console starts, besides"
            + " the apps root and PM2's home. Can be given more than once.")
    private List<Path> writable = List.of();

    @Spec
    private CommandSpec spec;

    ServiceCommand(Supplier<Installation> installation, String version) {
        this.installation = installation;
        this.version = version;
    }

    @Override
    public void run() {
        var here = installation.get();
        checkWritable();
        spec.commandLine().getOut().print(new SystemdUnit(here, writable, version).text());
        spec.commandLine().getOut().flush();
        say("Look through it, save it as /etc/systemd/system/pm2-console.service, then: systemctl daemon-reload; systemctl"
                + " enable --now pm2-console");
        here.directories().stream().filter(it -> !Files.isDirectory(it))
                .forEach(it -> say("Missing, and the console does not start without it: mkdir -p -m 700 '" + it + "' (as "
                        + here.user() + ")"));
        if (!here.variables().isEmpty()) {
            say("Set here, and not in the unit. What is needed of it belongs into " + SystemdUnit.ENVIRONMENT_FILE + ": "
                    + String.join(", ", here.variables()));
        }
    }

    private void checkWritable() {
        for (var path : writable) {
            if (!path.isAbsolute()) {
                throw new RefusedException("--write " + path + " is no absolute path");
            }
        }
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println("pm2-console: " + sentence);
    }
}
