package dev.pm2console.command;

import java.util.Set;

/// Variables that PM2 gives to a process when it starts it, or when it changes its options: nobody decided on them.
public final class GivenVariables {

    private static final Set<String> NAMES = Set.of("unique_id", "NODE_APP_INSTANCE", "PM2_HOME", "PM2_USAGE",
            "PM2_INTERACTOR_PROCESSING", "PM2_JSON_PROCESSING", "PM2_PROGRAMMATIC", "updateEnv", "_");

    private GivenVariables() {
    }

    public static boolean isGiven(String variable) {
        return NAMES.contains(variable);
    }
}
