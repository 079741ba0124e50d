package dev.pm2console.logs;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// What a gzip file holds; it ends where the file is cut or broken, as one is that is being written.
final class Unpacked extends InputStream {

    private static final int BUFFER = 64 << 10;

    private final InputStream packed;
    private InputStream inner;

    /// Closed together with this.
    Unpacked(InputStream packed) throws IOException {
        this.packed = packed;
        inner = begin(packed);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return inner.read(bytes, from, length);
        } catch (EOFException | ZipException broken) {
            inner = nullInputStream();
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    private static InputStream begin(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, BUFFER);
        } catch (EOFException | ZipException none) {
            return nullInputStream();
        } catch (IOException | RuntimeException e) {
            packed.close();
            throw e;
        }
    }
}
