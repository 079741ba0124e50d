package dev.pm2console.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import dev.pm2console.command.ErrorCode;

/// Reads the bodies of the API's requests, up to the limit.
@Provider
public final class LimitedBody implements MessageBodyReader<byte[]> {

    private final BodyLimit limit;

    LimitedBody(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == byte[].class;
    }

    @Override
    public byte[] readFrom(Class<byte[]> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        var bytes = body.readNBytes(limit.bytes() + 1);
        if (bytes.length > limit.bytes()) {
            body.transferTo(OutputStream.nullOutputStream());
            throw new WebApplicationException(ErrorCode.PAYLOAD_TOO_LARGE.status());
        }
        return bytes;
    }
}
