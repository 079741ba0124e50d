/// What can be done: one sealed [Command] with a record for each operation, and [CommandService], which every door goes
/// through: authorise, validate, execute, audit.
///
/// May import: `process`, `metrics`, `logs`, `events`, `audit`, the JSON parser's tree, Bean Validation.
package dev.pm2console.command;
