/// The door for people: pages rendered on the server, which work without scripts, and the sockets that make them live.
///
/// May import: `command`, `live`, `security` and what those may import; never another door, never `pm2`.
package dev.pm2console.web;
