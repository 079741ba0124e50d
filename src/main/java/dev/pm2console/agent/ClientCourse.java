package dev.pm2console.agent;

import dev.pm2console.command.Course;
import io.quarkiverse.mcp.server.Cancellation;
import io.quarkiverse.mcp.server.Progress;

/// Tells a client how far its call is, where it wants to know, and learns from it that the call is called off.
final class ClientCourse implements Course {

    private static final long AT_MOST_EVERY_NS = 200_000_000;

    private final Progress progress;
    private final Cancellation cancellation;
    private long told;
    private int last = -1;

    ClientCourse(Progress progress, Cancellation cancellation) {
        this.progress = progress;
        this.cancellation = cancellation;
    }

    @Override
    public synchronized void reached(int done, int of, String what) {
        var now = System.nanoTime();
        if (progress.token().isEmpty() || done <= last || (last >= 0 && done != of && now - told < AT_MOST_EVERY_NS)) {
            return;
        }
        told = now;
        last = done;
        var notification = progress.notificationBuilder().setProgress(done);
        if (of > 0) {
            notification.setTotal(of);
        }
        notification.setMessage(done + (of > 0 ? " of " + of : "") + (what.isEmpty() ? "" : ": " + Untrusted.plain(what)))
                .build().sendAndForget();
    }

    @Override
    public boolean isCalledOff() {
        return cancellation.check().isRequested();
    }
}
