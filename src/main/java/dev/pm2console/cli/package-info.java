/// The door for whoever is at the machine: the executable's own commands, for tokens and users, for asking the console how it is,
/// and for making it a service. Those for tokens and users work on the files of the
/// data directory, whether a console runs or not; one that does takes over what they change.
///
/// May import: `accounts`, `audit`, `storage`, picocli, the JSON library, the JDK.
package dev.pm2console.cli;
