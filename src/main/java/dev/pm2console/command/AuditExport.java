package dev.pm2console.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.audit.AuditCsv;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.audit.AuditLog;
import dev.pm2console.audit.AuditPage;
import dev.pm2console.audit.AuditPlace;
import dev.pm2console.audit.AuditQuery;

/// Entries of the audit on their way into a file, newest first. They are read a page at a time as they are written, so whoever
/// takes them slowly keeps nobody waiting and fills no memory. The first page is there from the beginning: if the audit can't be
/// read, that is known before anything was written.
public final class AuditExport {

    private static final int PAGE = 500;

    private final AuditLog audit;
    private final AuditQuery query;
    private final int limit;
    private final ObjectMapper json;
    private final AuditPage first;

    /// A form of the file.
    public enum Format {
        /// One JSON object a line, as `listAudit` has them.
        JSON_LINES("application/x-ndjson", "jsonl"),
        /// Comma-separated values (RFC 4180) with a line of names.
        CSV("text/csv", "csv");

        private final String mediaType;
        private final String extension;

        Format(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }

        public String mediaType() {
            return mediaType;
        }

        /// The form that a file with this ending has: `jsonl` or `csv`.
        public static Optional<Format> of(String extension) {
            return Arrays.stream(values()).filter(format -> format.extension.equals(extension)).findFirst();
        }

        /// What a file of this form is called.
        public String fileName() {
            return "pm2-console-audit." + extension;
        }
    }

    AuditExport(AuditLog audit, AuditQuery query, int limit, ObjectMapper json) {
        this.audit = audit;
        this.query = query;
        this.limit = limit;
        this.json = json;
        first = page(Optional.empty(), limit);
    }

    /// Writes everything, in UTF-8. Blocks; does not close `out`.
    public void write(Format format, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (format == Format.CSV) {
            writer.write(AuditCsv.HEADER);
        }
        var page = first;
        var left = limit;
        while (true) {
            for (var entry : page.entries()) {
                write(format, entry, writer);
            }
            writer.flush();
            left -= page.entries().size();
            if (left <= 0 || page.next().isEmpty()) {
                return;
            }
            page = page(page.next(), left);
        }
    }

    private AuditPage page(Optional<AuditPlace> after, int left) {
        return audit.page(query, after, Math.min(PAGE, left));
    }

    private void write(Format format, AuditEntry entry, Writer out) throws IOException {
        switch (format) {
            case JSON_LINES -> out.append(json.writeValueAsString(Views.entry(entry))).append('\n');
            case CSV -> out.write(AuditCsv.row(entry));
        }
    }
}
