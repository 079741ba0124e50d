package dev.pm2console.accounts;

import java.util.Optional;

/// Who asks, through which door, and on whose behalf.
///
/// @param name    the user's name, or `token:` and a token's
/// @param role    what that one may do
/// @param door    `rest`, `web`, `mcp` or `cli`
/// @param agent   the program that says it acts for the caller: for the audit, never for a decision
/// @param session that program's session, likewise
/// @param message the message in that session, likewise
public record Caller(
        String name, Role role, String door, Optional<String> agent, Optional<String> session, Optional<String> message) {
}
