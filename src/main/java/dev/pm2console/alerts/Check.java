package dev.pm2console.alerts;

/// Whether a condition holds at one moment.
///
/// @param answer whether
/// @param value  the present value in words; empty where there is none to tell
record Check(Answer answer, String value) {

    static final Check UNKNOWN = new Check(Answer.UNKNOWN, "");

    /// Unknown changes nothing: what was not measured is neither over nor under a limit.
    enum Answer {
        HOLDS,
        DOES_NOT,
        UNKNOWN
    }

    static Check of(boolean holds, String value) {
        return new Check(holds ? Answer.HOLDS : Answer.DOES_NOT, value);
    }

    static Check not() {
        return of(false, "");
    }
}
