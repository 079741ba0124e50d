package dev.pm2console;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;

import org.jboss.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

import dev.pm2console.accounts.AccountTables;
import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Passwords;
import dev.pm2console.accounts.SessionConfig;
import dev.pm2console.accounts.SessionKey;
import dev.pm2console.audit.AuditConfig;
import dev.pm2console.audit.AuditTable;
import dev.pm2console.audit.StoredAuditLog;
import dev.pm2console.cli.ConsoleCommand;
import dev.pm2console.cli.Desk;
import dev.pm2console.cli.Installation;
import dev.pm2console.cli.NewPassword;
import dev.pm2console.cli.Place;
import dev.pm2console.storage.DataDirectory;
import dev.pm2console.storage.Database;
import dev.pm2console.storage.StorageConfig;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.quarkus.runtime.configuration.RuntimeConfigBuilder;
import io.smallrye.config.PropertiesLocationConfigSourceFactory;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/// Runs one of the executable's commands, without the framework: nothing listens, nothing is scheduled, PM2 is not touched.
/// The data directory is opened beside the console that may be running on it, and so its lock is left alone.
final class CommandMode {

    private static final Logger LOG = Logger.getLogger(CommandMode.class);
    private static final int PRIORITY = 200;

    private CommandMode() {
    }

    /// @return the exit code
    static int run(List<String> arguments) {
        logToStandardError();
        var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        var out = new PrintWriter(System.out, true, System.out.charset());
        var err = new PrintWriter(System.err, true, System.err.charset());
        var place = new Place(CommandMode::desk, NewPassword.typed(terminal, System.in, err),
                () -> installation(arguments.getFirst()), () -> OwnAddress.health(sources().build()), version());
        return ConsoleCommand.run(place, out, err, arguments.toArray(String[]::new));
    }

    /// What the console would read, from the same places and in the same order. Only what is needed is looked at, so that a
    /// mistake elsewhere in the configuration is no hindrance. The converters are named, because a native executable finds no
    /// services.
    static SmallRyeConfig settings() {
        return sources()
                .withConverter(Path.class, PRIORITY, new PathConverter())
                .withConverter(Duration.class, PRIORITY, new DurationConverter())
                .withMapping(StorageConfig.class)
                .withMapping(SessionConfig.class)
                .withMapping(AuditConfig.class)
                .withMappingIgnore("console.**")
                .build();
    }

    private static SmallRyeConfigBuilder sources() {
        return new SmallRyeConfigBuilder()
                .withCustomizers(new RuntimeConfigBuilder())
                .withSources(new PropertiesLocationConfigSourceFactory());
    }

    private static String version() {
        return sources().build().getOptionalValue("pm2-console.version", String.class).orElse("unknown");
    }

    private static Installation installation(String command) {
        var settings = settings();
        var userHome = Storage.userHome();
        return new ThisInstallation(ProcessHandle.current().info(), command, System.getenv()).with(settings,
                settings.getConfigMapping(StorageConfig.class).dataIn(userHome), userHome, System.getProperty("user.name"));
    }

    private static Desk desk() {
        var settings = settings();
        var random = new SecureRandom();
        var clock = InstantSource.system();
        var path = settings.getConfigMapping(StorageConfig.class).dataIn(Storage.userHome());
        if (!Files.exists(path)) {
            LOG.warnf("%s is made now: if a console runs already, its data is elsewhere (console.data)", path);
        }
        var directory = DataDirectory.open(path);
        var database = Database.open(directory, Storage.SCHEMAS);
        var accounts = new Accounts(new AccountTables(database), new SessionKey(directory.key(random)),
                new Passwords(Passwords.COST), random, clock, settings.getConfigMapping(SessionConfig.class));
        var audit = new StoredAuditLog(new AuditTable(database), clock, settings.getConfigMapping(AuditConfig.class));
        return new Desk(accounts, audit, clock, ZoneId.systemDefault(), System.getProperty("user.name"), database::close);
    }

    /// Warnings only, beside the output: what a command prints may be another program's input.
    private static void logToStandardError() {
        var handler = new ConsoleHandler(ConsoleHandler.Target.SYSTEM_ERR, new PatternFormatter("pm2-console: %s%n"));
        handler.setLevel(Level.WARNING);
        InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] { handler });
    }
}
