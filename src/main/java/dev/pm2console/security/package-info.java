/// Who may come in: roles and callers, the administrator's token, sessions, the one-time set-up address, and the rule of
/// origin and host.
///
/// May import: `process`, `audit`, the framework's HTTP and security interfaces.
package dev.pm2console.security;
