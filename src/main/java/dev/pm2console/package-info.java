/// Puts the parts together.
package dev.pm2console;
