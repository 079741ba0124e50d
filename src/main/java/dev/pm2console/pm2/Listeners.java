package dev.pm2console.pm2;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jboss.logging.Logger;

import dev.pm2console.process.DaemonListener;
import dev.pm2console.process.DaemonNote;
import dev.pm2console.process.DaemonStatus;
import dev.pm2console.process.ProcessEvent;

/// Those who want to know what happens to one daemon. One that fails is its own affair: the others are told all the same.
final class Listeners implements DaemonListener {

    private static final Logger LOG = Logger.getLogger(Listeners.class);

    private final List<DaemonListener> listeners = new CopyOnWriteArrayList<>();

    void add(DaemonListener listener) {
        listeners.add(listener);
    }

    @Override
    public void daemonChanged(DaemonStatus status) {
        listeners.forEach(it -> tell(() -> it.daemonChanged(status)));
    }

    @Override
    public void processEvent(ProcessEvent event) {
        listeners.forEach(it -> tell(() -> it.processEvent(event)));
    }

    @Override
    public void daemonNote(DaemonNote note) {
        listeners.forEach(it -> tell(() -> it.daemonNote(note)));
    }

    @Override
    public void listChanged() {
        listeners.forEach(it -> tell(it::listChanged));
    }

    private static void tell(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            LOG.error("a listener failed", e);
        }
    }
}
