package dev.pm2console.process;

/// Told what happens, on the thread that noticed it: returns at once and never throws.
public interface DaemonListener {

    /// The daemon came or went; `status` is the new state.
    void daemonChanged(DaemonStatus status);

    /// Something happened to a process.
    void processEvent(ProcessEvent event);

    /// The list of processes, or a fact in one of them, is another than before.
    void listChanged();
}
