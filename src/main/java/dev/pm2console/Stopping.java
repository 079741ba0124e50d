package dev.pm2console;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;

import dev.pm2console.command.CommandService;
import dev.pm2console.pm2.Pm2;
import dev.pm2console.security.OpenRequests;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;

/// What the console does about commands that take too long when it was asked to stop. Live streams were told (`OpenStreams`) and
/// requests had their time (`OpenRequests`) before this; the server still answers.
final class Stopping {

    private static final int AFTER_WAITING = 20_000;

    /// Whoever still waits for PM2 learns that nobody knows how it ended.
    void giveUp(@Observes @Priority(AFTER_WAITING) ShutdownDelayInitiatedEvent stops, CommandService commands, Pm2 pm2,
            OpenRequests requests) throws InterruptedException {
        if (commands.abandon()) {
            pm2.close();
            requests.awaitAnswers();
        }
    }
}
