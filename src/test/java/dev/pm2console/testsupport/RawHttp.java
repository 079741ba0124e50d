package dev.pm2console.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Requests byte by byte, as no well-behaved client sends them.
public final class RawHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final InetAddress from;
    private final int port;

    public RawHttp(int port) {
        this(InetAddress.getLoopbackAddress(), port);
    }

    /// @param from the address that requests come from
    public RawHttp(InetAddress from, int port) {
        this.from = from;
        this.port = port;
    }

    /// What came back.
    ///
    /// @param status 0 where the connection ended without an answer
    public record Answer(int status, String head, String body) {

        /// The values of a header.
        public List<String> header(String name) {
            var values = new ArrayList<String>();
            head.lines().skip(1).filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .forEach(line -> values.add(line.substring(name.length() + 1).strip()));
            return values;
        }

        /// The problem's code; empty where the body is no problem.
        public String code() {
            var matcher = Pattern.compile("\"code\":\"([A-Z_0-9]+)\"").matcher(body);
            return matcher.find() ? matcher.group(1) : "";
        }
    }

    /// A request line, its headers (with a Host where they name none), and a body.
    public static String request(String line, String headers, String body) {
        return line + "\r\n" + headers + "\r\n" + body;
    }

    /// Sends text (as ISO 8859-1, so that every byte can be said) and reads the first answer.
    public Answer send(String request) {
        return exchange(request, 1).getFirst();
    }

    /// Sends text and reads answers until there are no more; never an empty list.
    public List<Answer> sendAll(String request) {
        return exchange(request, Integer.MAX_VALUE);
    }

    private List<Answer> exchange(String request, int most) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            write(socket, request);
            return answers(socket, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Socket socket, String request) throws IOException {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (SocketException hungUp) {
            // the other side has heard enough, and its answer is there to be read
        }
    }

    private static List<Answer> answers(Socket socket, int most) throws IOException {
        var received = new ByteArrayOutputStream();
        var answers = new ArrayList<Answer>();
        var buffer = new byte[8192];
        while (answers.size() < most) {
            var answer = first(received);
            if (answer.isPresent()) {
                answers.add(answer.get());
                socket.setSoTimeout(500); // is there one more?
                continue;
            }
            try {
                var count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    break;
                }
                received.write(buffer, 0, count);
            } catch (SocketTimeoutException quiet) {
                if (answers.isEmpty()) {
                    throw quiet;
                }
                break;
            } catch (SocketException reset) {
                break;
            }
        }
        return answers.isEmpty() ? List.of(new Answer(0, "", "")) : answers;
    }

    /// Takes the first whole answer out of what was received.
    private static Optional<Answer> first(ByteArrayOutputStream received) throws IOException {
        var text = received.toString(StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.")) {
            return Optional.empty();
        }
        var head = text.substring(0, end);
        var length = LENGTH.matcher(head);
        var total = end + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
        if (text.length() < total) {
            return Optional.empty();
        }
        received.reset();
        received.write(text.substring(total).getBytes(StandardCharsets.ISO_8859_1));
        return Optional.of(new Answer(Integer.parseInt(head.substring(9, 12)), head, text.substring(end + 4, total)));
    }
}
