package dev.pm2console.alerts;

import java.util.List;
import java.util.Optional;

import dev.pm2console.accounts.Secret;

/// What is to be different about a channel, or how a new one is to be. What is empty stays; a secret that is an empty text is
/// to be none.
public record ChannelChange(
        Optional<String> name,
        Optional<Secret> url,
        Optional<Shape> shape,
        Optional<Secret> authorization,
        Optional<String> server,
        Optional<Secret> topic,
        Optional<Secret> token,
        Optional<List<String>> recipients) {
}
