/// The door for AI agents: an MCP server whose tools are the commands. What agents are told is data from outside, bounded and
/// marked as such; what they may do is what the role of their token allows.
///
/// May import: `command`, `live`, `security` and what is below them; the MCP server's library, the JSON parser.
package dev.pm2console.agent;
