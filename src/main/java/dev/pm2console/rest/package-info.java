/// The door for programs: JSON resources under `/api/v1`, and the one mapper that turns every failure into
/// `application/problem+json`.
///
/// May import: `command`, `live`, `security` and what those may import; never another door, never `pm2`.
package dev.pm2console.rest;
