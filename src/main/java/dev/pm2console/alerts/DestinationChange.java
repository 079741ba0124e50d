package dev.pm2console.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import dev.pm2console.accounts.Secret;

/// Makes the destination of a channel out of what somebody sent and of what it was before.
///
/// A secret that is not named stays as it is only while the host that it is sent to stays the same: whoever could lead it to a
/// host of their own would learn it.
final class DestinationChange {

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern HEADER = Pattern.compile("[\\x20-\\x7e]{1,1000}");
    private static final Pattern RECIPIENT = Pattern
            .compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,180}[A-Za-z0-9])?");

    private final BooleanSupplier canMail;

    /// @param canMail whether the console has a mail server
    DestinationChange(BooleanSupplier canMail) {
        this.canMail = canMail;
    }

    /// @throws AlertException ([AlertRefusal.Invalid]) with all that is wrong with it
    Destination of(ChannelKind kind, Optional<Destination> before, ChannelChange change) {
        var problems = new Problems();
        problems.strangers(kind, change);
        var made = switch (kind) {
            case WEBHOOK -> webhook(before.map(Destination.Webhook.class::cast), change, problems);
            case NTFY -> ntfy(before.map(Destination.Ntfy.class::cast), change, problems);
            case EMAIL -> email(before.map(Destination.Email.class::cast), change, problems);
        };
        if (!problems.found.isEmpty()) {
            throw new AlertException(new AlertRefusal.Invalid(problems.found));
        }
        return made.orElseThrow();
    }

    private static Optional<Destination> webhook(Optional<Destination.Webhook> before, ChannelChange change,
            Problems problems) {
        var address = problems.address("url", change.url().map(Secret::text), before.map(Destination.Webhook::address));
        var authorization = problems.secret("authorization", change.authorization(), HEADER,
                "has 1 to " + Bounds.SECRET + " plain characters, such as Bearer …",
                before.flatMap(Destination.Webhook::authorization), moved(before.map(Destination.Webhook::address), address));
        var shape = change.shape().or(() -> before.map(Destination.Webhook::shape)).orElse(Shape.JSON);
        return address.map(it -> new Destination.Webhook(it, shape, authorization));
    }

    private static Optional<Destination> ntfy(Optional<Destination.Ntfy> before, ChannelChange change, Problems problems) {
        var server = problems.address("server", change.server(), before.map(Destination.Ntfy::server));
        if (server.filter(it -> !it.rest().equals("/")).isPresent()) {
            problems.add("server", "is a server without a path, such as https://ntfy.sh; the topic has a field of its own");
        }
        var moved = moved(before.map(Destination.Ntfy::server), server);
        var topic = problems.secret("topic", change.topic(), TOPIC, "has 1 to 64 letters, digits, _ and -",
                before.map(Destination.Ntfy::topic), moved);
        if (topic.isEmpty()) {
            problems.add("topic", "is needed");
        }
        var token = problems.secret("token", change.token(), HEADER,
                "has 1 to " + Bounds.SECRET + " plain characters", before.flatMap(Destination.Ntfy::token), moved);
        return server.flatMap(it -> topic.map(of -> new Destination.Ntfy(it, of, token)));
    }

    private Optional<Destination> email(Optional<Destination.Email> before, ChannelChange change, Problems problems) {
        if (!canMail.getAsBoolean() && before.isEmpty()) {
            problems.add("kind", MailSender.NOT_CONFIGURED);
        }
        var recipients = change.recipients().or(() -> before.map(Destination.Email::recipients)).orElse(List.of());
        if (recipients.isEmpty() || recipients.size() > Bounds.RECIPIENTS) {
            problems.add("recipients", "has 1 to " + Bounds.RECIPIENTS + " addresses");
            return Optional.empty();
        }
        for (var i = 0; i < recipients.size(); i++) {
            if (!RECIPIENT.matcher(recipients.get(i)).matches()) {
                problems.add("recipients[" + i + "]", "is an address such as ops@example.org");
            }
        }
        return Optional.of(new Destination.Email(recipients));
    }

    private static boolean moved(Optional<WebAddress> before, Optional<WebAddress> after) {
        return before.isPresent() && after.isPresent() && !before.get().origin().equals(after.get().origin());
    }

    private static final class Problems {

        private final List<AlertRefusal.Problem> found = new ArrayList<>();

        void add(String field, String rule) {
            if (found.stream().noneMatch(it -> it.field().equals(field))) {
                found.add(new AlertRefusal.Problem(field, rule));
            }
        }

        /// What another kind of channel has.
        void strangers(ChannelKind kind, ChannelChange change) {
            var rule = "is not for a channel of the kind " + kind;
            if (kind != ChannelKind.WEBHOOK) {
                change.url().ifPresent(_ -> add("url", rule));
                change.shape().ifPresent(_ -> add("shape", rule));
                change.authorization().ifPresent(_ -> add("authorization", rule));
            }
            if (kind != ChannelKind.NTFY) {
                change.server().ifPresent(_ -> add("server", rule));
                change.topic().ifPresent(_ -> add("topic", rule));
                change.token().ifPresent(_ -> add("token", rule));
            }
            if (kind != ChannelKind.EMAIL) {
                change.recipients().ifPresent(_ -> add("recipients", rule));
            }
        }

        Optional<WebAddress> address(String field, Optional<String> sent, Optional<WebAddress> before) {
            if (sent.isEmpty()) {
                if (before.isEmpty()) {
                    add(field, "is needed");
                }
                return before;
            }
            try {
                return Optional.of(WebAddress.parse(sent.get()));
            } catch (IllegalArgumentException e) {
                add(field, e.getMessage());
                return Optional.empty();
            }
        }

        Optional<Secret> secret(String field, Optional<Secret> sent, Pattern form, String rule, Optional<Secret> before,
                boolean moved) {
            if (sent.isEmpty()) {
                if (moved && before.isPresent()) {
                    add(field, "has to be given anew, as the address has another host");
                }
                return before;
            }
            var secret = sent.filter(it -> !it.text().isEmpty());
            if (secret.filter(it -> !form.matcher(it.text()).matches()).isPresent()) {
                add(field, rule);
            }
            return secret;
        }
    }
}
