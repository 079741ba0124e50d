package dev.pm2console.web;

import java.util.Map;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The form that makes the first administrator.
///
/// @param token  of the set-up address
/// @param typed  what was typed, but for the passwords
/// @param errors what is wrong, by field
/// @param csrf   the form's token
public record SetUpForm(String token, Map<String, String> typed, Map<String, String> errors, String csrf) {

    /// The page.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance setUp(SetUpForm form);
    }

    static SetUpForm of(String token, String csrf) {
        return new SetUpForm(token, Map.of("name", "admin"), Map.of(), csrf);
    }

    SetUpForm wrong(String name, Map<String, String> errors) {
        return new SetUpForm(token, Map.of("name", name), errors, csrf);
    }

    /// The page as text.
    String html() {
        return Templates.setUp(this).render();
    }

    @Override
    public String toString() {
        return "SetUpForm[" + typed.keySet() + ", " + errors + "]";
    }
}
