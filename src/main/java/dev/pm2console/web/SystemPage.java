package dev.pm2console.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Platform;
import dev.pm2console.command.Request;
import dev.pm2console.command.Results;
import dev.pm2console.command.Violation;
import dev.pm2console.security.Exposure;
import dev.pm2console.storage.DataDirectory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// The daemon, the machine and the console itself.
@Path("/system")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SystemPage {

    private final PageDoor door;
    private final Notices notices;
    private final Console console;

    SystemPage(PageDoor door, Notices notices, Exposure exposure, DataDirectory data,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.http.ssl-port") int sslPort) {
        this.door = door;
        this.notices = notices;
        var host = exposure.host().contains(":") ? "[" + exposure.host() + "]" : exposure.host();
        this.console = new Console(exposure.isTls() ? "https://" + host + ":" + sslPort : "http://" + host + ":" + port,
                exposure.isTls(), data.path().toString(), exposure.warnings());
    }

    /// The pages.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance system(SystemView view, List<Notice> notices, Rights may);

        static native TemplateInstance bootScript(BootScriptView view, List<Notice> notices, Rights may);
    }

    /// What the page shows.
    public record SystemView(Results.Pm2Status pm2, Results.Pm2Version versions, Results.Drift drift, Console console) {

        private static final int MOST_NAMES = 6;

        /// Some of what differs from the saved list.
        public List<Results.DriftDetail> named() {
            return drift.details().stream().limit(MOST_NAMES).toList();
        }

        /// How many more differ.
        public int unnamed() {
            return Math.max(0, drift.details().size() - MOST_NAMES);
        }

        /// Why PM2 can't be asked, as a sentence.
        public String reason() {
            return pm2.reason().map(FormErrors::sentence).orElse("");
        }

        public boolean isOnline() {
            return pm2.daemon().equals("online");
        }

        public boolean isDown() {
            return pm2.daemon().equals("down");
        }

        /// The daemon is of another version than the command that people type.
        public boolean isMismatched() {
            return versions.match().isPresent() && !versions.match().get();
        }
    }

    /// The boot script, and how it was installed.
    ///
    /// @param script  empty where it can't be told
    /// @param toRun   what root has to run to install it; empty unless somebody asked, and the console is not root
    /// @param typed   for which platform and user
    /// @param errors  what is wrong with that
    public record BootScriptView(Optional<Results.StartupScript> script, Optional<String> toRun, Map<String, String> typed,
            Map<String, String> errors) {

        public List<String> platforms() {
            return SystemPage.platforms();
        }
    }

    /// How the console runs.
    ///
    /// @param address   where it listens
    /// @param encrypted whether it has a certificate
    /// @param data      its data directory
    /// @param warnings  what is risky about it, in sentences
    public record Console(String address, boolean encrypted, String data, List<String> warnings) {
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@CookieParam(Notices.COOKIE) String notice) {
        var view = new SystemView(door.execute(new Command.GetPm2Status()), door.execute(new Command.GetPm2Version()),
                door.execute(new Command.GetDrift()), console);
        return Templates.system(view, notices.take(Optional.ofNullable(notice)), door.rights());
    }

    /// The boot script for this machine, or for another platform.
    @GET
    @Path("boot-script")
    @Operation(hidden = true)
    public Response bootScript(@RestQuery String platform, @RestQuery String user) {
        return bootScript(typed(platform, user), Optional.empty(), List.of());
    }

    /// Installs it, or says what root has to run.
    @POST
    @Path("boot-script")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response install(@RestForm String platform, @RestForm String user) {
        var typed = typed(platform, user);
        try {
            var done = door.execute(dev.pm2console.command.Operation.STARTUP, new Request<>(
                    new Command.Startup(Platform.of(typed.get("platform")), user(typed)), problems(typed)));
            return done.executed()
                    ? bootScript(typed, Optional.empty(),
                            List.of(Notice.done("The boot script is installed: PM2 and the saved list"
                                    + " come back when the machine starts.")))
                    : bootScript(typed, Optional.of(done.command()), List.of());
        } catch (CommandException e) {
            if (e.failure() instanceof Failure.InvalidArgument) {
                return bootScript(typed, Optional.empty(), List.of());
            }
            return bootScript(typed, Optional.empty(), List.of(Notice.failed("Install the boot script", e.failure())));
        }
    }

    private Response bootScript(Map<String, String> typed, Optional<String> toRun, List<Notice> told) {
        try {
            var script = door.execute(dev.pm2console.command.Operation.GENERATE_STARTUP_SCRIPT, request(typed));
            return Response.ok(Templates.bootScript(new BootScriptView(Optional.of(script), toRun, typed, Map.of()), told,
                    door.rights())).build();
        } catch (CommandException e) {
            var errors = errors(e);
            return Response.status(e.failure().code().status()).entity(Templates.bootScript(
                    new BootScriptView(Optional.empty(), toRun, typed, errors), told, door.rights())).build();
        }
    }

    private static Map<String, String> typed(String platform, String user) {
        return Map.of("platform", Typed.word(platform), "user", Typed.word(user));
    }

    private static Optional<String> user(Map<String, String> typed) {
        return Optional.of(typed.get("user")).filter(it -> !it.isEmpty());
    }

    private static Request<Results.StartupScript> request(Map<String, String> typed) {
        return new Request<>(new Command.GenerateStartupScript(Platform.of(typed.get("platform")), user(typed)),
                problems(typed));
    }

    private static List<Violation> problems(Map<String, String> typed) {
        return typed.get("platform").isEmpty() || Platform.of(typed.get("platform")).isPresent() ? List.of()
                : List.of(new Violation("platform", "is one of: " + platforms()));
    }

    private static Map<String, String> errors(CommandException failed) {
        return switch (failed.failure()) {
            case Failure.InvalidArgument(var violations) -> FormErrors.beside(violations);
            case Failure.Daemon(var failure) -> Map.of("platform", failure.message());
            default -> throw failed;
        };
    }

    private static List<String> platforms() {
        return Arrays.stream(Platform.values()).map(Platform::toString).toList();
    }
}
