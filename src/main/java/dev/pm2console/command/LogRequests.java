package dev.pm2console.command;

import java.util.List;
import java.util.Map;

import dev.pm2console.logs.Level;
import dev.pm2console.logs.LogDownload;
import dev.pm2console.logs.LogSearch;

/// Makes commands for log files of what callers send; as [Requests] does for the others.
public final class LogRequests {

    private LogRequests() {
    }

    /// @param process the parameter that may come more than once
    public static Request<LogSearch> search(List<String> process, Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        return fields.request(new SearchLogs(fields.text("q"), fields.text("regex"), process,
                fields.text("type").orElse("combined"), fields.choice("level", List.of(Level.values())),
                fields.instant("from"), fields.instant("to"), number(fields, "limit", 500), number(fields, "context", 0)));
    }

    public static Request<LogDownload> download(String nameOrId, Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        fields.bool("gzip"); // how the answer is written is for the door
        return fields.request(new DownloadLog(nameOrId, fields.text("type").orElse("out"), fields.instant("from"),
                fields.instant("to")));
    }

    private static int number(Fields fields, String name, long otherwise) {
        return Math.clamp(fields.whole(name).orElse(otherwise), -1, Integer.MAX_VALUE);
    }
}
