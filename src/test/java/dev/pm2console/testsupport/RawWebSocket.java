package dev.pm2console.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A WebSocket frame by frame, as no well-behaved client sends them.
public final class RawWebSocket implements AutoCloseable {

    public static final int TEXT = 0x1;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;

    private final Socket socket;
    private final DataInputStream in;
    private boolean hungUpEarly;

    /// A frame that came.
    ///
    /// @param opcode -1 where the connection ended without one
    /// @param text   its payload
    /// @param closeCode why the socket was closed (RFC 6455, 7.4.1); 0 where it says nothing
    public record Frame(int opcode, String text, int closeCode) {

        private static final Frame NONE = new Frame(-1, "", 0);

        private static Frame of(int opcode, byte[] payload) {
            var closeCode = opcode == CLOSE && payload.length >= 2 ? ByteBuffer.wrap(payload).getShort() & 0xffff : 0;
            return new Frame(opcode, new String(payload, StandardCharsets.UTF_8), closeCode);
        }
    }

    /// @param headers lines, of which none ends the head
    public RawWebSocket(int port, String path, String... headers) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        in = new DataInputStream(socket.getInputStream());
        var head = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n";
        write(head.getBytes(StandardCharsets.ISO_8859_1));
        var answer = new ByteArrayOutputStream();
        while (!answer.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            answer.write(in.readByte());
        }
        if (!answer.toString(StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 101")) {
            throw new IOException("not opened: " + answer.toString(StandardCharsets.ISO_8859_1));
        }
    }

    /// Sends a whole masked frame.
    public void frame(int opcode, byte[] payload) throws IOException {
        frame(FINAL | opcode, true, payload.length, payload);
    }

    /// Sends a frame's head and as much of its payload as there is, whatever the head claims.
    ///
    /// @param first the first byte: flags and opcode
    public void frame(int first, boolean masked, long claimed, byte[] payload) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(first);
        var mask = masked ? MASKED : 0;
        if (claimed < 126) {
            out.write(mask | (int) claimed);
        } else if (claimed < 65_536) {
            out.write(mask | 126);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) claimed).array());
        } else {
            out.write(mask | 127);
            out.writeBytes(ByteBuffer.allocate(8).putLong(claimed).array());
        }
        if (masked) {
            out.writeBytes(new byte[4]); // a mask of zeros changes nothing
        }
        out.writeBytes(payload);
        write(out.toByteArray());
    }

    /// The next message that the server sends, of however many frames.
    public Frame next() throws IOException {
        try {
            var first = in.readUnsignedByte();
            var payload = new ByteArrayOutputStream();
            payload.writeBytes(payload());
            for (var part = first; (part & FINAL) == 0;) {
                part = in.readUnsignedByte();
                payload.writeBytes(payload());
            }
            return Frame.of(first & 0xf, payload.toByteArray());
        } catch (EOFException | SocketException ended) {
            return Frame.NONE;
        }
    }

    /// Whether the server hung up before everything was sent.
    public boolean isHungUpEarly() {
        return hungUpEarly;
    }

    /// What ends the socket: the frame that says so, or -1 for an end without one.
    public Frame untilClosed() throws IOException {
        var frame = next();
        while (frame.opcode() != CLOSE && frame.opcode() != -1) {
            frame = next();
        }
        return frame;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private byte[] payload() throws IOException {
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        return in.readNBytes(Math.toIntExact(length));
    }

    /// The server may hang up in the middle of what it doesn't want.
    private void write(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException hungUp) {
            hungUpEarly = true; // what it said before can still be read
        }
    }
}
