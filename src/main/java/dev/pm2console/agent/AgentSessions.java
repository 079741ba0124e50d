package dev.pm2console.agent;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

import jakarta.inject.Singleton;

import dev.pm2console.security.Credential;
import io.quarkiverse.mcp.server.runtime.ConnectionManager;

/// Whose the sessions of MCP clients are. Each is of the token that opened it alone, and a token has so many: of more, the oldest
/// ends. A token is not its name: a new one of the same name has none of the old one's.
@Singleton
class AgentSessions {

    private static final int OF_A_TOKEN = 64;

    private final ConnectionManager connections;
    private final Map<Credential, SequencedSet<String>> byOwner = new HashMap<>();

    AgentSessions(ConnectionManager connections) {
        this.connections = connections;
    }

    synchronized void opened(String session, Credential owner) {
        byOwner.values().forEach(them -> them.removeIf(it -> !connections.has(it)));
        byOwner.values().removeIf(SequencedSet::isEmpty); // tokens come and go
        var sessions = byOwner.computeIfAbsent(owner, _ -> new LinkedHashSet<>());
        sessions.add(session);
        if (sessions.size() > OF_A_TOKEN) {
            connections.remove(sessions.removeFirst());
        }
    }

    /// Whether it is there, and somebody else's.
    synchronized boolean isOfAnother(String session, Credential owner) {
        return connections.has(session) && !byOwner.getOrDefault(owner, new LinkedHashSet<>()).contains(session);
    }

    boolean isThere(String session) {
        return connections.has(session);
    }
}
