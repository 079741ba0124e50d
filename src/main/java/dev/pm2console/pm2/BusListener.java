package dev.pm2console.pm2;

import dev.pm2console.process.DaemonFailure.Unreachable;

/// Told whether the bus can be heard. Called on the bus's reading thread: must return at once.
public interface BusListener {

    /// Listens to nothing.
    BusListener NONE = new BusListener() {
        @Override
        public void connected() {
            // nobody to tell
        }

        @Override
        public void disconnected(Unreachable why) {
            // nobody to tell
        }
    };

    /// From now on messages come. What was said while there was no connection is lost.
    void connected();

    /// No messages come. Called at the first failure, and again when the reason becomes another.
    void disconnected(Unreachable why);
}
