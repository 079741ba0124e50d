package dev.pm2console.cli;

/// A command is not carried out. The message is one sentence for the one who typed it.
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String sentence) {
        super(sentence);
    }
}
