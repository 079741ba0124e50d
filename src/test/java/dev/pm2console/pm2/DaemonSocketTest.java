package dev.pm2console.pm2;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.pm2console.process.DaemonState;
import dev.pm2console.testsupport.FakePm2Daemon;

class DaemonSocketTest {

    private final FakePm2Daemon daemon = FakePm2Daemon.start();
    private final DaemonSocket socket = new DaemonSocket(daemon.rpcSocket());

    @AfterEach
    void end() {
        daemon.close();
    }

    @Test
    void absentSocketIsDownInAnyLanguage() {
        daemon.stop();

        assertThat(socket.explain(new SocketException("Datei oder Verzeichnis nicht gefunden")).state())
                .isEqualTo(DaemonState.DOWN);
    }

    @Test
    void refusedConnectionIsDown() {
        assertThat(socket.explain(new ConnectException("refused")).state()).isEqualTo(DaemonState.DOWN);
    }

    @Test
    void anyOtherFailureIsUnreachableAndSaysWhy() {
        var failure = socket.explain(new SocketException("Permission denied"));

        assertThat(failure.state()).isEqualTo(DaemonState.UNREACHABLE);
        assertThat(failure.reason()).contains(daemon.rpcSocket().toString(), "Permission denied");
    }

    @Test
    void socketThatIsGoneHasNoIdentity() {
        var first = socket.identity();

        daemon.stop();

        assertThat(first).isPresent();
        assertThat(socket.identity()).isEmpty();
    }
}
