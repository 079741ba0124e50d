package dev.pm2console.storage;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

/// Work again and again that the database may fail. That it does is told once, in a sentence, and so is that it works again.
public final class StorageTries {

    private final Logger log;
    private final String kept;
    private final AtomicBoolean failing = new AtomicBoolean();

    /// What became of one.
    public enum Outcome {
        DONE,
        /// The same may work later.
        LATER,
        /// The same would never work.
        NEVER
    }

    /// @param teller whose log it is
    /// @param kept   what the work keeps, as the log calls it
    public StorageTries(Class<?> teller, String kept) {
        this.log = Logger.getLogger(teller);
        this.kept = kept;
    }

    public Outcome run(Runnable work) {
        try {
            work.run();
        } catch (StorageException e) {
            if (!e.mayPass()) {
                log.errorf(e, "%s: not kept", kept);
                return Outcome.NEVER;
            }
            if (!failing.getAndSet(true)) {
                log.errorf("%s: not kept for now, as %s", kept, e.getMessage());
            }
            return Outcome.LATER;
        }
        if (failing.getAndSet(false)) {
            log.warnf("%s: kept again", kept);
        }
        return Outcome.DONE;
    }

    /// Whether the last one may work later.
    public boolean isFailing() {
        return failing.get();
    }
}
