package dev.pm2console.command;

/// The codes by which clients tell failures apart, with the HTTP status that goes with each.
public enum ErrorCode {
    INVALID_ARGUMENT(400, "Invalid argument"),
    UNAUTHENTICATED(401, "Sign-in needed"),
    FORBIDDEN(403, "Not allowed"),
    PROCESS_NOT_FOUND(404, "No such process"),
    ACTION_NOT_FOUND(404, "No such custom action"),
    NOT_FOUND(404, "Nothing at this address"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not available in the form asked for"),
    NAME_TAKEN(409, "The name is taken"),
    NOT_CLUSTER(409, "Not in cluster mode"),
    NOT_FORK(409, "Not in fork mode"),
    ALREADY_RUNNING(409, "Already running"),
    EMPTY_LIST(409, "The process list is empty"),
    LAST_ADMIN(409, "The last administrator"),
    CHANNEL_IN_USE(409, "The channel is in use"),
    PAYLOAD_TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Not JSON"),
    SCRIPT_NOT_FOUND(422, "The script does not exist"),
    OUTSIDE_APPS_ROOT(422, "Outside the apps root"),
    RATE_LIMITED(429, "Too many attempts"),
    CANCELLED(499, "Called off"),
    INTERNAL(500, "The console failed"),
    PM2_FAILED(502, "PM2 failed"),
    PM2_UNREACHABLE(503, "PM2 can't be reached"),
    PM2_TIMEOUT(504, "PM2 did not answer in time");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// The HTTP status that goes with it.
    public int status() {
        return status;
    }

    /// A short sentence, the same for every occurrence.
    public String title() {
        return title;
    }
}
