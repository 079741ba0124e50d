package dev.pm2console.agent;

import java.util.HashMap;
import java.util.Map;

import dev.pm2console.rest.WithoutPm2;

/// A console where agents may change nothing, and call little.
public final class OnlyReading extends WithoutPm2 {

    static final int CALLS = 6;

    @Override
    public Map<String, String> getConfigOverrides() {
        var overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("console.mcp.write", "false");
        overrides.put("console.mcp.calls-per-minute", Integer.toString(CALLS));
        return overrides;
    }
}
