-- The metadata of the registry, SQLite. `migrations/postgres` has the same numbers and names.
--
-- Conventions
--   ids       UUIDs, 16 bytes
--   digests   SHA-256, 32 bytes
--   times     RFC 3339 in UTC with six decimals, so that the order of the texts is the order of the times; the
--             database's own
--   JSON      text, checked to be JSON; what it means is checked where it is read
--   versions  the order of version numbers is computed by the registry. No query may order by their text.
--
-- Every foreign key refuses (RESTRICT): nothing that others point at goes away, so a channel cannot dangle.
-- What must never change is guarded by triggers, against mistakes in this program and in others.

-- The last time that was stored: the database never answers an earlier one, even when the machine's clock is set back.
CREATE TABLE clock (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    now TEXT    NOT NULL
) STRICT;

INSERT INTO clock (one, now) VALUES (1, '1970-01-01T00:00:00.000000Z');

CREATE TABLE namespaces (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name        TEXT    NOT NULL UNIQUE,
    description TEXT    NOT NULL,
    policy      TEXT    NOT NULL CHECK (json_valid(policy)),
    -- Only members may know of it.
    is_private  INTEGER NOT NULL CHECK (is_private IN (0, 1)),
    -- The most bytes that its files may take; none means no limit.
    quota_bytes INTEGER CHECK (quota_bytes >= 0),
    -- Guards changes of the namespace itself and of its members; those of its models leave it alone.
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    -- As the stamp of a model.
    stamp       BLOB    NOT NULL CHECK (length(stamp) = 16),
    -- The number of its last event. Counted here, so that events have no gaps and namespaces do not wait for each other.
    event_seq   INTEGER NOT NULL CHECK (event_seq >= 0),
    created_at  TEXT    NOT NULL
) STRICT;

-- The registry itself: its admins look after all namespaces, its events tell of principals and tokens. It has no models.
INSERT INTO namespaces (id, name, description, policy, is_private, revision, stamp, event_seq, created_at)
VALUES (zeroblob(16), 'registry', 'The registry itself', '{}', 1, 1, randomblob(16), 0,
    strftime('%Y-%m-%dT%H:%M:%f000Z', 'now'));

CREATE TABLE models (
    id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    namespace_id BLOB    NOT NULL REFERENCES namespaces (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    name         TEXT    NOT NULL,
    description  TEXT    NOT NULL,
    labels       TEXT    NOT NULL CHECK (json_valid(labels)),
    policy       TEXT    NOT NULL CHECK (json_valid(policy)),
    -- Guards every change of the model, of its versions and of its channels.
    revision     INTEGER NOT NULL CHECK (revision >= 1),
    -- Random, another one with every revision. A database that was put back to an earlier moment, or forgot commits in a
    -- failover, gives out a revision twice, but no stamp.
    stamp        BLOB    NOT NULL CHECK (length(stamp) = 16),
    archived_at  TEXT,
    created_at   TEXT    NOT NULL,
    -- Also the order of lists and of the search.
    UNIQUE (namespace_id, name)
) STRICT;

-- Each distinct contract once: the versions of a line mostly share theirs.
CREATE TABLE contracts (
    digest    BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    -- What read it first.
    extractor TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

-- What is said once and for all about a version.
CREATE TABLE versions (
    id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    model_id        BLOB    NOT NULL REFERENCES models (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    -- The number as published.
    version         TEXT    NOT NULL,
    -- The number without build metadata: 1.2.3+a and 1.2.3+b are one number.
    version_key     TEXT    NOT NULL CHECK (instr(version_key, '+') = 0),
    ordinal         INTEGER NOT NULL CHECK (ordinal >= 1),
    manifest_digest BLOB    NOT NULL CHECK (length(manifest_digest) = 32),
    content_digest  BLOB    NOT NULL CHECK (length(content_digest) = 32),
    contract_digest BLOB    NOT NULL REFERENCES contracts (digest) ON UPDATE RESTRICT ON DELETE RESTRICT,
    created_at      TEXT    NOT NULL,
    created_by      TEXT    NOT NULL,
    -- The documents are large and stand last: reading the columns before them does not read their pages.
    verdict         TEXT    NOT NULL CHECK (json_valid(verdict)),
    artifact        TEXT    NOT NULL CHECK (json_valid(artifact)),
    manifest        TEXT    NOT NULL CHECK (json_valid(manifest)),
    UNIQUE (model_id, version_key),
    UNIQUE (model_id, ordinal)
) STRICT;

-- The distinct contracts of a model are found without touching its versions.
CREATE INDEX versions_by_contract ON versions (model_id, contract_digest);

-- What may change about a version.
CREATE TABLE version_statuses (
    version_id    BLOB NOT NULL PRIMARY KEY REFERENCES versions (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    state         TEXT NOT NULL CHECK (state IN ('active', 'deprecated', 'yanked', 'disabled', 'deleted')),
    reason        TEXT,
    -- What it goes back to when it is enabled or unyanked: states with their reasons, the nearest last.
    states_before TEXT NOT NULL CHECK (json_valid(states_before)),
    description   TEXT NOT NULL,
    labels        TEXT NOT NULL CHECK (json_valid(labels)),
    changed_at    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A file names a blob by line and digest, without a foreign key: the files of a deleted version stay on record when
-- their bytes are collected. That the blob is there is checked when the file is inserted.
CREATE TABLE version_files (
    version_id BLOB    NOT NULL REFERENCES versions (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    path       TEXT    NOT NULL,
    size       INTEGER NOT NULL CHECK (size >= 0),
    sha256     BLOB    NOT NULL CHECK (length(sha256) = 32),
    media_type TEXT    NOT NULL,
    line       TEXT    NOT NULL,
    PRIMARY KEY (version_id, path)
) STRICT, WITHOUT ROWID;

-- Blobs that are stored and verified, in the order of their storage keys. Known by names, not by ids: bytes may be
-- there before their model is.
CREATE TABLE blobs (
    namespace   TEXT    NOT NULL,
    model       TEXT    NOT NULL,
    line        TEXT    NOT NULL,
    sha256      BLOB    NOT NULL CHECK (length(sha256) = 32),
    size        INTEGER NOT NULL CHECK (size >= 0),
    recorded_at TEXT    NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    -- A check has found other bytes. Recording the blob again clears it.
    is_damaged  INTEGER NOT NULL DEFAULT 0 CHECK (is_damaged IN (0, 1)),
    PRIMARY KEY (namespace, model, line, sha256)
) STRICT, WITHOUT ROWID;

-- Uploads in parts, known by what they promise. A row goes away when its blob is recorded, or after a week.
CREATE TABLE uploads (
    namespace     TEXT    NOT NULL,
    model         TEXT    NOT NULL,
    line          TEXT    NOT NULL,
    sha256        BLOB    NOT NULL CHECK (length(sha256) = 32),
    size          INTEGER NOT NULL CHECK (size >= 0),
    -- The session of the blob store; none after the parts were refused.
    session       TEXT    UNIQUE,
    -- The digest of the parts together, when they were refused.
    refused       BLOB    CHECK (length(refused) = 32),
    -- Whoever verifies or removes it has it alone until then.
    claimed_until TEXT,
    created_at    TEXT    NOT NULL,
    expires_at    TEXT    NOT NULL,
    PRIMARY KEY (namespace, model, line, sha256, size)
) STRICT;

CREATE INDEX uploads_by_expiry ON uploads (expires_at);

CREATE TABLE upload_parts (
    session TEXT    NOT NULL REFERENCES uploads (session) ON UPDATE RESTRICT ON DELETE RESTRICT,
    number  INTEGER NOT NULL CHECK (number >= 1),
    size    INTEGER NOT NULL CHECK (size >= 1),
    sha256  BLOB    NOT NULL CHECK (length(sha256) = 32),
    tag     TEXT    NOT NULL,
    PRIMARY KEY (session, number)
) STRICT;

CREATE TABLE channels (
    model_id BLOB    NOT NULL REFERENCES models (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    name     TEXT    NOT NULL,
    policy   TEXT    NOT NULL CHECK (json_valid(policy)),
    -- The number of the last revision, 0 before the first.
    head_seq INTEGER NOT NULL CHECK (head_seq >= 0),
    PRIMARY KEY (model_id, name)
) STRICT, WITHOUT ROWID;

-- The history of a channel. `version_key` keeps it inside its model: a channel cannot serve a version of another one.
CREATE TABLE channel_revisions (
    model_id       BLOB    NOT NULL,
    channel        TEXT    NOT NULL,
    seq            INTEGER NOT NULL CHECK (seq >= 1),
    kind           TEXT    NOT NULL CHECK (kind IN ('promote', 'rollback', 'clear', 'import')),
    version_key    TEXT    CHECK ((version_key IS NULL) = (kind = 'clear')),
    undo_depth_seq INTEGER NOT NULL CHECK (undo_depth_seq BETWEEN 1 AND seq),
    restored_seq   INTEGER CHECK ((restored_seq IS NOT NULL) = (kind = 'rollback') AND restored_seq < seq),
    direction      TEXT    CHECK (direction IN ('forward', 'backward')),
    actor          TEXT    NOT NULL,
    reason         TEXT,
    compat         TEXT    CHECK (json_valid(compat)),
    created_at     TEXT    NOT NULL,
    PRIMARY KEY (model_id, channel, seq),
    FOREIGN KEY (model_id, channel) REFERENCES channels (model_id, name) ON UPDATE RESTRICT ON DELETE RESTRICT,
    FOREIGN KEY (model_id, version_key) REFERENCES versions (model_id, version_key)
        ON UPDATE RESTRICT ON DELETE RESTRICT,
    FOREIGN KEY (model_id, channel, restored_seq) REFERENCES channel_revisions (model_id, channel, seq)
        ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

-- What happened, per namespace 1, 2, 3… without gaps.
CREATE TABLE events (
    namespace_id BLOB    NOT NULL REFERENCES namespaces (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    seq          INTEGER NOT NULL CHECK (seq >= 1),
    id           BLOB    NOT NULL CHECK (length(id) = 16),
    type         TEXT    NOT NULL,
    time         TEXT    NOT NULL,
    payload      TEXT    NOT NULL CHECK (json_valid(payload)),
    PRIMARY KEY (namespace_id, seq)
) STRICT, WITHOUT ROWID;

-- Events that still have to be told to others. A row goes away when that is done.
CREATE TABLE outbox (
    namespace_id BLOB    NOT NULL,
    seq          INTEGER NOT NULL,
    PRIMARY KEY (namespace_id, seq),
    FOREIGN KEY (namespace_id, seq) REFERENCES events (namespace_id, seq) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

-- Users and service accounts. A name is never given to another one: what it did is on record.
CREATE TABLE principals (
    name        TEXT NOT NULL PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('user', 'service')),
    description TEXT NOT NULL,
    -- Since when their tokens open nothing.
    disabled_at TEXT,
    created_at  TEXT NOT NULL,
    created_by  TEXT NOT NULL
) STRICT;

CREATE TABLE members (
    namespace_id BLOB NOT NULL REFERENCES namespaces (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    principal    TEXT NOT NULL REFERENCES principals (name) ON UPDATE RESTRICT ON DELETE RESTRICT,
    roles        TEXT NOT NULL CHECK (json_valid(roles)),
    created_at   TEXT NOT NULL,
    PRIMARY KEY (namespace_id, principal)
) STRICT;

CREATE INDEX members_by_principal ON members (principal);

-- Tokens are looked up by the digest of their secret; the secret itself is stored nowhere.
CREATE TABLE tokens (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    sha256       BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    principal    TEXT NOT NULL REFERENCES principals (name) ON UPDATE RESTRICT ON DELETE RESTRICT,
    description  TEXT NOT NULL,
    -- What it is limited to; none when it may do all that its principal may.
    scopes       TEXT CHECK (json_valid(scopes)),
    expires_at   TEXT,
    revoked_at   TEXT,
    -- To the minute.
    last_used_at TEXT,
    created_at   TEXT NOT NULL,
    created_by   TEXT NOT NULL
) STRICT;

CREATE INDEX tokens_by_principal ON tokens (principal, id);

-- Answers to requests with an idempotency key, good for one day.
CREATE TABLE idempotency_keys (
    principal   TEXT    NOT NULL,
    route       TEXT    NOT NULL,
    key         TEXT    NOT NULL,
    body_sha256 BLOB    NOT NULL CHECK (length(body_sha256) = 32),
    status      INTEGER NOT NULL,
    body        TEXT    NOT NULL,
    created_at  TEXT    NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    PRIMARY KEY (principal, route, key)
) STRICT;

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

-- Every new answer sweeps out expired ones, so that the table is never larger than one day. At most two at a time: no
-- commit pays for the day before.
CREATE TRIGGER idempotency_keys_expire AFTER INSERT ON idempotency_keys
BEGIN
    DELETE FROM idempotency_keys WHERE rowid IN (
        SELECT rowid FROM idempotency_keys
        WHERE created_at < strftime('%Y-%m-%dT%H:%M:%f000Z', 'now', '-1 day') ORDER BY created_at LIMIT 2
    );
END;

CREATE TRIGGER contracts_refuse_update BEFORE UPDATE ON contracts
BEGIN SELECT RAISE(ABORT, 'contracts are append-only'); END;
CREATE TRIGGER contracts_refuse_delete BEFORE DELETE ON contracts
BEGIN SELECT RAISE(ABORT, 'contracts are append-only'); END;

CREATE TRIGGER versions_refuse_update BEFORE UPDATE ON versions
BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;
CREATE TRIGGER versions_refuse_delete BEFORE DELETE ON versions
BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;

CREATE TRIGGER version_files_refuse_update BEFORE UPDATE ON version_files
BEGIN SELECT RAISE(ABORT, 'files of versions are append-only'); END;
CREATE TRIGGER version_files_refuse_delete BEFORE DELETE ON version_files
BEGIN SELECT RAISE(ABORT, 'files of versions are append-only'); END;

CREATE TRIGGER channel_revisions_refuse_update BEFORE UPDATE ON channel_revisions
BEGIN SELECT RAISE(ABORT, 'channel revisions are append-only'); END;
CREATE TRIGGER channel_revisions_refuse_delete BEFORE DELETE ON channel_revisions
BEGIN SELECT RAISE(ABORT, 'channel revisions are append-only'); END;

CREATE TRIGGER events_refuse_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_refuse_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
