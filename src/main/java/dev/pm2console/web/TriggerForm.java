package dev.pm2console.web;

import org.jboss.resteasy.reactive.RestForm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// Which action is to be carried out, by whom.
public final class TriggerForm {

    @RestForm("action")
    String action;
    @RestForm("params")
    String params;
    @RestForm("target")
    String target;

    String action() {
        return Typed.text(action);
    }

    /// Empty for none.
    String params() {
        return Typed.text(params);
    }

    /// @param usual where the form names nobody
    String target(String usual) {
        return Typed.word(target).isEmpty() ? usual : Typed.word(target);
    }

    /// What is sent along.
    JsonNode body() {
        var body = JsonNodeFactory.instance.objectNode();
        if (!params().isEmpty()) {
            body.put("params", params());
        }
        return body;
    }
}
