package dev.pm2console.alerts;

import java.util.List;
import java.util.Optional;

import dev.pm2console.accounts.Secret;

/// Where a channel's messages go. What has to be kept secret is a [Secret], and in no text that this makes of itself.
public sealed interface Destination {

    /// Which way that is.
    default ChannelKind kind() {
        return switch (this) {
            case Webhook _ -> ChannelKind.WEBHOOK;
            case Ntfy _ -> ChannelKind.NTFY;
            case Email _ -> ChannelKind.EMAIL;
        };
    }

    /// As much as anybody may see: `https://hooks.slack.com/••••`, the recipients of mail.
    default String shown() {
        return switch (this) {
            case Webhook it -> it.address().shown();
            case Ntfy it -> it.server().origin() + "/••••";
            case Email it -> String.join(", ", it.recipients());
        };
    }

    /// An HTTP address that takes a message.
    ///
    /// @param address       where; its path and query often let in whoever knows them
    /// @param authorization the header of that name
    record Webhook(WebAddress address, Shape shape, Optional<Secret> authorization) implements Destination {
    }

    /// A topic of an ntfy server.
    ///
    /// @param server the server, without a path
    /// @param topic  whoever knows it can read along where the server has no accounts
    /// @param token  an access token
    record Ntfy(WebAddress server, Secret topic, Optional<Secret> token) implements Destination {
    }

    /// Mail, by the server that the console is configured with.
    record Email(List<String> recipients) implements Destination {
        public Email {
            recipients = List.copyOf(recipients);
            Bounds.check(recipients.size(), 1, Bounds.RECIPIENTS);
        }
    }
}
