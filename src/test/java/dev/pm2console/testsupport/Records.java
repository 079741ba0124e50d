package dev.pm2console.testsupport;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// PM2's records, as its `getMonitorData` answers them.
public final class Records {

    private Records() {
    }

    /// An entry of the list.
    ///
    /// @param id     a number, or something like `_old_0`
    /// @param fields of `pm2_env`, beside those that every record has
    public static Map<String, Object> entry(Object id, String name, String status, Map<String, Object> fields) {
        var record = new HashMap<String, Object>();
        record.put("pm_id", id);
        record.put("name", name);
        record.put("namespace", "default");
        record.put("status", status);
        record.put("exec_mode", "fork_mode");
        record.put("restart_time", 0);
        record.put("pm_uptime", 1_700_000_000_000L);
        record.put("env", Map.of());
        record.putAll(fields);
        var entry = new LinkedHashMap<String, Object>();
        entry.put("pid", status.equals("online") ? 4242 : 0);
        entry.put("name", name);
        entry.put("pm2_env", record);
        entry.put("pm_id", id);
        entry.put("monit", Map.of("memory", 1 << 20, "cpu", 1.5));
        return entry;
    }

    /// A list with so many entries, each with an environment as large as a real one.
    public static List<Map<String, Object>> list(int size) {
        var env = new HashMap<String, Object>();
        IntStream.range(0, 60).forEach(i -> env.put("VARIABLE_" + i, "a value of some length ".repeat(3) + i));
        return IntStream.range(0, size).mapToObj(id -> {
            var fields = new HashMap<String, Object>(env);
            fields.put("env", env);
            return entry(id, "app-" + id, "online", fields);
        }).toList();
    }

    /// What `getReport` answers of a daemon.
    public static Map<String, Object> report(String version) {
        return Map.of("pm2_version", version, "node_version", "20.1.0", "started_at", 1_700_000_000_000L, "env",
                Map.of("SECRET_OF_THE_DAEMON", "the marker"));
    }
}
