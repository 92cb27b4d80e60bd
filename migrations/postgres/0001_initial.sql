-- The metadata of the registry, Postgres. `migrations/sqlite` has the same numbers and names.
--
-- Conventions
--   ids       uuid
--   digests   SHA-256, bytea of 32 bytes
--   times     timestamptz, microseconds; the database's own
--   JSON      json, not jsonb: it keeps a document as it was written. jsonb would write 1e23 as an integer and forget the
--             order of keys; a manifest that is read back must have the digest that it had. Nothing queries inside.
--   texts     COLLATE "C" where they are compared: in the order of their bytes, on every machine
--   versions  the order of version numbers is computed by the registry. No query may order by their text.
--
-- Every foreign key refuses (RESTRICT): nothing that others point at goes away, so a channel cannot dangle.
-- What must never change is guarded by triggers, against mistakes in this program and in others.
--
-- No row is written by the changes of all models: a change locks its model, and at its end its namespace, whose events it
-- counts. Changes in different namespaces never wait for each other. That is why there is no table `clock`: the last time
-- that was stored is kept by each namespace.

CREATE TABLE namespaces (
    id          uuid        NOT NULL PRIMARY KEY,
    name        text        NOT NULL COLLATE "C" UNIQUE,
    description text        NOT NULL,
    policy      json        NOT NULL,
    -- Only members may know of it.
    is_private  boolean     NOT NULL,
    -- The most bytes that its files may take; none means no limit.
    quota_bytes bigint      CHECK (quota_bytes >= 0),
    -- Guards changes of the namespace itself and of its members; those of its models leave it alone.
    revision    bigint      NOT NULL CHECK (revision >= 1),
    -- As the stamp of a model.
    stamp       uuid        NOT NULL,
    -- The number of its last event. Counted here, so that events have no gaps and namespaces do not wait for each other.
    event_seq   bigint      NOT NULL CHECK (event_seq >= 0),
    -- The last time that was stored with an event: the database never answers an earlier one, even when the machine's
    -- clock is set back. Not indexed, or counting an event would write the index too.
    last_at     timestamptz NOT NULL,
    created_at  timestamptz NOT NULL
) WITH (fillfactor = 50); -- Room for the next version of a row on its own page: counting an event touches no index.

-- The registry itself: its admins look after all namespaces, its events tell of principals and tokens. It has no models.
INSERT INTO namespaces
    (id, name, description, policy, is_private, revision, stamp, event_seq, last_at, created_at)
VALUES ('00000000-0000-0000-0000-000000000000', 'registry', 'The registry itself', '{}', true, 1, gen_random_uuid(), 0,
    clock_timestamp(), clock_timestamp());

CREATE TABLE models (
    id           uuid        NOT NULL PRIMARY KEY,
    namespace_id uuid        NOT NULL REFERENCES namespaces (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    name         text        NOT NULL COLLATE "C",
    description  text        NOT NULL,
    labels       json        NOT NULL,
    policy       json        NOT NULL,
    -- Guards every change of the model, of its versions and of its channels.
    revision     bigint      NOT NULL CHECK (revision >= 1),
    -- Random, another one with every revision. A database that was put back to an earlier moment, or forgot commits in a
    -- failover, gives out a revision twice, but no stamp.
    stamp        uuid        NOT NULL,
    archived_at  timestamptz,
    created_at   timestamptz NOT NULL,
    -- Also the order of lists and of the search.
    UNIQUE (namespace_id, name)
) WITH (fillfactor = 70);

-- Each distinct contract once: the versions of a line mostly share theirs.
CREATE TABLE contracts (
    digest    bytea NOT NULL PRIMARY KEY CHECK (octet_length(digest) = 32),
    -- What read it first.
    extractor text  NOT NULL,
    body      json  NOT NULL
);

-- What is said once and for all about a version.
CREATE TABLE versions (
    id              uuid        NOT NULL PRIMARY KEY,
    model_id        uuid        NOT NULL REFERENCES models (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    -- The number as published.
    version         text        NOT NULL COLLATE "C",
    -- The number without build metadata: 1.2.3+a and 1.2.3+b are one number.
    version_key     text        NOT NULL COLLATE "C" CHECK (position('+' IN version_key) = 0),
    ordinal         bigint      NOT NULL CHECK (ordinal >= 1),
    manifest_digest bytea       NOT NULL CHECK (octet_length(manifest_digest) = 32),
    content_digest  bytea       NOT NULL CHECK (octet_length(content_digest) = 32),
    contract_digest bytea       NOT NULL REFERENCES contracts (digest) ON UPDATE RESTRICT ON DELETE RESTRICT,
    created_at      timestamptz NOT NULL,
    created_by      text        NOT NULL,
    -- The documents are large; Postgres keeps them aside, and reading the columns before them does not read them.
    verdict         json        NOT NULL,
    artifact        json        NOT NULL,
    manifest        json        NOT NULL,
    UNIQUE (model_id, version_key),
    UNIQUE (model_id, ordinal)
);

-- The distinct contracts of a model are found without touching its versions.
CREATE INDEX versions_by_contract ON versions (model_id, contract_digest);

-- What may change about a version.
CREATE TABLE version_statuses (
    version_id    uuid        NOT NULL PRIMARY KEY REFERENCES versions (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    state         text        NOT NULL CHECK (state IN ('active', 'deprecated', 'yanked', 'disabled', 'deleted')),
    reason        text,
    -- What it goes back to when it is enabled or unyanked: states with their reasons, the nearest last.
    states_before json        NOT NULL,
    description   text        NOT NULL,
    labels        json        NOT NULL,
    changed_at    timestamptz NOT NULL
);

-- A file names a blob by line and digest, without a foreign key: the files of a deleted version stay on record when
-- their bytes are collected. That the blob is there is checked when the file is inserted.
CREATE TABLE version_files (
    version_id uuid   NOT NULL REFERENCES versions (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    path       text   NOT NULL COLLATE "C",
    size       bigint NOT NULL CHECK (size >= 0),
    sha256     bytea  NOT NULL CHECK (octet_length(sha256) = 32),
    media_type text   NOT NULL,
    line       text   NOT NULL COLLATE "C",
    PRIMARY KEY (version_id, path)
);

-- Blobs that are stored and verified, in the order of their storage keys. Known by names, not by ids: bytes may be
-- there before their model is.
CREATE TABLE blobs (
    namespace   text        NOT NULL COLLATE "C",
    model       text        NOT NULL COLLATE "C",
    line        text        NOT NULL COLLATE "C",
    sha256      bytea       NOT NULL CHECK (octet_length(sha256) = 32),
    size        bigint      NOT NULL CHECK (size >= 0),
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- A check has found other bytes. Recording the blob again clears it.
    is_damaged  boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (namespace, model, line, sha256)
);

-- Uploads in parts, known by what they promise. A row goes away when its blob is recorded, or after a week.
CREATE TABLE uploads (
    namespace     text        NOT NULL COLLATE "C",
    model         text        NOT NULL COLLATE "C",
    line          text        NOT NULL COLLATE "C",
    sha256        bytea       NOT NULL CHECK (octet_length(sha256) = 32),
    size          bigint      NOT NULL CHECK (size >= 0),
    -- The session of the blob store; none after the parts were refused.
    session       text        COLLATE "C" UNIQUE,
    -- The digest of the parts together, when they were refused.
    refused       bytea       CHECK (octet_length(refused) = 32),
    -- Whoever verifies or removes it has it alone until then.
    claimed_until timestamptz,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    PRIMARY KEY (namespace, model, line, sha256, size)
);

CREATE INDEX uploads_by_expiry ON uploads (expires_at);

CREATE TABLE upload_parts (
    session text   NOT NULL COLLATE "C" REFERENCES uploads (session) ON UPDATE RESTRICT ON DELETE RESTRICT,
    number  bigint NOT NULL CHECK (number >= 1),
    size    bigint NOT NULL CHECK (size >= 1),
    sha256  bytea  NOT NULL CHECK (octet_length(sha256) = 32),
    tag     text   NOT NULL,
    PRIMARY KEY (session, number)
);

CREATE TABLE channels (
    model_id uuid   NOT NULL REFERENCES models (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    name     text   NOT NULL COLLATE "C",
    policy   json   NOT NULL,
    -- The number of the last revision, 0 before the first.
    head_seq bigint NOT NULL CHECK (head_seq >= 0),
    PRIMARY KEY (model_id, name)
) WITH (fillfactor = 70);

-- The history of a channel. `version_key` keeps it inside its model: a channel cannot serve a version of another one.
CREATE TABLE channel_revisions (
    model_id       uuid        NOT NULL,
    channel        text        NOT NULL COLLATE "C",
    seq            bigint      NOT NULL CHECK (seq >= 1),
    kind           text        NOT NULL CHECK (kind IN ('promote', 'rollback', 'clear', 'import')),
    version_key    text        COLLATE "C" CHECK ((version_key IS NULL) = (kind = 'clear')),
    undo_depth_seq bigint      NOT NULL CHECK (undo_depth_seq BETWEEN 1 AND seq),
    restored_seq   bigint      CHECK ((restored_seq IS NOT NULL) = (kind = 'rollback') AND restored_seq < seq),
    direction      text        CHECK (direction IN ('forward', 'backward')),
    actor          text        NOT NULL,
    reason         text,
    compat         json,
    created_at     timestamptz NOT NULL,
    PRIMARY KEY (model_id, channel, seq),
    FOREIGN KEY (model_id, channel) REFERENCES channels (model_id, name) ON UPDATE RESTRICT ON DELETE RESTRICT,
    FOREIGN KEY (model_id, version_key) REFERENCES versions (model_id, version_key)
        ON UPDATE RESTRICT ON DELETE RESTRICT,
    FOREIGN KEY (model_id, channel, restored_seq) REFERENCES channel_revisions (model_id, channel, seq)
        ON UPDATE RESTRICT ON DELETE RESTRICT
);

-- What happened, per namespace 1, 2, 3… without gaps.
CREATE TABLE events (
    namespace_id uuid        NOT NULL REFERENCES namespaces (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    seq          bigint      NOT NULL CHECK (seq >= 1),
    id           uuid        NOT NULL,
    type         text        NOT NULL,
    time         timestamptz NOT NULL,
    payload      json        NOT NULL,
    PRIMARY KEY (namespace_id, seq)
);

-- Events that still have to be told to others. A row goes away when that is done.
CREATE TABLE outbox (
    namespace_id uuid   NOT NULL,
    seq          bigint NOT NULL,
    PRIMARY KEY (namespace_id, seq),
    FOREIGN KEY (namespace_id, seq) REFERENCES events (namespace_id, seq) ON UPDATE RESTRICT ON DELETE RESTRICT
);

-- Users and service accounts. A name is never given to another one: what it did is on record.
CREATE TABLE principals (
    name        text        NOT NULL COLLATE "C" PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('user', 'service')),
    description text        NOT NULL,
    -- Since when their tokens open nothing.
    disabled_at timestamptz,
    created_at  timestamptz NOT NULL,
    created_by  text        NOT NULL
);

CREATE TABLE members (
    namespace_id uuid        NOT NULL REFERENCES namespaces (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
    principal    text        NOT NULL COLLATE "C" REFERENCES principals (name) ON UPDATE RESTRICT ON DELETE RESTRICT,
    roles        json        NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (namespace_id, principal)
);

CREATE INDEX members_by_principal ON members (principal);

-- Tokens are looked up by the digest of their secret; the secret itself is stored nowhere.
CREATE TABLE tokens (
    id           uuid        NOT NULL PRIMARY KEY,
    sha256       bytea       NOT NULL UNIQUE CHECK (octet_length(sha256) = 32),
    principal    text        NOT NULL COLLATE "C" REFERENCES principals (name) ON UPDATE RESTRICT ON DELETE RESTRICT,
    description  text        NOT NULL,
    -- What it is limited to; none when it may do all that its principal may.
    scopes       json,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    -- To the minute.
    last_used_at timestamptz,
    created_at   timestamptz NOT NULL,
    created_by   text        NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX tokens_by_principal ON tokens (principal, id);

-- Answers to requests with an idempotency key, good for one day.
CREATE TABLE idempotency_keys (
    principal   text        NOT NULL COLLATE "C",
    route       text        NOT NULL COLLATE "C",
    key         text        NOT NULL COLLATE "C",
    body_sha256 bytea       NOT NULL CHECK (octet_length(body_sha256) = 32),
    status      bigint      NOT NULL,
    body        text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (principal, route, key)
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

-- Every new answer sweeps out expired ones, so that the table is never larger than one day. At most two at a time: no
-- commit pays for the day before. What another commit sweeps is skipped: nobody waits.
CREATE FUNCTION idempotency_keys_expire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM idempotency_keys
        WHERE created_at < clock_timestamp() - interval '1 day' ORDER BY created_at LIMIT 2 FOR UPDATE SKIP LOCKED
    ));
    RETURN NULL;
END $$;

CREATE TRIGGER idempotency_keys_expire AFTER INSERT ON idempotency_keys
    FOR EACH ROW EXECUTE FUNCTION idempotency_keys_expire();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% are append-only', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER contracts_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON contracts
    EXECUTE FUNCTION refuse_change('contracts');
CREATE TRIGGER versions_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON versions
    EXECUTE FUNCTION refuse_change('versions');
CREATE TRIGGER version_files_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON version_files
    EXECUTE FUNCTION refuse_change('files of versions');
CREATE TRIGGER channel_revisions_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON channel_revisions
    EXECUTE FUNCTION refuse_change('channel revisions');
CREATE TRIGGER events_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON events
    EXECUTE FUNCTION refuse_change('events');
