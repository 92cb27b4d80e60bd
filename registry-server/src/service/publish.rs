//! Publish: the number is held to the contract that the server reads itself, and the version appears in one commit.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use registry_core::canonical::value_of;
use registry_core::contract::Contract as _;
use registry_core::manifest::Lineage;
use registry_core::publish::{Decision, Publication, Refusal, Requested};
use registry_core::version::{Line, Version};
use registry_formats::EXTRACTOR;
use registry_store::rows::{BlobRecord, VersionRecord, VersionStatus};
use registry_store::{Guard, NewFile, NewVersion, Write};
use uuid::Uuid;

use super::contract::{StoredFile, blob_key};
use super::event::{Event, EventKind, Impact, Movement};
use super::judging::Judged;
use super::offer::{Offer, Statement, described, off_the_worker, unsafe_format};
use super::{Answer, Caller, Code, Failure, ModelRef, Outcome, Registry, View, new_change, steps, versions};
use crate::api::verdict::{CompatibilityCheck, shown};
use crate::api::version::{self as wire, Bump, VersionCreate};

/// What a publish is about: read once, decided as often as others are faster.
struct Publish<'a> {
    registry: &'a Registry,
    caller: &'a Caller,
    model: ModelRef<'a>,
    offer: Offer,
    description: &'a str,
    labels: &'a BTreeMap<String, String>,
}

/// What a publish comes to.
enum Plan {
    /// The version is there already.
    Replay(Box<wire::Version>),
    /// It is new; beside it the state of the model that this was decided on.
    Publish(Box<Publication>, Option<Arc<View>>),
}

/// Publishes a version, or with `dry_run` answers what that would answer, and writes nothing.
pub(crate) async fn publish(
    registry: &Registry,
    (caller, model): (&Caller, ModelRef<'_>),
    wanted: &VersionCreate,
    dry_run: bool,
) -> Result<Answer, Failure> {
    let VersionCreate { declared, lineage, evaluation, .. } = wanted;
    let requested = requested(wanted.version.as_deref(), wanted.bump, wanted.line)?;
    let lines = named_lines(&requested, [wanted.upload_line, wanted.line]);
    let statement = Statement { declared, lineage, evaluation };
    let offer = registry.offer(model, (requested, lines), &wanted.files, statement).await?;
    let publish = Publish { registry, caller, model, offer, description: &wanted.description, labels: &wanted.labels };
    if dry_run {
        return publish.rehearse().await;
    }
    registry.change(caller, |now| publish.decide(now)).await
}

/// Judges a contract. That it is incompatible is an answer, not an error; the model need not exist. Nothing is written, not
/// even the answer for a retry, which may as well be judged again.
pub(crate) async fn check(
    registry: &Registry,
    model: ModelRef<'_>,
    wanted: CompatibilityCheck,
) -> Result<Answer, Failure> {
    let CompatibilityCheck { version, bump, line, files, contract, artifact, declared, evaluation } = wanted;
    let requested = requested(version.as_deref(), bump, line)?;
    let lineage = Lineage::default();
    let candidate = match contract {
        Some(contract) => {
            let describe = move || {
                let statement = Statement { declared: &declared, lineage: &lineage, evaluation: &evaluation };
                described((contract, artifact), &files, statement)
            };
            off_the_worker(describe).await?.into()
        }
        None if files.is_empty() => return Err(Failure::new(Code::InvalidBody, "send `contract`, `files`, or both")),
        None => {
            let statement = Statement { declared: &declared, lineage: &lineage, evaluation: &evaluation };
            let lines = named_lines(&requested, [line, None]);
            registry.offer(model, (requested.clone(), lines), &files, statement).await?.candidate
        }
    };
    verdict_of(&registry.judge(model, (&requested, &candidate), registry.store.now().await?).await?)
}

impl Publish<'_> {
    /// What a publish would answer now.
    async fn rehearse(&self) -> Result<Answer, Failure> {
        let now = self.registry.store.now().await?;
        match self.plan(now).await? {
            Plan::Replay(body) => Ok(Answer::ok(&body)),
            Plan::Publish(publication, _) => {
                Ok(Answer::ok(&self.described(&publication, &self.new_version(&publication, Uuid::nil()), now)))
            }
        }
    }

    async fn judge(&self, now: Timestamp) -> Result<Judged, Failure> {
        let Offer { requested, candidate, .. } = &self.offer;
        let judged = self.registry.judge(self.model, (requested, candidate), now).await?;
        match &judged.view {
            Some(view) if view.model.archived_at.is_some() => Err(archived(self.model)),
            // The policy may have changed since the files were looked at.
            _ if !judged.allow_pickle && !self.offer.hazards.is_empty() => {
                Err(unsafe_format(self.model, &self.offer.hazards))
            }
            _ => Ok(judged),
        }
    }

    /// What the rules make of the offer.
    async fn plan(&self, now: Timestamp) -> Result<Plan, Failure> {
        let Judged { view, decision, .. } = self.judge(now).await?;
        match (decision, view) {
            (Err(refusal), _) => Err(refused(*refusal)),
            (Ok(Decision::Replay { id, .. }), Some(view)) => {
                let record = versions::stored(&view, &id)?;
                let body = versions::described(self.registry, &view, &record.version).await?;
                let verdict = Some(self.registry.documents(record).await?.verdict);
                Ok(Plan::Replay(Box::new(wire::Version { verdict, ..body })))
            }
            (Ok(Decision::Replay { .. }), None) => {
                Err(Failure::new(Code::Internal, "a version of no model was replayed"))
            }
            (Ok(Decision::Publish(publication)), view) => Ok(Plan::Publish(publication, view)),
        }
    }

    async fn decide(&self, now: Timestamp) -> Result<Outcome, Failure> {
        match self.plan(now).await? {
            Plan::Replay(body) => Ok(Outcome::Nothing(Answer::ok(&body))),
            Plan::Publish(publication, view) => {
                self.registry.room_to_publish(self.model, view.as_deref()).await?;
                self.commit(&publication, view.as_deref(), now).await
            }
        }
    }

    /// The rows of the new version, and of its namespace and model where they are missing.
    async fn commit(&self, publication: &Publication, view: Option<&View>, now: Timestamp) -> Result<Outcome, Failure> {
        self.move_blobs(publication.line).await?;
        let (mut writes, mut events) = (Vec::new(), Vec::new());
        let (guard, id) = match view {
            Some(view) => (view.model.guard(), view.model.id),
            None => (Guard::Names, self.make_model((&mut writes, &mut events), now).await?),
        };
        let version = self.new_version(publication, id);
        events.push(self.published(publication).by(self.caller, now));
        let body = self.described(publication, &version, now);
        writes.push(Write::InsertVersion(Box::new(version)));
        let answer = Answer {
            status: 201,
            location: Some(versions::address(self.model, &publication.version)),
            etag: Some(format!("\"{}\"", body.digest)),
            ..Answer::ok(&body)
        };
        Ok(Outcome::Commit(new_change(guard, now, writes, events), answer))
    }

    /// A version lies under the path of its own line: blobs that were uploaded to another are copied, and recorded,
    /// before anything names them.
    async fn move_blobs(&self, line: Line) -> Result<(), Failure> {
        let Registry { store, blobs, .. } = self.registry;
        for StoredFile { entry, line: uploaded } in self.offer.files.iter().filter(|file| file.line != line) {
            let ModelRef { namespace, model } = self.model;
            if store.blob(namespace, model, line, entry.sha256).await?.is_some() {
                continue;
            }
            steps::reached("copy.storing").await?;
            let (from, to) = (blob_key(self.model, *uploaded, entry.sha256), blob_key(self.model, line, entry.sha256));
            blobs.copy(&from, &to).await?;
            steps::reached("copy.stored").await?;
            let (namespace, model) = (namespace.clone(), model.clone());
            store.record_blob(&BlobRecord { namespace, model, line, sha256: entry.sha256, size: entry.size }).await?;
            steps::reached("copy.recorded").await?;
        }
        Ok(())
    }

    async fn make_model(
        &self,
        (writes, events): (&mut Vec<Write>, &mut Vec<registry_store::NewEvent>),
        now: Timestamp,
    ) -> Result<Uuid, Failure> {
        let ModelRef { namespace, model } = self.model;
        if self.registry.store.namespace(namespace).await?.is_none() {
            let description = String::new();
            writes.push(Write::InsertNamespace {
                id: Uuid::now_v7(),
                name: namespace.clone(),
                description,
                is_private: false,
            });
            events.push(Event::about(EventKind::NamespaceCreated, namespace).by(self.caller, now));
        }
        let id = Uuid::now_v7();
        writes.push(Write::InsertModel {
            id,
            namespace: namespace.clone(),
            name: model.clone(),
            description: String::new(),
            labels: BTreeMap::new(),
        });
        let created = Event { model: Some(model.clone()), ..Event::about(EventKind::ModelCreated, namespace) };
        events.push(created.by(self.caller, now));
        Ok(id)
    }

    fn new_version(&self, publication: &Publication, model: Uuid) -> NewVersion {
        let Offer { candidate, manifest, .. } = &self.offer;
        let file = |entry: &registry_core::manifest::FileEntry| NewFile {
            path: entry.path.clone(),
            size: entry.size,
            sha256: entry.sha256,
            media_type: entry.media_type.to_string(),
            line: publication.line,
        };
        NewVersion {
            id: Uuid::now_v7(),
            model,
            version: publication.version.clone(),
            ordinal: publication.ordinal,
            manifest_digest: manifest.digest(),
            content_digest: manifest.content_digest(),
            contract_digest: candidate.contract.digest(),
            contract: candidate.contract.as_ref().clone(),
            extractor: EXTRACTOR.to_owned(),
            manifest: value_of(manifest),
            verdict: shown(&publication.verdict),
            artifact: candidate.facts.clone().unwrap_or_default(),
            hazards: self.offer.hazards.to_vec(),
            files: manifest.files().iter().map(file).collect(),
            description: self.description.to_owned(),
            labels: self.labels.clone(),
            created_by: self.caller.authority.principal.to_string(),
        }
    }

    fn published(&self, publication: &Publication) -> Event {
        Event {
            model: Some(self.model.model.clone()),
            version: Some(publication.version.clone()),
            movement: Movement {
                from_version: publication.verdict.base.clone(),
                to_version: Some(publication.version.clone()),
                ..Movement::default()
            },
            after: Some(serde_json::json!({
                "digest": self.offer.manifest.digest(),
                "ordinal": publication.ordinal,
                "line": publication.line,
            })),
            impact: Some(Impact::from(&publication.verdict)),
            ..Event::about(EventKind::VersionPublished, self.model.namespace)
        }
    }

    /// The version as it will be read once it is committed.
    fn described(&self, publication: &Publication, version: &NewVersion, now: Timestamp) -> wire::Version {
        let record = VersionRecord {
            id: version.id,
            version: version.version.clone(),
            ordinal: version.ordinal,
            manifest_digest: version.manifest_digest,
            content_digest: version.content_digest,
            contract_digest: version.contract_digest,
            created_at: now,
            created_by: version.created_by.clone(),
            hazards: version.hazards.clone(),
            status: VersionStatus {
                description: version.description.clone(),
                labels: version.labels.clone(),
                ..VersionStatus::default()
            },
        };
        let verdict = &publication.verdict;
        let file = |file: &NewFile| wire::File {
            path: file.path.clone(),
            size: file.size,
            sha256: file.sha256,
            media_type: file.media_type.clone(),
        };
        wire::Version {
            verdict: Some(shown(verdict)),
            files: Some(version.files.iter().map(file).collect()),
            impact: Some(wire::Impact {
                base: verdict.base.clone(),
                required_bump: verdict.required_bump,
                retraining: verdict.retraining,
                consumer_change: verdict.consumer_change,
            }),
            ..versions::listed(self.model, &record, &[])
        }
    }
}

/// Which number is asked for.
fn requested(version: Option<&str>, bump: Option<Bump>, line: Option<Line>) -> Result<Requested, Failure> {
    match (version, bump) {
        (Some(_), Some(_)) => {
            Err(Failure::new(Code::InvalidBody, "`version` and `bump` both choose the number; send one of them"))
        }
        (Some(version), None) => Ok(Requested::Version(version.to_owned())),
        (None, bump) => Ok(bump.unwrap_or(Bump::Auto).requested(line)),
    }
}

/// The lines that the publisher named, where the files are likeliest.
fn named_lines(requested: &Requested, named: [Option<Line>; 2]) -> Vec<Line> {
    let number = match requested {
        Requested::Version(text) => text.parse::<Version>().ok().map(|version| version.line()),
        Requested::Auto { .. } | Requested::Bump { .. } => None,
    };
    let [first, second] = named;
    let mut lines: Vec<Line> = Vec::new();
    for line in [first, number, second].into_iter().flatten() {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn verdict_of(judged: &Judged) -> Result<Answer, Failure> {
    let verdict = judged.verdict().ok_or_else(|| Failure::new(Code::Internal, "a decision came without a verdict"))?;
    Ok(Answer::ok(verdict))
}

/// A refusal as a failure, with the verdict that says why.
fn refused(refusal: Refusal) -> Failure {
    let Refusal { code, verdict } = refusal;
    let reason = verdict.violations().next().map(|change| change.message.clone()).unwrap_or_default();
    let way_out = match &verdict.smallest_acceptable {
        Some(smallest) => format!("; the smallest acceptable version is {smallest}"),
        None => String::new(),
    };
    let code = Code::from_name(code).unwrap_or(Code::VersionTooSmall);
    Failure::new(code, format!("{reason}{way_out}")).with_verdict(verdict)
}

fn archived(model: ModelRef<'_>) -> Failure {
    Failure::new(Code::ModelArchived, format!("`{model}` is archived; restore it before you publish"))
}
