package dev.pm2console.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import dev.pm2console.command.Command;
import dev.pm2console.command.Results;
import io.quarkus.qute.TemplateEnum;

/// What the buttons beside a process do.
@TemplateEnum
public enum Action {
    START("start", "Start", "Started", ""),
    STOP("stop", "Stop", "Stopped", "What is stopped stays in the list and can be started again."),
    RESTART("restart", "Restart", "Restarted", ""),
    RELOAD("reload", "Reload", "Reloaded", ""),
    GRACEFUL_RELOAD("graceful-reload", "Graceful reload", "Reloaded", ""),
    RESET("reset", "Reset counters", "Reset the counters of", ""),
    DELETE("delete", "Delete", "Deleted", "What is deleted is stopped and leaves PM2's list. Files and logs stay.");

    private final String word;
    private final String label;
    private final String past;
    private final String warning;

    Action(String word, String label, String past, String warning) {
        this.word = word;
        this.label = label;
        this.past = past;
        this.warning = warning;
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

    /// What is lost; empty where nothing, and then nobody is asked.
    public String warning() {
        return warning;
    }

    /// The command that does it to these processes.
    Command<?> command(String target) {
        return switch (this) {
            case START -> new Command.StartStopped(target);
            case STOP -> new Command.StopProcess(target);
            case RESTART -> new Command.RestartProcess(target, Map.of());
            case RELOAD -> new Command.ReloadProcess(target);
            case GRACEFUL_RELOAD -> new Command.GracefulReload(target);
            case RESET -> new Command.ResetMetadata(target);
            case DELETE -> new Command.DeleteProcess(target);
        };
    }

    /// What to tell of an answer, besides that it is done.
    static Optional<String> warningIn(Object result) {
        return result instanceof Results.Reloaded reloaded ? reloaded.warning() : Optional.empty();
    }
}
