package dev.pm2console.alerts;

import org.jboss.logging.Logger;

import dev.pm2console.accounts.Secret;

/// Sends by the way that each kind of channel takes.
final class ChannelMessenger implements Messenger {

    private static final Logger LOG = Logger.getLogger(ChannelMessenger.class);

    private final WebSender web;
    private final MailSender mail;
    private final MessageBodies bodies;

    ChannelMessenger(WebSender web, MailSender mail, MessageBodies bodies) {
        this.web = web;
        this.mail = mail;
        this.bodies = bodies;
    }

    @Override
    public Outcome send(Destination to, AlertMessage message) {
        try {
            return switch (to) {
                case Destination.Webhook it ->
                    web.post(it.address(), bodies.webhook(it.shape(), message), it.authorization());
                case Destination.Ntfy it -> web.post(it.server(), bodies.ntfy(it.topic().text(), message),
                        it.token().map(token -> new Secret("Bearer " + token.text())));
                case Destination.Email it -> mail.send(it.recipients(), bodies.title(message), bodies.mail(message));
            };
        } catch (RuntimeException bug) {
            LOG.error("an alert could not be sent: " + bug.getClass().getName()); // its message may quote an address
            return new Outcome.Failed("the console failed; its log says more");
        }
    }
}
