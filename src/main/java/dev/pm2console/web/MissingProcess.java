package dev.pm2console.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.ListEvents;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Target;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/// The pages of a process that is not there, or that PM2 can't be asked about: what can be said of it all the same, and where
/// to go from there.
@Singleton
class MissingProcess {

    private static final Pattern PAGE = Pattern
            .compile("/processes/([^/]+)(?:/(logs|events|configuration|actions)(?:/[a-z]+)?)?");
    /// Addresses below `/processes` that are about no process.
    private static final List<String> OTHERS = List.of("new", "rows", "action", "scale");
    /// Events of the daemon are everybody's, so that it takes some to find one of a process.
    private static final int LOOKED_AT = 200;
    private static final int NOT_FOUND = 404;
    private static final List<Integer> AWAY = List.of(502, 503, 504);

    private final PageDoor door;
    private final ProcessManager manager;

    MissingProcess(PageDoor door, ProcessManager manager) {
        this.door = door;
        this.manager = manager;
    }

    /// The pages.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance away(Away away, Rights may);

        static native TemplateInstance gone(String name, String address, List<Similar> similar, boolean events, Rights may);
    }

    /// A process whose name is much like the one that was asked for.
    public record Similar(String name, String address) {
    }

    /// The page to show instead of an error; empty where the address is not of a process, or the error is another.
    Optional<String> page(int status, String detail, HttpServerRequest request, Rights may) {
        var path = PAGE.matcher(Optional.ofNullable(request.path()).orElse(""));
        if (!path.matches() || OTHERS.contains(path.group(1))) {
            return Optional.empty();
        }
        var nameOrId = URLDecoder.decode(path.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        if (status == NOT_FOUND) {
            return gone(nameOrId, may);
        }
        return AWAY.contains(status)
                ? Optional.of(Templates.away(away(nameOrId, Optional.ofNullable(path.group(2)).orElse("overview"), detail), may)
                        .render())
                : Optional.empty();
    }

    /// What can be said of a process while PM2 is away.
    Away away(String nameOrId, String here, String reason) {
        return new Away(nameOrId, title(nameOrId), ProcessPage.Subject.address(nameOrId), here,
                door.execute(new Command.GetPm2Status()).daemon(),
                reason.isEmpty() ? "" : FormErrors.sentence(reason));
    }

    private Optional<String> gone(String nameOrId, Rights may) {
        var name = Bulk.plain(nameOrId);
        var names = manager.remembered().stream().map(ManagedProcess::name).distinct().toList();
        var similar = SimilarNames.of(name, names).stream()
                .map(it -> new Similar(it, ProcessPage.Subject.address(LogSheets.target(it)))).toList();
        return Optional
                .of(Templates.gone(name, ProcessPage.Subject.address(nameOrId), similar, happened(nameOrId), may).render());
    }

    /// Whether there is anything to tell of what it did while it was there.
    private boolean happened(String nameOrId) {
        try {
            return door.execute(new ListEvents(Optional.of(nameOrId), "all", true, Optional.empty(), Optional.empty(),
                    LOOKED_AT, Optional.empty())).events().stream().anyMatch(event -> event.process().isPresent());
        } catch (CommandException e) {
            return false;
        }
    }

    /// The name of what was there last.
    private String title(String nameOrId) {
        try {
            var names = Target.parse(nameOrId).select(manager.remembered()).stream().map(ManagedProcess::name).distinct()
                    .collect(Collectors.joining(", "));
            return names.isEmpty() ? Bulk.plain(nameOrId) : names;
        } catch (IllegalArgumentException notATarget) {
            return Bulk.plain(nameOrId);
        }
    }
}
