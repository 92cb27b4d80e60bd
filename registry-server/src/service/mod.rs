//! One use case a file. A use case reads a snapshot, lets a pure function of `registry-core` decide, and commits the
//! change if the snapshot still holds. It knows neither HTTP nor a concrete database.

pub(crate) mod access;
pub(crate) mod bootstrap;
pub(crate) mod cache;
pub(crate) mod channels;
pub(crate) mod compare;
pub(crate) mod compatibility;
pub(crate) mod contract;
pub(crate) mod denials;
pub(crate) mod doors;
pub(crate) mod download;
pub(crate) mod event;
pub(crate) mod events;
pub(crate) mod failure;
pub(crate) mod fsck;
pub(crate) mod gate;
pub(crate) mod health;
pub(crate) mod judging;
pub(crate) mod lifecycle;
pub(crate) mod members;
pub(crate) mod models;
pub(crate) mod namespaces;
pub(crate) mod offer;
pub(crate) mod pages;
pub(crate) mod policy;
pub(crate) mod principals;
pub(crate) mod publish;
pub(crate) mod replay;
pub(crate) mod resolve;
pub(crate) mod search;
pub(crate) mod sessions;
pub(crate) mod space;
pub(crate) mod steps;
pub(crate) mod token;
pub(crate) mod tokens;
pub(crate) mod uploads;
pub(crate) mod versions;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Debug};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use registry_core::access::{Action, Grants};
use registry_core::compat::{Policy, PolicyLayer};
use registry_core::contract::Signature;
use registry_core::digest::Digest;
use registry_core::name::{ModelName, NamespaceName};
use registry_store::blobs::Blobs;
use registry_store::rows::{FileRecord, IdempotencyKey, ModelSnapshot, StoredAnswer, VersionDocuments, VersionRecord};
use registry_store::{Change, Guard, Metadata, NewEvent, StoreError, Write};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use access::Authority;
pub(crate) use cache::{Cache, View};
use denials::Denials;
use doors::Doors;
pub(crate) use failure::{Code, Failure, Fault};
pub(crate) use registry_store::rows::Page;
pub(crate) use token::Secret;

/// How long conflicting changes are decided again before the caller is asked to come back.
const PATIENCE: Duration = Duration::from_secs(1);

/// The registry: the two ports, and the policy of the server.
#[derive(Debug, Clone)]
pub(crate) struct Registry {
    pub(crate) store: Arc<dyn Metadata>,
    pub(crate) blobs: Arc<dyn Blobs>,
    /// The outermost layer of policy.
    pub(crate) policy: Arc<PolicyLayer>,
    /// What was read lately.
    pub(crate) cache: Arc<Cache>,
    /// What the blobs last said.
    pub(crate) pulse: Arc<health::Pulse>,
    /// What tokens opened lately.
    pub(crate) doors: Arc<Doors>,
    /// The refused attempts that were told lately.
    pub(crate) denials: Arc<Denials>,
    /// The disks that must not run full.
    pub(crate) disks: Arc<space::Disks>,
}

/// A model by its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ModelRef<'a> {
    pub(crate) namespace: &'a NamespaceName,
    pub(crate) model: &'a ModelName,
}

impl fmt::Display for ModelRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.namespace, self.model)
    }
}

/// Who asks, and how the request can be known again.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    /// Who asks, and what they were let do.
    pub(crate) authority: Arc<Authority>,
    /// The id of the request.
    pub(crate) request_id: String,
    /// The idempotency key with the digest of the body, on a POST that carries one.
    pub(crate) idempotency: Option<(IdempotencyKey, Digest)>,
}

impl Caller {
    /// Whether the caller is an admin of the namespace that they change.
    pub(crate) fn is_admin(&self) -> bool {
        self.authority.may(Action::Admin)
    }
}

/// What a changing use case answers: a status of success and a body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
    /// Where the new resource is.
    pub(crate) location: Option<String>,
    /// The entity tag of what is answered.
    pub(crate) etag: Option<String>,
    /// A secret that is shown once, as `secret` in the body. It is never stored, so a retry is answered without.
    pub(crate) secret: Option<Secret>,
}

impl Answer {
    pub(crate) fn ok(body: &impl Serialize) -> Self {
        Self { status: 200, body: registry_core::canonical::value_of(body), location: None, etag: None, secret: None }
    }
}

/// What a decision comes to.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// A change to commit, and the answer when it is committed.
    Commit(Box<Change>, Answer),
    /// Nothing to write.
    Nothing(Answer),
}

impl Registry {
    /// A registry that has read nothing yet.
    pub(crate) fn new(store: Arc<dyn Metadata>, blobs: Arc<dyn Blobs>, policy: PolicyLayer) -> Self {
        Self {
            store,
            blobs,
            policy: Arc::new(policy),
            cache: Arc::default(),
            pulse: Arc::default(),
            doors: Arc::default(),
            denials: Arc::default(),
            disks: Arc::default(),
        }
    }

    /// The same, with disks that are to stay free to some extent.
    pub(crate) fn with_disks(self, disks: space::Disks) -> Self {
        Self { disks: Arc::new(disks), ..self }
    }

    /// Decides and commits. On a conflict the decision is made again on what is there then, with jitter, for one second.
    ///
    /// `decide` reads its snapshot itself, so that every round sees the newest one. It gets the time of the database,
    /// which the change and the answer carry. Each round asks first whether the caller still may: whose token was revoked
    /// or whose role was taken meanwhile changes nothing any more.
    pub(crate) async fn change<D, F>(&self, caller: &Caller, decide: D) -> Result<Answer, Failure>
    where
        D: Fn(Timestamp) -> F,
        F: Future<Output = Result<Outcome, Failure>>,
    {
        let start = Instant::now();
        loop {
            let now = self.still_may(&caller.authority).await?;
            let (mut change, answer) = match decide(now).await? {
                Outcome::Nothing(answer) => return self.remember(caller, answer).await,
                Outcome::Commit(change, answer) => (change, answer),
            };
            change.answer = caller.idempotency.as_ref().map(|(key, body)| (key.clone(), stored(*body, &answer)));
            let after = self.cache.foretell(&change);
            let moves_doors = doors::moves_doors(&change.writes);
            steps::reached("commit.before").await?;
            match self.store.commit(*change).await {
                Ok(()) => {
                    if moves_doors {
                        self.doors.forget();
                    }
                    steps::reached("commit.after").await?;
                    after.map(|after| self.cache.keep_view(after));
                    return Ok(answer);
                }
                Err(StoreError::Conflict { .. }) if start.elapsed() < PATIENCE => {
                    // The same request may have been committed meanwhile on another connection.
                    if let Some(answer) = self.replay(caller).await? {
                        return Ok(answer);
                    }
                    tokio::time::sleep(jitter()).await;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The time of the database, if somebody may still do what they were let do.
    async fn still_may(&self, authority: &Authority) -> Result<Timestamp, Failure> {
        let now = self.authorize(authority.ask.clone()).await?;
        let standing = |grants: &Grants| (grants.roles.clone(), grants.is_administrator);
        if standing(&now.grants) == standing(&authority.grants) {
            return Ok(now.now);
        }
        let detail = "what you may do has been changed just now; send the request again";
        Err(Failure::new(Code::Busy, detail))
    }

    /// Keeps the answer of a request that wrote nothing, for its retries. When a retry was faster, this one wrote nothing
    /// because of that, and gets the answer that is kept.
    async fn remember(&self, caller: &Caller, answer: Answer) -> Result<Answer, Failure> {
        let Some((key, body)) = &caller.idempotency else { return Ok(answer) };
        self.store.store_answer(key, &stored(*body, &answer)).await?;
        Ok(self.replay(caller).await?.unwrap_or(answer))
    }

    /// Everything of one model as it is now, if there is one of that name, and the time of the database. What was read
    /// before is read again only when the model or its namespace has changed since.
    pub(crate) async fn look(&self, model: ModelRef<'_>) -> Result<Option<(Arc<View>, Timestamp)>, Failure> {
        let ModelRef { namespace, model } = model;
        let Some(standing) = self.store.standing(namespace, model).await? else { return Ok(None) };
        if let Some(view) = self.cache.view(&standing) {
            return Ok(Some((view, standing.now)));
        }
        let snapshot = self.store.snapshot(namespace, model).await?;
        Ok(snapshot.map(|snapshot| (self.cache.keep_view(snapshot), standing.now)))
    }

    /// Everything of one model, or the failure that says what is missing.
    pub(crate) async fn snapshot(&self, namespace: &NamespaceName, model: &ModelName) -> Result<Arc<View>, Failure> {
        self.look_closely(ModelRef { namespace, model }).await.map(|(view, _)| view)
    }

    /// Everything of one model and the time of the database, or the failure that says what is missing.
    pub(crate) async fn look_closely(&self, model: ModelRef<'_>) -> Result<(Arc<View>, Timestamp), Failure> {
        if let Some(seen) = self.look(model).await? {
            return Ok(seen);
        }
        let ModelRef { namespace, model } = model;
        match self.store.namespace(namespace).await? {
            None => Err(no_namespace(namespace)),
            Some(_) => Err(no_model(namespace, model)),
        }
    }

    /// The contracts with these digests. What is missing in the database is missing here.
    pub(crate) async fn contracts(
        &self,
        digests: impl IntoIterator<Item = Digest>,
    ) -> Result<BTreeMap<Digest, Arc<Signature>>, Failure> {
        let (mut contracts, mut unknown) = (BTreeMap::new(), Vec::new());
        for digest in digests.into_iter().collect::<BTreeSet<_>>() {
            match self.cache.contract(digest) {
                Some(stored) => drop(contracts.insert(digest, stored.contract)),
                None => unknown.push(digest),
            }
        }
        if !unknown.is_empty() {
            for stored in self.store.contracts(&unknown).await? {
                self.cache.keep_contract(&stored);
                contracts.insert(stored.digest, stored.contract);
            }
        }
        Ok(contracts)
    }

    /// The contract of a version.
    pub(crate) async fn contract(&self, record: &VersionRecord) -> Result<Arc<Signature>, Failure> {
        let found = self.contracts([record.contract_digest]).await?.remove(&record.contract_digest);
        found.ok_or_else(|| incomplete("contract_digest", record))
    }

    /// The files of a version, by path.
    pub(crate) async fn files(&self, record: &VersionRecord) -> Result<Arc<[FileRecord]>, Failure> {
        if let Some(files) = self.cache.files(record.id) {
            return Ok(files);
        }
        let files: Arc<[FileRecord]> = self.store.files(record.id).await?.into();
        self.cache.keep_files(record.id, &files);
        Ok(files)
    }

    /// The documents of a version.
    pub(crate) async fn documents(&self, record: &VersionRecord) -> Result<VersionDocuments, Failure> {
        self.store.documents(record.id).await?.ok_or_else(|| incomplete("manifest", record))
    }

    /// The policy of a model as it holds now: the server's layer, the namespace's and the model's.
    pub(crate) fn policy(&self, snapshot: &ModelSnapshot, now: Timestamp) -> Policy {
        Policy::effective(&[&self.policy, &snapshot.namespace_policy, &snapshot.model.policy], now)
    }
}

/// The failure of a row that names what is not stored.
fn incomplete(column: &'static str, record: &VersionRecord) -> Failure {
    let reason = "the version names what is not stored".to_owned();
    StoreError::Inconsistent { table: "versions", column, row: record.id.to_string(), reason }.into()
}

/// The failure of a namespace that is not there.
pub(crate) fn no_namespace(namespace: &NamespaceName) -> Failure {
    Failure::new(Code::NamespaceNotFound, format!("there is no namespace `{namespace}`"))
}

/// The failure of a model that is not there, in a namespace that is.
pub(crate) fn no_model(namespace: &NamespaceName, model: &ModelName) -> Failure {
    Failure::new(Code::ModelNotFound, format!("there is no model `{namespace}/{model}`"))
}

/// Refuses a change that was decided on an older revision than the one that is there.
pub(crate) fn unchanged_since(seen: u64, revision: u64, what: &str) -> Result<(), Failure> {
    if seen == revision {
        return Ok(());
    }
    let detail = format!("the {what} is at revision {revision}, you saw {seen}; read it again and decide again");
    Err(Failure::new(Code::StaleRevision, detail).with_detail("revision", revision))
}

/// A change, with a stamp that nobody has drawn before.
pub(crate) fn new_change(guard: Guard, at: Timestamp, writes: Vec<Write>, events: Vec<NewEvent>) -> Box<Change> {
    Box::new(Change { guard, stamp: Uuid::new_v4(), at, writes, events, answer: None })
}

fn stored(body_sha256: Digest, answer: &Answer) -> StoredAnswer {
    let envelope = serde_json::json!({"body": answer.body, "location": answer.location, "etag": answer.etag});
    StoredAnswer { body_sha256, status: answer.status, body: envelope.to_string() }
}

/// A few milliseconds, different for everyone who waits: the random bits of a UUID.
fn jitter() -> Duration {
    let random = Uuid::new_v4().as_u128() % 20;
    Duration::from_millis(2 + u64::try_from(random).unwrap_or_default())
}
