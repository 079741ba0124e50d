package dev.pm2console.command;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Makes commands for history of what callers send; as [Requests] does for the others.
public final class HistoryRequests {

    private static final int USUAL_POINTS = 60;

    private HistoryRequests() {
    }

    /// @param metric the parameter that may come more than once
    public static Request<HistoryResults.History> history(String nameOrId, List<String> metric, Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        var step = fields.whole("step");
        return fields.request(new GetHistory(nameOrId, metric, fields.instant("from"), fields.instant("to"),
                step.isPresent() ? OptionalLong.of(step.get()) : OptionalLong.empty()));
    }

    /// @param metric the parameter that may come more than once
    public static Request<HistoryResults.Recent> recent(List<String> metric, Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        return fields.request(new RecentHistory(metric,
                Math.clamp(fields.whole("points").orElse((long) USUAL_POINTS), -1, Integer.MAX_VALUE)));
    }
}
