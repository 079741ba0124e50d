package dev.pm2console.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.pm2console.command.Command;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Results;

/// What the buttons beside a process do.
public enum Action {
    START("start", "Start", "Started", Operation.START_STOPPED, "", Command.StartStopped::new),
    STOP("stop", "Stop", "Stopped", Operation.STOP_PROCESS,
            "It stays in the list and can be started again.", Command.StopProcess::new),
    RESTART("restart", "Restart", "Restarted", Operation.RESTART_PROCESS, "",
            target -> new Command.RestartProcess(target, Map.of())),
    RELOAD("reload", "Reload", "Reloaded", Operation.RELOAD_PROCESS, "", Command.ReloadProcess::new),
    GRACEFUL_RELOAD("graceful-reload", "Graceful reload", "Reloaded", Operation.GRACEFUL_RELOAD, "",
            Command.GracefulReload::new),
    RESET("reset", "Reset counters", "Reset the counters of", Operation.RESET_METADATA, "", Command.ResetMetadata::new),
    DELETE("delete", "Delete", "Deleted", Operation.DELETE_PROCESS,
            "It is stopped and removed from PM2's list. Its files and logs stay.", Command.DeleteProcess::new);

    private final String word;
    private final String label;
    private final String past;
    private final Operation operation;
    private final String warning;
    private final Function<String, Command<?>> command;

    Action(String word, String label, String past, Operation operation, String warning,
            Function<String, Command<?>> command) {
        this.word = word;
        this.label = label;
        this.past = past;
        this.operation = operation;
        this.warning = warning;
        this.command = command;
    }

    /// The action that a button names; empty where there is none.
    static Optional<Action> of(String word) {
        return Arrays.stream(values()).filter(action -> action.word.equals(word)).findFirst();
    }

    /// What its button sends.
    public String word() {
        return word;
    }

    /// What its button says.
    public String label() {
        return label;
    }

    /// What is said when it is done.
    String past() {
        return past;
    }

    Operation operation() {
        return operation;
    }

    /// What is lost; empty where nothing, and then nobody is asked.
    public String warning() {
        return warning;
    }

    /// The command that does it to these processes.
    Command<?> command(String target) {
        return command.apply(target);
    }

    /// What to tell of an answer, besides that it is done.
    static Optional<String> warningIn(Object result) {
        return result instanceof Results.Reloaded reloaded ? reloaded.warning() : Optional.empty();
    }
}
