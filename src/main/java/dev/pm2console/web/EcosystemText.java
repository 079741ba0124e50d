package dev.pm2console.web;

import java.util.ArrayList;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// An ecosystem file as people have it, made into the parameters of `startEcosystem`. PM2 evaluates even its JSON files, so
/// comments, single quotes and the like are common in them; here they are read, and nothing is evaluated.
///
/// @param parameters `apps`, and what else the file says that is not PM2's deployment
/// @param problem    why it can't be read; empty where it can
record EcosystemText(ObjectNode parameters, Optional<String> problem) {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build().readerFor(JsonNode.class);
    /// What a form's field holds at most.
    private static final int LONGEST = 256 * 1024;
    /// Some editors put it before everything.
    private static final String MARK = "\ufeff";
    private static final String APPS = "apps";
    private static final String CWD = "cwd";
    private static final String ENV = "env";
    private static final String SCRIPT = "is JavaScript, which would have to be run to be read, and the console runs nothing"
            + " that it is shown: make JSON of it with the command below";

    /// Reads it.
    ///
    /// @param base        the directory that scripts and relative working directories are looked for from, as if PM2 was run
    ///                    there; empty for the apps root
    /// @param environment whose `env_…` is added to each `env`, as `--env` does it; empty for none
    static EcosystemText read(String sent, String base, String environment) {
        var text = sent.startsWith(MARK) ? sent.substring(MARK.length()) : sent;
        if (text.isBlank()) {
            return unreadable("is empty: paste an ecosystem file, or choose one");
        }
        if (text.length() > LONGEST) {
            return unreadable("has at most 256 KiB");
        }
        try {
            var parameters = parameters(JSON.readTree(text));
            for (var app : parameters.path(APPS)) {
                if (app instanceof ObjectNode object) {
                    place(object, base);
                    choose(object, environment);
                }
            }
            return new EcosystemText(parameters, Optional.empty());
        } catch (JsonProcessingException e) {
            return unreadable(text.contains("module.exports") || text.contains("export default") ? SCRIPT
                    : "is not JSON: line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr());
        }
    }

    /// What an application is called where there is something wrong with it.
    String called(int index) {
        var app = parameters.path(APPS).path(index);
        var name = app.path("name").asText(app.path("script").asText());
        return name.isEmpty() ? "App " + (index + 1) : name;
    }

    /// What an application runs, and where.
    String script(int index) {
        var app = parameters.path(APPS).path(index);
        var cwd = app.path(CWD).asText();
        return cwd.isEmpty() || cwd.equals(".") ? app.path("script").asText() : cwd + "/" + app.path("script").asText();
    }

    private static EcosystemText unreadable(String problem) {
        return new EcosystemText(JsonNodeFactory.instance.objectNode(), Optional.of(problem));
    }

    /// PM2 also takes a list of applications, or one.
    private static ObjectNode parameters(JsonNode read) {
        var parameters = JsonNodeFactory.instance.objectNode();
        if (read instanceof ArrayNode apps) {
            parameters.set(APPS, apps);
        } else if (read instanceof ObjectNode object && object.has("script") && !object.has(APPS)) {
            parameters.putArray(APPS).add(object);
        } else if (read instanceof ObjectNode object) {
            parameters.setAll(object);
            parameters.remove("deploy"); // for "pm2 deploy" alone
            if (parameters.path(APPS) instanceof ObjectNode app) {
                parameters.putArray(APPS).add(app);
            }
        } else {
            parameters.set(APPS, read);
        }
        return parameters;
    }

    private static void place(ObjectNode app, String base) {
        var cwd = app.path(CWD);
        if (base.isEmpty() || base.equals(".") || (!cwd.isMissingNode() && !cwd.isTextual())) {
            return;
        }
        var own = cwd.asText().replaceFirst("^(\\./+)+|^\\.$", "");
        if (own.isEmpty()) {
            app.put(CWD, base);
        } else if (!own.startsWith("/")) {
            app.put(CWD, base + "/" + own);
        }
    }

    private static void choose(ObjectNode app, String environment) {
        var others = new ArrayList<String>();
        app.fieldNames().forEachRemaining(field -> {
            if (field.startsWith(ENV + "_")) {
                others.add(field);
            }
        });
        if (!environment.isEmpty() && app.path(ENV + "_" + environment) instanceof ObjectNode chosen) {
            if (app.path(ENV) instanceof ObjectNode env) {
                env.setAll(chosen);
            } else {
                app.set(ENV, chosen);
            }
        }
        app.remove(others);
    }

    /// Without what it says: environments may hold secrets.
    @Override
    public String toString() {
        return "EcosystemText[" + problem.orElse(parameters.path(APPS).size() + " apps") + "]";
    }
}
