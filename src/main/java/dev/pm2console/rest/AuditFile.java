package dev.pm2console.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import dev.pm2console.command.AuditExport;

/// Writes the audit as a file, as fast as the client reads.
@Provider
@Produces({ AuditFile.JSON_LINES, AuditFile.CSV })
public final class AuditFile implements MessageBodyWriter<AuditExport> {

    static final String JSON_LINES = "application/x-ndjson";
    static final String CSV = "text/csv";

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == AuditExport.class;
    }

    @Override
    public void writeTo(AuditExport export, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        var format = Arrays.stream(AuditExport.Format.values())
                .filter(it -> mediaType.isCompatible(MediaType.valueOf(it.mediaType()))).findFirst().orElseThrow();
        export.write(format, out);
    }
}
