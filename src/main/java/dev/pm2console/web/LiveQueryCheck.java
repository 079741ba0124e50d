package dev.pm2console.web;

import jakarta.inject.Singleton;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;

/// Refuses a stream whose query can't be understood, before there is a socket.
@Singleton
class LiveQueryCheck implements HttpUpgradeCheck {

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        try {
            var query = context.httpRequest().query();
            if (context.httpRequest().path().equals(LogsSocket.PATH)) {
                LiveQuery.logs(query);
            } else {
                LiveQuery.process(query);
            }
            return CheckResult.permitUpgrade();
        } catch (IllegalArgumentException invalid) {
            return CheckResult.rejectUpgrade(400);
        }
    }
}
