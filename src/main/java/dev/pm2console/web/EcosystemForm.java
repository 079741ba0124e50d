package dev.pm2console.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.pm2console.command.Request;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Results;
import dev.pm2console.command.Violation;

/// What a person typed into the form for an ecosystem file.
public final class EcosystemForm {

    static final String RESTART = "restart";

    @RestForm
    String text;
    @RestForm
    String base;
    @RestForm
    String environment;
    @RestForm
    String onExisting;
    @RestForm
    List<String> only;
    /// What the preview was that the person has seen.
    @RestForm
    String seen;
    /// A file of the person's own computer.
    @RestForm
    FileUpload file;
    /// A file of the apps root.
    @RestForm
    String chosen;
    /// The directory to choose from.
    @RestForm
    String at;
    @RestForm("do")
    String action;

    static EcosystemForm empty() {
        return of("", "", RESTART);
    }

    static EcosystemForm of(String text, String base, String onExisting) {
        var form = new EcosystemForm();
        form.text = text;
        form.base = base;
        form.onExisting = onExisting;
        return form;
    }

    public String text() {
        return Typed.text(text);
    }

    public String base() {
        return Typed.word(base);
    }

    public String environment() {
        return Typed.word(environment);
    }

    public String onExisting() {
        return Typed.word(onExisting);
    }

    /// Whether a preview was seen.
    public boolean isSeen() {
        return !Typed.text(seen).isEmpty();
    }

    /// Whether an application is chosen; each is, until a preview shows them.
    public boolean chooses(String name) {
        return !isSeen() || (only != null && only.contains(name));
    }

    /// What was typed, by the names of the fields.
    Map<String, String> typed() {
        return Map.of("text", text(), "base", base(), "environment", environment(), "onExisting", onExisting());
    }

    /// Takes the place of the text, if it was sent.
    void takeFile() {
        if (file != null && file.size() > 0) {
            try {
                text = new String(Files.readAllBytes(file.uploadedFile()), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    EcosystemText read() {
        return EcosystemText.read(text(), base(), environment());
    }

    /// The command that this means.
    ///
    /// @param names the applications that are meant; none for all
    Request<Results.EcosystemPlan> request(EcosystemText read, boolean preview, Set<String> names) {
        var body = read.parameters().deepCopy();
        body.put("preview", preview);
        body.put("onExisting", onExisting());
        names.forEach(body.withArray("only")::add);
        var request = Requests.startEcosystem(body);
        return read.problem().map(problem -> new Request<>(request.command(), List.of(new Violation("apps", problem))))
                .orElse(request);
    }

    /// Without what was typed: environments may hold secrets.
    @Override
    public String toString() {
        return "EcosystemForm[" + base() + "]";
    }
}
