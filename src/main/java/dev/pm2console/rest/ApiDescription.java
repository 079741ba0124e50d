package dev.pm2console.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;

import dev.pm2console.command.ErrorCode;
import dev.pm2console.command.Operation;
import io.quarkus.smallrye.openapi.OpenApiFilter;

/// Completes the OpenAPI document, once and for all when the console is built: the role that each operation needs, the
/// ways in which it can fail, and the examples and parameters of `META-INF/openapi.yaml` that bear its name.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final Map<String, Operation> OPERATIONS = Arrays.stream(Operation.values())
            .collect(Collectors.toMap(Operation::publicName, Function.identity()));
    /// Commands that have a second path, for the processes that it names.
    private static final Map<String, Operation> SECOND_PATHS = Map.of(
            "showProcessLogs", Operation.SHOW_LOGS,
            "flushProcessLogs", Operation.FLUSH_LOGS);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        AnswerDescription.complete(components.getSchemas());
        components.addSchema("ErrorCode", ProblemDescription.codes());
        components.addSchema(PROBLEM, ProblemDescription.schema());
        for (var code : ErrorCode.values()) {
            ProblemDescription.example(code).ifPresent(example -> components.addExample(code.name(), example));
        }
        document.getPaths().getPathItems().values().forEach(
                path -> path.getOperations().values().forEach(operation -> complete(operation, components)));
    }

    /// The operation of an `operationId`.
    static Optional<Operation> operation(String id) {
        return Optional.ofNullable(OPERATIONS.get(id)).or(() -> Optional.ofNullable(SECOND_PATHS.get(id)));
    }

    private static void complete(org.eclipse.microprofile.openapi.models.Operation described, Components components) {
        operation(described.getOperationId()).ifPresent(operation -> {
            var role = operation.role().toString();
            described.addExtension("x-role", role);
            described.setDescription(Optional.ofNullable(described.getDescription()).map(text -> text.strip() + "\n\n")
                    .orElse("") + "Needs the role `" + role + "`.");
            parameters(described, components);
            success(described, components);
            failures(operation, described).forEach((status, codes) -> {
                var name = codes.stream().map(ErrorCode::name).collect(Collectors.joining("-"));
                components.addResponse(name, ProblemDescription.response(codes));
                described.getResponses().addAPIResponse(Integer.toString(status),
                        OASFactory.createAPIResponse().ref(name));
            });
        });
    }

    /// Parameters that several operations have are described once, under their names; but for those that an operation
    /// describes itself.
    private static void parameters(org.eclipse.microprofile.openapi.models.Operation described, Components components) {
        for (var parameter : List.copyOf(Optional.ofNullable(described.getParameters()).orElse(List.of()))) {
            var shared = Optional.ofNullable(parameter.getName()).map(components.getParameters()::get);
            if (shared.isPresent() && shared.get().getIn() == parameter.getIn() && parameter.getDescription() == null) {
                described.removeParameter(parameter);
                described.addParameter(OASFactory.createParameter().ref(parameter.getName()));
            }
        }
    }

    private static void success(org.eclipse.microprofile.openapi.models.Operation described, Components components) {
        var id = described.getOperationId();
        described.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getContent() != null && components.getExamples().containsKey(id)) {
                Stream.of("application/json", AuditFile.JSON_LINES).map(response.getContent()::getMediaType)
                        .filter(Objects::nonNull).findFirst()
                        .ifPresent(media -> media.addExample(id, OASFactory.createExample().ref(id)));
            }
        });
    }

    private static Map<Integer, List<ErrorCode>> failures(Operation operation,
            org.eclipse.microprofile.openapi.models.Operation described) {
        var codes = new ArrayList<>(ProblemDescription.failures(operation));
        if (SECOND_PATHS.containsValue(operation) && !SECOND_PATHS.containsKey(described.getOperationId())) {
            codes.remove(ErrorCode.PROCESS_NOT_FOUND);
        }
        codes.addAll(List.of(ErrorCode.INVALID_ARGUMENT, ErrorCode.UNAUTHENTICATED, ErrorCode.FORBIDDEN,
                ErrorCode.NOT_ACCEPTABLE, ErrorCode.INTERNAL));
        if (described.getRequestBody() != null) {
            codes.addAll(List.of(ErrorCode.PAYLOAD_TOO_LARGE, ErrorCode.UNSUPPORTED_MEDIA_TYPE));
        }
        return codes.stream().sorted().collect(Collectors.groupingBy(ErrorCode::status, TreeMap::new, Collectors.toList()));
    }
}
