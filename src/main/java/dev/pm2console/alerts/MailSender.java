package dev.pm2console.alerts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;

/// Sends mail by the server that the console is configured with (`quarkus.mailer.*`).
final class MailSender {

    /// What is said where it is not.
    static final String NOT_CONFIGURED = "needs a mail server: set quarkus.mailer.host and quarkus.mailer.from, as"
            + " docs/alerts.md says";

    private static final Logger LOG = Logger.getLogger(MailSender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReactiveMailer mailer;
    private final Optional<String> from;

    /// @param from the sender's address, without which nothing can be sent
    MailSender(ReactiveMailer mailer, Optional<String> from) {
        this.mailer = mailer;
        this.from = from.filter(it -> !it.isBlank());
    }

    boolean isConfigured() {
        return from.isPresent();
    }

    Outcome send(List<String> recipients, String subject, String text) {
        if (!isConfigured()) {
            return new Outcome.Refused("the console has no mail server");
        }
        try {
            mailer.send(new Mail().setTo(recipients).setSubject(subject).setText(text)).await().atMost(PATIENCE);
            return new Outcome.Delivered("the mail server took it");
        } catch (TimeoutException e) {
            return new Outcome.Failed("the mail server did not answer within " + Wording.duration(PATIENCE));
        } catch (RuntimeException e) {
            LOG.warnf("a mail could not be sent: %s", Wording.plain(String.valueOf(e.getMessage())));
            return new Outcome.Failed("the mail server can't be reached or did not take it; the console's log says more");
        }
    }
}
