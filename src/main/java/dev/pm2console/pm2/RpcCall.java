package dev.pm2console.pm2;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

import dev.pm2console.pm2.wire.RpcReply;
import dev.pm2console.process.DaemonFailure;

/// One call from its sending to its answer.
///
/// @param id     unique within its client
/// @param method PM2's name for it
/// @param frame  the request, to be written once
/// @param told   no answer is waited for
/// @param answer completed once, by the connection
record RpcCall(String id, String method, ByteBuffer frame, boolean told, CompletableFuture<Answer> answer) {

    RpcCall(String id, String method, ByteBuffer frame, boolean told) {
        this(id, method, frame, told, new CompletableFuture<>());
    }

    /// What became of a call.
    sealed interface Answer {
        record Replied(RpcReply reply) implements Answer {
        }

        record Failed(DaemonFailure failure) implements Answer {
        }
    }

    @Override
    public String toString() {
        return "RpcCall[" + id + " " + method + "]";
    }
}
