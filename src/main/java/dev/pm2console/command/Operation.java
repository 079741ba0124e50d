package dev.pm2console.command;

import static dev.pm2console.audit.Role.ADMIN;
import static dev.pm2console.audit.Role.OPERATOR;
import static dev.pm2console.audit.Role.VIEWER;

import dev.pm2console.audit.Role;

/// The operations by their public names, with the least role that may use each.
public enum Operation {
    START_PROCESS("startProcess", ADMIN),
    STOP_PROCESS("stopProcess", OPERATOR),
    RESTART_PROCESS("restartProcess", OPERATOR),
    DELETE_PROCESS("deleteProcess", ADMIN),
    LIST_PROCESSES("listProcesses", VIEWER),
    SHOW_PROCESS_INFO("showProcessInfo", VIEWER),
    GET_PM2_STATUS("getPM2Status", VIEWER),
    DESCRIBE_PROCESS("describeProcess", VIEWER),
    SHOW_LOGS("showLogs", VIEWER),
    FLUSH_LOGS("flushLogs", OPERATOR),
    RELOAD_LOGS("reloadLogs", OPERATOR),
    SCALE_PROCESS("scaleProcess", OPERATOR),
    RELOAD_PROCESS("reloadProcess", OPERATOR),
    GRACEFUL_RELOAD("gracefulReload", OPERATOR),
    RESET_METADATA("resetMetadata", OPERATOR),
    STARTUP("startup", ADMIN),
    GENERATE_STARTUP_SCRIPT("generateStartupScript", ADMIN),
    SAVE_PROCESS_LIST("saveProcessList", OPERATOR),
    RESURRECT_PROCESSES("resurrectProcesses", ADMIN),
    KILL_PM2("killPM2", ADMIN),
    MONITOR("monitor", VIEWER),
    GET_PM2_VERSION("getPM2Version", VIEWER),
    START_STOPPED("startStopped", OPERATOR),
    SEND_SIGNAL("sendSignal", OPERATOR),
    SEND_LINE("sendLine", OPERATOR),
    TRIGGER_ACTION("triggerAction", OPERATOR),
    START_ECOSYSTEM("startEcosystem", ADMIN),
    GET_DRIFT("getDrift", VIEWER);

    private final String publicName;
    private final Role role;

    Operation(String publicName, Role role) {
        this.publicName = publicName;
        this.role = role;
    }

    /// The name that clients know it by: `startProcess`.
    public String publicName() {
        return publicName;
    }

    /// The least role that may use it.
    public Role role() {
        return role;
    }
}
