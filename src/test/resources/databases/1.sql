-- A database of the console, as it was when its tables had these steps: accounts 1, audit 1. Frozen: a step that was released is not changed.
BEGIN TRANSACTION;
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    command TEXT NOT NULL,
    door TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    agent TEXT,
    session TEXT,
    message TEXT,
    target TEXT,
    parameters TEXT NOT NULL,
    outcome TEXT NOT NULL,
    code TEXT,
    took_ms INTEGER NOT NULL
) STRICT;
INSERT INTO "audit" VALUES(1,1795800205440,'reloadProcess','rest','CONSOLE_ADMIN_TOKEN','admin',NULL,NULL,NULL,'slow','{}','DONE',NULL,13000);
INSERT INTO "audit" VALUES(2,1795800545813,'addToken','cli','cli:root','admin',NULL,NULL,NULL,'token:deploy','{"role":"operator"}','DONE',NULL,94);
INSERT INTO "audit" VALUES(3,1795800549448,'addUser','cli','cli:root','admin',NULL,NULL,NULL,'user:ann','{"role":"admin"}','DONE',NULL,1558);
CREATE TABLE schema (feature TEXT PRIMARY KEY, steps INTEGER NOT NULL) STRICT;
INSERT INTO "schema" VALUES('accounts',1);
INSERT INTO "schema" VALUES('audit',1);
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL COLLATE NOCASE REFERENCES users (name) ON DELETE CASCADE,
    began_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    role TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    expires_at INTEGER,
    used_at INTEGER
) STRICT;
INSERT INTO "tokens" VALUES(1,'deploy','OPERATOR','bf602d122e7d7767f5e346834d67489fd31f7a59ffd7cfcb222fe099c5a31c2c',1795800545816,'cli:root',NULL,NULL);
CREATE TABLE users (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    role TEXT NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0,
    password TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    password_at INTEGER NOT NULL,
    signed_in_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO "users" VALUES('ann','ADMIN',0,'$2a$04$no.longer.a.hash.of.anything.at.all.but.as.long.as.one.is1',1795800550991,1795800550991,NULL);
CREATE INDEX audit_at ON audit (at);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is not changed');
END;
CREATE TRIGGER audit_is_kept_for_a_day BEFORE DELETE ON audit
WHEN OLD.at > (unixepoch() - 86400) * 1000
BEGIN
    SELECT RAISE(ABORT, 'the audit of the last day is kept');
END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('audit',3);
INSERT INTO "sqlite_sequence" VALUES('tokens',1);
COMMIT;
