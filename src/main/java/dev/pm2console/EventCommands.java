package dev.pm2console;

import java.time.InstantSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.pm2console.accounts.Caller;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.command.AccountCommand;
import dev.pm2console.command.Command;
import dev.pm2console.command.CommandListener;
import dev.pm2console.events.Asked;
import dev.pm2console.events.Done;
import dev.pm2console.events.EventEngine;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Signal;
import dev.pm2console.process.Target;

/// Tells the engine of events who asks for what through this console.
final class EventCommands implements CommandListener {

    private final EventEngine engine;
    private final ProcessManager manager;
    private final InstantSource clock;
    /// By the very command: two that are alike may be carried out at once.
    private final Map<Command<?>, Asked> running = Collections.synchronizedMap(new IdentityHashMap<>());

    EventCommands(EventEngine engine, ProcessManager manager, InstantSource clock) {
        this.engine = engine;
        this.manager = manager;
        this.clock = clock;
    }

    @Override
    public void began(Caller caller, Command<?> command) {
        if (isTold(command)) {
            var asked = asked(caller, command);
            running.put(command, asked);
            engine.began(asked);
        }
    }

    @Override
    public void ended(Command<?> command, AuditEntry entry) {
        Optional.ofNullable(running.remove(command)).ifPresent(asked -> engine.ended(asked, switch (entry.outcome()) {
            case DONE -> Optional.of(done(entry, true));
            case UNKNOWN -> Optional.of(done(entry, false));
            case REFUSED, FAILED -> Optional.empty();
        }));
    }

    private static boolean isTold(Command<?> command) {
        return switch (command) {
            case AccountCommand<?> _ -> false;
            case Command.StartEcosystem it -> !it.preview();
            default -> true;
        };
    }

    private Asked asked(Caller caller, Command<?> command) {
        var targets = command.target().map(text -> Target.parse(text).select(manager.known())).orElse(List.of());
        var names = targets.isEmpty() ? command.target().stream().collect(Collectors.toSet())
                : targets.stream().map(ManagedProcess::name).collect(Collectors.toSet());
        var ids = command instanceof Command.ScaleProcess ? Set.<ProcessId> of()
                : targets.stream().map(ManagedProcess::id).collect(Collectors.toSet());
        return new Asked(command.operation().publicName(), caller.name(), ids, names, isForAnything(command), signal(command),
                clock.instant());
    }

    private static boolean isForAnything(Command<?> command) {
        return switch (command) {
            case Command.StartProcess it -> it.app().name().isEmpty();
            case Command.StartEcosystem _ -> true;
            case Command.ResurrectProcesses _ -> true;
            case Command.KillPm2 _ -> true;
            default -> false;
        };
    }

    private static Optional<String> signal(Command<?> command) {
        return command instanceof Command.SendSignal it ? Optional.of(it.signal()).map(Signal::name) : Optional.empty();
    }

    private static Done done(AuditEntry entry, boolean certain) {
        var target = entry.target().map(it -> " " + it).orElse("");
        var parameters = entry.parameters().entrySet().stream()
                .filter(it -> !it.getValue().equals("false")).map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining(", "));
        return new Done(entry.at(), entry.target(),
                entry.command() + target + (parameters.isEmpty() ? "" : " (" + parameters + ")"), certain);
    }
}
