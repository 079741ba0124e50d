package dev.pm2console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class SimilarNamesTest {

    private static final List<String> NAMES = List.of("mail-worker", "storefront", "store", "api", "legacy-sync");

    @Test
    void typingErrorsAreForgiven() {
        assertThat(SimilarNames.of("mail-wrker", NAMES)).containsExactly("mail-worker");
        assertThat(SimilarNames.of("Legacy-Sinc", NAMES)).containsExactly("legacy-sync");
        assertThat(SimilarNames.of("apu", NAMES)).containsExactly("api");
    }

    @Test
    void partsAreFoundAndTheLikestComesFirst() {
        assertThat(SimilarNames.of("stor", NAMES)).containsExactly("store", "storefront");
        assertThat(SimilarNames.of("mail-worker-2", NAMES)).containsExactly("mail-worker");
    }

    @Test
    void whatIsNothingLikeItIsNotNamed() {
        assertThat(SimilarNames.of("database", NAMES)).isEmpty();
        assertThat(SimilarNames.of("", NAMES)).isEmpty();
        assertThat(SimilarNames.of("x".repeat(5_000), NAMES)).isEmpty();
    }
}
