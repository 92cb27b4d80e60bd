//! Rows of the tables as the domain has them. Both engines name their columns alike, so both read them here.

use std::sync::Arc;

use registry_core::access::{Grants, Role, Roles};
use registry_core::channel::ChannelRevision;
use registry_core::manifest::FilePath;
use registry_core::name::{ModelName, NamespaceName};
use registry_core::version::Version;

use super::cells::{Cells, Columns, all};
use crate::access::{Bearer, Member, Principal, TokenRecord};
use crate::error::StoreError;
use crate::rows::{
    BlobRecord, Channel, EventRecord, FileRecord, Model, ModelSnapshot, Namespace, RevisionRecord, Standing,
    StoredAnswer, StoredContract, VersionDocuments, VersionRecord, VersionStatus,
};
use crate::uploads::{UploadPart, UploadRecord};

type Read<T> = Result<T, StoreError>;

pub(crate) fn namespace(row: &dyn Cells) -> Read<Namespace> {
    let columns = Columns::of(row, "namespaces", "name");
    Ok(Namespace {
        id: columns.id("id")?,
        name: columns.parse("name")?,
        description: columns.text("description")?,
        policy: columns.json("policy")?,
        is_private: columns.count::<u64>("is_private")? == 1,
        quota_bytes: columns.count_optional("quota_bytes")?,
        revision: columns.count("revision")?,
        stamp: columns.id("stamp")?,
        created_at: columns.time("created_at")?,
    })
}

/// A model that was selected with the name of its namespace.
pub(crate) fn model(row: &dyn Cells) -> Read<Model> {
    let columns = Columns::of(row, "models", "name");
    Ok(Model {
        id: columns.id("id")?,
        namespace: columns.joined("namespaces").parse("namespace")?,
        name: columns.parse("name")?,
        description: columns.text("description")?,
        labels: columns.json("labels")?,
        policy: columns.json("policy")?,
        revision: columns.count("revision")?,
        stamp: columns.id("stamp")?,
        archived_at: columns.time_optional("archived_at")?,
        created_at: columns.time("created_at")?,
    })
}

/// A model that was selected with its namespace, and the rest of its snapshot.
pub(crate) fn snapshot(row: &dyn Cells, versions: Vec<VersionRecord>, channels: Vec<Channel>) -> Read<ModelSnapshot> {
    let columns = Columns::of(row, "namespaces", "namespace");
    Ok(ModelSnapshot {
        model: model(row)?,
        namespace_policy: columns.json("namespace_policy")?,
        namespace_quota: columns.count_optional("namespace_quota")?,
        namespace_revision: columns.count("namespace_revision")?,
        namespace_stamp: columns.id("namespace_stamp")?,
        versions,
        channels,
    })
}

pub(crate) fn standing(row: &dyn Cells) -> Read<Standing> {
    let columns = Columns::of(row, "models", "name");
    let namespace = columns.joined("namespaces");
    Ok(Standing {
        model: columns.id("id")?,
        revision: columns.count("revision")?,
        stamp: columns.id("stamp")?,
        namespace_revision: namespace.count("namespace_revision")?,
        namespace_stamp: namespace.id("namespace_stamp")?,
        now: columns.time("now")?,
    })
}

pub(crate) fn version(row: &dyn Cells) -> Read<VersionRecord> {
    let columns = Columns::of(row, "versions", "version");
    let status = columns.joined("version_statuses");
    Ok(VersionRecord {
        id: columns.id("id")?,
        version: columns.parse("version")?,
        ordinal: columns.count("ordinal")?,
        manifest_digest: columns.digest("manifest_digest")?,
        content_digest: columns.digest("content_digest")?,
        contract_digest: columns.digest("contract_digest")?,
        created_at: columns.time("created_at")?,
        created_by: columns.text("created_by")?,
        hazards: columns.json("hazards")?,
        status: VersionStatus {
            state: status.word("state")?,
            reason: status.text_optional("reason")?,
            before: status.json("states_before")?,
            description: status.text("description")?,
            labels: status.json("labels")?,
        },
    })
}

pub(crate) fn documents(row: &dyn Cells) -> Read<VersionDocuments> {
    let columns = Columns::of(row, "versions", "version");
    Ok(VersionDocuments {
        manifest: columns.json("manifest")?,
        verdict: columns.json("verdict")?,
        artifact: columns.json("artifact")?,
    })
}

pub(crate) fn contract(row: &dyn Cells) -> Read<StoredContract> {
    let columns = Columns::of(row, "contracts", "digest");
    Ok(StoredContract {
        digest: columns.digest("digest")?,
        contract: Arc::new(columns.json("body")?),
        extractor: columns.text("extractor")?,
        size: columns.json_size("body")?,
    })
}

pub(crate) fn file(row: &dyn Cells) -> Read<FileRecord> {
    let columns = Columns::of(row, "version_files", "path");
    Ok(FileRecord {
        path: columns.parse("path")?,
        size: columns.count("size")?,
        sha256: columns.digest("sha256")?,
        media_type: columns.text("media_type")?,
        line: columns.parse("line")?,
    })
}

pub(crate) fn blob(row: &dyn Cells) -> Read<BlobRecord> {
    let columns = Columns::of(row, "blobs", "sha256");
    Ok(BlobRecord {
        namespace: columns.parse("namespace")?,
        model: columns.parse("model")?,
        line: columns.parse("line")?,
        sha256: columns.digest("sha256")?,
        size: columns.count("size")?,
    })
}

/// An upload, with its parts.
pub(crate) fn upload(row: &dyn Cells, parts: Vec<UploadPart>) -> Read<UploadRecord> {
    let columns = Columns::of(row, "uploads", "sha256");
    Ok(UploadRecord {
        blob: blob(row)?,
        session: columns.text_optional("session")?,
        refused: columns.digest_optional("refused")?,
        claimed_until: columns.time_optional("claimed_until")?,
        created_at: columns.time("created_at")?,
        expires_at: columns.time("expires_at")?,
        parts,
    })
}

pub(crate) fn upload_part(row: &dyn Cells) -> Read<UploadPart> {
    let columns = Columns::of(row, "upload_parts", "number");
    Ok(UploadPart {
        number: columns.count("number")?,
        size: columns.count("size")?,
        sha256: columns.digest("sha256")?,
        tag: columns.text("tag")?,
    })
}

/// An upload that was claimed, and its session.
pub(crate) fn claimed_upload(row: &dyn Cells) -> Read<(BlobRecord, Option<String>)> {
    Ok((blob(row)?, Columns::of(row, "uploads", "sha256").text_optional("session")?))
}

/// The session of an upload that has one.
pub(crate) fn session(row: &dyn Cells) -> Read<String> {
    Columns::of(row, "uploads", "session").text("session")
}

/// A version with the names of its namespace and model.
pub(crate) fn named_version(row: &dyn Cells) -> Read<(NamespaceName, ModelName, Version)> {
    let columns = Columns::of(row, "versions", "version");
    let namespace = columns.joined("namespaces").parse("namespace")?;
    Ok((namespace, columns.joined("models").parse("model")?, columns.parse("version")?))
}

/// A file of a version, by number and path.
pub(crate) fn named_file(row: &dyn Cells) -> Read<(Version, FilePath)> {
    let columns = Columns::of(row, "versions", "version");
    Ok((columns.parse("version")?, columns.joined("version_files").parse("path")?))
}

/// Channels, and the revisions of all of them; both in the order of the channels' names.
pub(crate) fn channels<R: Cells>(channels: &[R], revisions: &[R]) -> Read<Vec<Channel>> {
    let mut channels = all(channels, channel)?;
    let mut revisions = revisions.iter().peekable();
    for channel in &mut channels {
        let name = channel.name.as_str();
        while let Some(row) = revisions.next_if(|row| row.text("channel").is_ok_and(|text| text == Some(name))) {
            channel.history.push(revision(row)?);
        }
    }
    Ok(channels)
}

fn channel(row: &dyn Cells) -> Read<Channel> {
    let columns = Columns::of(row, "channels", "name");
    Ok(Channel { name: columns.parse("name")?, policy: columns.json("policy")?, history: Vec::new() })
}

/// A revision that was selected with the number of its version.
fn revision(row: &dyn Cells) -> Read<RevisionRecord> {
    let columns = Columns::of(row, "channel_revisions", "seq");
    let revision = ChannelRevision {
        seq: columns.count("seq")?,
        kind: columns.word("kind")?,
        version: columns.joined("versions").parse_optional("version")?,
        undo_depth_seq: columns.count("undo_depth_seq")?,
        restored_seq: columns.count_optional("restored_seq")?,
        direction: columns.word_optional("direction")?,
    };
    Ok(RevisionRecord {
        revision,
        actor: columns.text("actor")?,
        reason: columns.text_optional("reason")?,
        compat: columns.json_optional("compat")?,
        created_at: columns.time("created_at")?,
    })
}

pub(crate) fn event(row: &dyn Cells) -> Read<EventRecord> {
    let columns = Columns::of(row, "events", "seq");
    Ok(EventRecord {
        namespace: columns.joined("namespaces").parse("namespace")?,
        seq: columns.count("seq")?,
        id: columns.id("id")?,
        kind: columns.text("type")?,
        time: columns.time("time")?,
        payload: columns.json("payload")?,
    })
}

pub(crate) fn token(row: &dyn Cells) -> Read<TokenRecord> {
    let columns = Columns::of(row, "tokens", "id");
    Ok(TokenRecord {
        id: columns.id("id")?,
        sha256: columns.digest("sha256")?,
        principal: columns.parse("principal")?,
        description: columns.text("description")?,
        scopes: columns.json_optional("scopes")?,
        expires_at: columns.time_optional("expires_at")?,
        revoked_at: columns.time_optional("revoked_at")?,
        last_used_at: columns.time_optional("last_used_at")?,
        created_at: columns.time("created_at")?,
        created_by: columns.text("created_by")?,
    })
}

/// A token that was selected with its principal, and with what that may do in a namespace and in the registry.
pub(crate) fn bearer(row: &dyn Cells) -> Read<Bearer> {
    let token = token(row)?;
    let columns = Columns::of(row, "members", "principal");
    let registry_roles: Roles = columns.json_optional("registry_roles")?.unwrap_or_default();
    let grants = Grants {
        is_private: columns.joined("namespaces").count_optional("is_private")?.map(|number| number == 1),
        roles: columns.json_optional("roles")?.unwrap_or_default(),
        is_administrator: registry_roles.contains(Role::Admin),
        scopes: token.scopes.clone(),
    };
    let principal = columns.joined("principals");
    Ok(Bearer {
        token,
        kind: principal.word("kind")?,
        disabled_at: principal.time_optional("disabled_at")?,
        grants,
        now: columns.joined("clock").time("now")?,
    })
}

pub(crate) fn principal(row: &dyn Cells) -> Read<Principal> {
    let columns = Columns::of(row, "principals", "name");
    Ok(Principal {
        name: columns.parse("name")?,
        kind: columns.word("kind")?,
        description: columns.text("description")?,
        disabled_at: columns.time_optional("disabled_at")?,
        created_at: columns.time("created_at")?,
        created_by: columns.text("created_by")?,
    })
}

pub(crate) fn member(row: &dyn Cells) -> Read<Member> {
    let columns = Columns::of(row, "members", "principal");
    Ok(Member {
        principal: columns.parse("principal")?,
        roles: columns.json("roles")?,
        created_at: columns.time("created_at")?,
    })
}

/// The roles of a member, with the name of the namespace.
pub(crate) fn membership(row: &dyn Cells) -> Read<(NamespaceName, Roles)> {
    let columns = Columns::of(row, "members", "principal");
    Ok((columns.joined("namespaces").parse("namespace")?, columns.json("roles")?))
}

pub(crate) fn answer(row: &dyn Cells) -> Read<StoredAnswer> {
    let columns = Columns::of(row, "idempotency_keys", "key");
    Ok(StoredAnswer {
        body_sha256: columns.digest("body_sha256")?,
        status: columns.count("status")?,
        body: columns.text("body")?,
    })
}
