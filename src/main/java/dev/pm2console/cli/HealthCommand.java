package dev.pm2console.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import jakarta.enterprise.inject.Vetoed;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `health`: asks the console that runs with the same configuration how it is, for containers and whoever else watches it.
@Vetoed // runs where there is no container
@Command(name = "health", mixinStandardHelpOptions = true, description = {
        "Asks the running console whether it serves. Ends with 0 if so. Whether PM2 is there makes no difference." })
final class HealthCommand implements Runnable {

    private static final int MOST_SECONDS = 60;

    private final Supplier<URI> address;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "3", description = "How long the console may take to answer"
            + " (${DEFAULT-VALUE}).")
    private int seconds;

    @Spec
    private CommandSpec spec;

    HealthCommand(Supplier<URI> address) {
        this.address = address;
    }

    @Override
    public void run() {
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new ParameterException(spec.commandLine(), "--timeout is 1 to " + MOST_SECONDS + " seconds");
        }
        var asked = address.get();
        try {
            var status = status(asked);
            if (status != HttpURLConnection.HTTP_OK) {
                throw new RefusedException(asked + " answers " + status);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new RefusedException(asked + " does not answer: " + e.getMessage());
        }
        spec.commandLine().getOut().println("up");
    }

    private int status(URI asked) throws IOException, GeneralSecurityException {
        var connection = (HttpURLConnection) asked.toURL().openConnection(Proxy.NO_PROXY);
        if (connection instanceof HttpsURLConnection encrypted) {
            trust(encrypted);
        }
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(seconds * 1_000);
        connection.setReadTimeout(seconds * 1_000);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    /// The console's certificate is for its name, by which it isn't asked here. Nothing secret is sent or told.
    private static void trust(HttpsURLConnection connection) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] { new AnyCertificate() }, null);
        connection.setSSLSocketFactory(context.getSocketFactory());
        connection.setHostnameVerifier((_, _) -> true);
    }
}
