/// Who there is: users and their passwords, tokens of programs, sessions of browsers, the roles, and who is calling. What is
/// asked with every request is answered from memory.
///
/// May import: `storage`, the password libraries, the JDK, the logging facade.
package dev.pm2console.accounts;
