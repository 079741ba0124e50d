/// PM2's socket protocol: bytes in, records out. AMP frames and the axon messages inside them: RPC requests and replies,
/// and what the bus publishes.
///
/// Everything read here comes from a peer that is not trusted: each length is checked as it is read, memory grows with
/// the bytes that have arrived, and what breaks the protocol is a [ProtocolException].
///
/// May import: the JDK and Jackson's streaming and databind API.
package dev.pm2console.pm2.wire;
