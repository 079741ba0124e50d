package dev.pm2console.command;

import static dev.pm2console.accounts.Role.ADMIN;
import static dev.pm2console.accounts.Role.OPERATOR;
import static dev.pm2console.accounts.Role.VIEWER;
import static dev.pm2console.command.Operation.Effect.CHANGES;
import static dev.pm2console.command.Operation.Effect.READS;

import dev.pm2console.accounts.Role;

/// The operations by their public names, with the least role that may use each.
public enum Operation {
    START_PROCESS("startProcess", ADMIN, CHANGES),
    STOP_PROCESS("stopProcess", OPERATOR, CHANGES),
    RESTART_PROCESS("restartProcess", OPERATOR, CHANGES),
    DELETE_PROCESS("deleteProcess", ADMIN, CHANGES),
    LIST_PROCESSES("listProcesses", VIEWER, READS),
    SHOW_PROCESS_INFO("showProcessInfo", VIEWER, READS),
    GET_PM2_STATUS("getPM2Status", VIEWER, READS),
    DESCRIBE_PROCESS("describeProcess", VIEWER, READS),
    SHOW_LOGS("showLogs", VIEWER, READS),
    LOG_CONTEXT("logContext", VIEWER, READS),
    LOG_USAGE("logUsage", VIEWER, READS),
    SEARCH_LOGS("searchLogs", VIEWER, READS),
    DOWNLOAD_LOG("downloadLog", VIEWER, READS),
    FLUSH_LOGS("flushLogs", OPERATOR, CHANGES),
    RELOAD_LOGS("reloadLogs", OPERATOR, CHANGES),
    SCALE_PROCESS("scaleProcess", OPERATOR, CHANGES),
    RELOAD_PROCESS("reloadProcess", OPERATOR, CHANGES),
    GRACEFUL_RELOAD("gracefulReload", OPERATOR, CHANGES),
    RESET_METADATA("resetMetadata", OPERATOR, CHANGES),
    STARTUP("startup", ADMIN, CHANGES),
    GENERATE_STARTUP_SCRIPT("generateStartupScript", ADMIN, READS),
    SAVE_PROCESS_LIST("saveProcessList", OPERATOR, CHANGES),
    RESURRECT_PROCESSES("resurrectProcesses", ADMIN, CHANGES),
    KILL_PM2("killPM2", ADMIN, CHANGES),
    MONITOR("monitor", VIEWER, READS),
    GET_HISTORY("getHistory", VIEWER, READS),
    RECENT_HISTORY("recentHistory", VIEWER, READS),
    GET_PM2_VERSION("getPM2Version", VIEWER, READS),
    START_STOPPED("startStopped", OPERATOR, CHANGES),
    SEND_SIGNAL("sendSignal", OPERATOR, CHANGES),
    SEND_LINE("sendLine", OPERATOR, CHANGES),
    TRIGGER_ACTION("triggerAction", OPERATOR, CHANGES),
    START_ECOSYSTEM("startEcosystem", ADMIN, CHANGES),
    BROWSE_APPS("browseApps", ADMIN, READS),
    GET_DRIFT("getDrift", VIEWER, READS),
    LIST_EVENTS("listEvents", VIEWER, READS),
    LIST_AUDIT("listAudit", ADMIN, READS),
    LIST_USERS("listUsers", ADMIN, READS),
    ADD_USER("addUser", ADMIN, CHANGES),
    CHANGE_USER("changeUser", ADMIN, CHANGES),
    REMOVE_USER("removeUser", ADMIN, CHANGES),
    CHANGE_PASSWORD("changePassword", VIEWER, CHANGES),
    LIST_TOKENS("listTokens", ADMIN, READS),
    ADD_TOKEN("addToken", ADMIN, CHANGES),
    REVOKE_TOKEN("revokeToken", ADMIN, CHANGES),
    LIST_ALERTS("listAlerts", VIEWER, READS),
    LIST_ALERT_RULES("listAlertRules", VIEWER, READS),
    ADD_ALERT_RULE("addAlertRule", ADMIN, CHANGES),
    CHANGE_ALERT_RULE("changeAlertRule", ADMIN, CHANGES),
    REMOVE_ALERT_RULE("removeAlertRule", ADMIN, CHANGES),
    LIST_ALERT_CHANNELS("listAlertChannels", VIEWER, READS),
    ADD_ALERT_CHANNEL("addAlertChannel", ADMIN, CHANGES),
    CHANGE_ALERT_CHANNEL("changeAlertChannel", ADMIN, CHANGES),
    REMOVE_ALERT_CHANNEL("removeAlertChannel", ADMIN, CHANGES),
    TEST_ALERT_CHANNEL("testAlertChannel", ADMIN, CHANGES);

    private final String publicName;
    private final Role role;
    private final Effect effect;

    /// Whether something is different afterwards.
    enum Effect {
        READS,
        CHANGES
    }

    Operation(String publicName, Role role, Effect effect) {
        this.publicName = publicName;
        this.role = role;
        this.effect = effect;
    }

    /// The name that clients know it by: `startProcess`.
    public String publicName() {
        return publicName;
    }

    /// The least role that may use it.
    public Role role() {
        return role;
    }

    /// Whether it changes something, rather than only telling it.
    public boolean changes() {
        return effect == Effect.CHANGES;
    }
}
