package dev.pm2console.pm2;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

import dev.pm2console.process.ProcessId;

/// Runs the actions that applications offer: a call asks for one, and the application's reply comes over the bus.
final class CustomActions {

    private final DaemonCalls calls;
    private final ActionReplies replies;

    CustomActions(DaemonCalls calls, ActionReplies replies) {
        this.calls = calls;
        this.replies = replies;
    }

    /// Asks for an action, and waits for the reply: JSON, empty if none came in time.
    Optional<String> trigger(ProcessId id, String action, Optional<String> parameter, Duration patience) {
        var message = new LinkedHashMap<String, Object>();
        message.put("id", id.value());
        message.put("msg", action);
        parameter.ifPresent(value -> message.put("opts", value));
        try (var reply = replies.expect(id, action)) {
            calls.call("msgProcess", message);
            return reply.await(patience);
        }
    }
}
