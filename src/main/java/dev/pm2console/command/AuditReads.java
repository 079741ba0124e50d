package dev.pm2console.command;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.audit.AuditLog;

/// The commands that tell who did what.
final class AuditReads {

    private final AuditLog audit;
    private final ObjectMapper json;

    AuditReads(AuditLog audit, ObjectMapper json) {
        this.audit = audit;
        this.json = json;
    }

    Results.AuditEntries list(ListAudit command) {
        return new Results.AuditEntries(
                audit.find(command.query(), command.limit()).stream().map(Views::entry).toList());
    }

    AuditExport export(ExportAudit command) {
        return new AuditExport(audit, command.query(), command.limit(), json);
    }
}
