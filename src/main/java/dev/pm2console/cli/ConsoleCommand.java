package dev.pm2console.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;

import dev.pm2console.accounts.AccountException;
import dev.pm2console.accounts.Role;
import dev.pm2console.storage.StorageException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// `pm2-console COMMAND …`: what is typed at the machine. A command ends with 0 when it was done, with 1 and one sentence on the
/// standard error where it was not, with 2 where it can't be understood.
@Command(name = "pm2-console", mixinStandardHelpOptions = true, subcommands = HelpCommand.class, description = {
        "Looks after PM2 Console and who may use it. Without a command it is the console itself.", "" }, footer = { "",
                "The data directory is that of the console (console.data), which may be running.", "",
                "Exit code: 0 when it is done, 1 when it was refused or the console is not up,",
                "2 when the command is not understood." })
public final class ConsoleCommand {

    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private ConsoleCommand() {
    }

    /// Runs a command.
    ///
    /// @param place what the commands find
    /// @param out   for what was asked for
    /// @param err   for what is to be told besides
    /// @return the exit code
    public static int run(Place place, PrintWriter out, PrintWriter err, String... arguments) {
        var line = new CommandLine(new ConsoleCommand())
                .addSubcommand(new TokenCommands(place.desk()))
                .addSubcommand(new UserCommands(place.desk(), place.passwords()))
                .addSubcommand(new HealthCommand(place.health()))
                .addSubcommand(new ServiceCommand(place.installation(), place.version()))
                .registerConverter(Role.class, ConsoleCommand::role)
                .registerConverter(Name.class, Name::parse)
                .registerConverter(Path.class, Path::of) // picocli's own needs reflection
                .registerConverter(Expiry.class, Expiry::parse)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, _) -> notUnderstood(e))
                .setExecutionExceptionHandler((e, at, _) -> refused(e, at.getErr()));
        setVersion(line.getCommandSpec(), "pm2-console " + place.version());
        return line.execute(arguments);
    }

    private static void setVersion(CommandSpec spec, String version) {
        spec.version(version);
        spec.subcommands().values().forEach(it -> setVersion(it.getCommandSpec(), version));
    }

    private static Role role(String typed) {
        return Arrays.stream(Role.values()).filter(it -> it.toString().equalsIgnoreCase(typed)).findFirst()
                .orElseThrow(() -> new TypeConversionException("it is one of " + Arrays.toString(Role.values())));
    }

    private static int notUnderstood(ParameterException e) {
        var err = e.getCommandLine().getErr();
        say(err, e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return NOT_UNDERSTOOD;
    }

    private static int refused(Exception e, PrintWriter err) {
        say(err, switch (e) {
            case AccountException refused -> refused.getMessage();
            case RefusedException refused -> refused.getMessage();
            case StorageException refused -> refused.getMessage();
            default -> "failed: " + e;
        });
        return REFUSED;
    }

    private static void say(PrintWriter err, String sentence) {
        err.println("pm2-console: " + sentence.strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
