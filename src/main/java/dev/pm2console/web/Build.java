package dev.pm2console.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.web.bundler.runtime.Bundle;

/// Tells pages of one build of the console from those of another, without saying which it is.
@Named("build")
@Singleton
public class Build {

    private static final int LENGTH = 16;

    private final String id;

    Build(Bundle bundle, @ConfigProperty(name = "quarkus.application.version") String version) {
        id = shortened(version + " " + bundle.script("app") + " " + bundle.style("app"));
    }

    /// The same for every page of this build.
    public String id() {
        return id;
    }

    private static String shortened(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
