package dev.pm2console.web;

import java.util.Optional;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The form by which people sign in.
///
/// @param name  what was typed as a name
/// @param to    the page that is wanted
/// @param told  what is to be told; empty where nothing
/// @param wrong whether that is an error
/// @param csrf  the form's token
public record SignInForm(String name, String to, String told, boolean wrong, String csrf) {

    private static final String HOME = "/";

    public SignInForm {
        to = isPage(to) ? to : HOME;
    }

    /// The page.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance signIn(SignInForm form);
    }

    static SignInForm of(Optional<String> to, String csrf) {
        return new SignInForm("", to.orElse(HOME), "", false, csrf);
    }

    static SignInForm told(String text, String csrf) {
        return new SignInForm("", HOME, text, false, csrf);
    }

    SignInForm wrong(String text) {
        return new SignInForm(name, to, text, true, csrf);
    }

    SignInForm withName(String typed) {
        return new SignInForm(typed, to, told, wrong, csrf);
    }

    /// The page as text.
    String html() {
        return Templates.signIn(this).render();
    }

    /// An address of the console's own, and nothing that a browser could take for another's.
    private static boolean isPage(String address) {
        return address.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1000}") || address.equals(HOME);
    }
}
