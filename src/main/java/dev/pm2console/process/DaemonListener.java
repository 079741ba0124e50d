package dev.pm2console.process;

/// Told what happens, on the thread that noticed it: returns at once and never throws.
public interface DaemonListener {

    /// The daemon came or went; `status` is the new state.
    void daemonChanged(DaemonStatus status);

    /// Something happened to a process.
    void processEvent(ProcessEvent event);

    /// The daemon said why it does what it does; in the order in which events of processes come.
    default void daemonNote(DaemonNote note) {
        // who only wants to know what is, has no need of it
    }

    /// The list of processes, or a fact in one of them, is another than before.
    void listChanged();
}
