package dev.pm2console.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

        static native TemplateInstance bootScript(Optional<Results.StartupScript> script, List<String> platforms,
                Map<String, String> typed, Map<String, String> errors, Rights may);
    }

    /// What the page shows.
    public record SystemView(Results.Pm2Status pm2, Results.Pm2Version versions, Results.Drift drift, Console console) {

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
        var typed = Map.of("platform", Typed.word(platform), "user", Typed.word(user));
        try {
            var script = door.execute(dev.pm2console.command.Operation.GENERATE_STARTUP_SCRIPT,
                    request(typed.get("platform"), typed.get("user")));
            return Response.ok(Templates.bootScript(Optional.of(script), platforms(), typed, Map.of(), door.rights())).build();
        } catch (CommandException e) {
            var errors = errors(e);
            return Response.status(e.failure().code().status())
                    .entity(Templates.bootScript(Optional.empty(), platforms(), typed, errors, door.rights())).build();
        }
    }

    private static Request<Results.StartupScript> request(String platform, String user) {
        var chosen = Platform.of(platform);
        return new Request<>(new Command.GenerateStartupScript(chosen, Optional.of(user).filter(it -> !it.isEmpty())),
                chosen.isPresent() || platform.isEmpty() ? List.of()
                        : List.of(new Violation("platform", "is one of: " + platforms())));
    }

    private static Map<String, String> errors(CommandException failed) {
        return switch (failed.failure()) {
            case Failure.InvalidArgument(var violations) -> StartForm.errors(violations);
            case Failure.Daemon(var failure) -> Map.of("platform", failure.message());
            default -> throw failed;
        };
    }

    private static List<String> platforms() {
        return Arrays.stream(Platform.values()).map(Platform::toString).toList();
    }
}
