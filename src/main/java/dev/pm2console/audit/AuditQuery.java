package dev.pm2console.audit;

import java.time.Instant;
import java.util.Optional;

/// Which entries are wanted; what is empty may be anything. Texts are looked for as entries have them.
///
/// @param actor   who asked; upper and lower case are the same
/// @param agent   the program that said it acted for the actor
/// @param session that program's session
/// @param process what the command was for
/// @param outcome how it ended
/// @param from    not before
/// @param to      before
public record AuditQuery(
        Optional<String> actor,
        Optional<String> agent,
        Optional<String> session,
        Optional<String> process,
        Optional<AuditEntry.Outcome> outcome,
        Optional<Instant> from,
        Optional<Instant> to) {

    public AuditQuery {
        agent = agent.map(text -> AuditText.plain(text, AuditText.SAID));
        session = session.map(text -> AuditText.plain(text, AuditText.SAID));
        process = process.map(text -> AuditText.plain(text, AuditText.VALUE));
    }
}
