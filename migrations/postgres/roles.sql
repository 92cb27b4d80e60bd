-- Gives a role what the server needs, and no more: no DDL, and no UPDATE or DELETE on tables that are append-only.
-- `registry-server migrate --grant-to ROLE` runs it; so does psql, after `SET registry.role = 'ROLE'`.
-- Running it again changes nothing. Only the role that owns the tables can run it.

DO $$
DECLARE
    role text := current_setting('registry.role');
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role);
    EXECUTE format('REVOKE ALL ON contracts, versions, version_files, channel_revisions, events FROM %I', role);
    EXECUTE format('GRANT SELECT ON _sqlx_migrations TO %I', role);
    EXECUTE format('GRANT SELECT, INSERT ON contracts, versions, version_files, channel_revisions, events TO %I', role);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON namespaces, models, version_statuses, channels, principals, tokens TO %I', role);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON outbox TO %I', role);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON blobs, idempotency_keys, uploads, upload_parts, members TO %I', role);
END $$;
