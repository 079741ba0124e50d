package dev.pm2console.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import org.jboss.logging.Logger;

import dev.pm2console.command.AuditExport;
import dev.pm2console.storage.StorageException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/// Writes the audit as a file, as fast as the client reads.
@Provider
@Produces({ AuditFile.JSON_LINES, AuditFile.CSV })
public final class AuditFile implements MessageBodyWriter<AuditExport> {

    static final String JSON_LINES = "application/x-ndjson";
    static final String CSV = "text/csv";

    /// So long what was written already may take to be read.
    private static final int PATIENCE_S = 60;
    private static final Logger LOG = Logger.getLogger(AuditFile.class);

    private final HttpServerRequest request;

    AuditFile(HttpServerRequest request) {
        this.request = request;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == AuditExport.class;
    }

    @Override
    public void writeTo(AuditExport export, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        var format = Arrays.stream(AuditExport.Format.values())
                .filter(it -> mediaType.isCompatible(MediaType.valueOf(it.mediaType()))).findFirst().orElseThrow();
        try {
            export.write(format, out);
        } catch (StorageException e) {
            LOG.errorf("a file of the audit could not be finished: %s", e.getMessage());
            breakOff();
        }
    }

    /// What just ends would be taken for the whole, and what is said of the failure for a line of it. Waits, because the framework
    /// ends the answer as soon as this returns.
    private void breakOff() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
            return;
        }
        try {
            request.connection().close().toCompletionStage().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            LOG.warn("the connection could not be closed", e);
        }
    }
}
