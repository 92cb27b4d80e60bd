//! The suite that every engine of the metadata port must pass, races included.
//!
//! An engine's tests call [`run_all`] with an [`Engine`], which makes empty databases; every check gets one of its own.
//! What an engine cannot do, such as outlive its process, it says in its [`Database`]. Checks answer with a reason instead
//! of panicking, so that the suite itself can be tested: it must fail on an engine with a known fault.

mod access;
mod answers;
mod appends;
mod changes;
pub mod fixtures;
mod guards;
mod lists;
mod races;
mod records;
mod uploads;
mod world;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use async_trait::async_trait;

use crate::error::StoreError;
use crate::metadata::Metadata;

/// Makes databases for the suite.
#[async_trait]
pub trait Engine: Send + Sync {
    /// A new, empty database.
    async fn create(&self) -> Result<Box<dyn Database>, Failure>;
}

/// One database under test.
#[async_trait]
pub trait Database: Send + Sync {
    /// Opens it, or opens it once more.
    async fn open(&self) -> Result<Arc<dyn Metadata>, Failure>;

    /// Whether it keeps its rows when every store on it has been dropped.
    fn survives_closing(&self) -> bool;

    /// Runs a statement past the store, as a careless administrator would. `None` when there is no way in; `Some(Err(…))`
    /// when the database refuses.
    async fn run_sql(&self, statement: &'static str) -> Option<Result<(), String>>;
}

/// Why a check failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

/// A check that an engine did not pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// What should have been true.
    pub sentence: &'static str,
    /// What was found instead.
    pub reason: Failure,
}

/// Runs all checks, one after the other, and answers those that failed.
pub async fn run_all(engine: &dyn Engine) -> Vec<Failed> {
    run_those(engine, |_| true).await
}

/// Runs the checks whose sentence is wanted, and answers those that failed.
pub async fn run_those(engine: &dyn Engine, wanted: impl Fn(&str) -> bool + Send) -> Vec<Failed> {
    let mut failed = Vec::new();
    for check in CHECKS.iter().filter(|check| wanted(check.sentence)) {
        if let Err(reason) = run(engine, check).await {
            failed.push(Failed { sentence: check.sentence, reason });
        }
    }
    failed
}

/// What the suite checks, one sentence each.
pub fn sentences() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|check| check.sentence)
}

async fn run(engine: &dyn Engine, check: &Check) -> Outcome {
    let database = engine.create().await?;
    let store = database.open().await?;
    (check.run)(Arc::new(Bench { store, database })).await
}

/// What a check works on.
struct Bench {
    store: Arc<dyn Metadata>,
    database: Box<dyn Database>,
}

type Outcome = Result<(), Failure>;

/// A check under way.
type Running = Pin<Box<dyn Future<Output = Outcome> + Send>>;

struct Check {
    sentence: &'static str,
    run: fn(Arc<Bench>) -> Running,
}

macro_rules! checks {
    ($($sentence:literal => $run:path,)*) => {
        const CHECKS: &[Check] = &[$(Check { sentence: $sentence, run: |bench| Box::pin($run(bench)) }),*];
    };
}

checks! {
    "a change is written whole: rows, events and answer" => changes::whole,
    "a change whose last write fails leaves nothing" => changes::nothing_of_a_failure,
    "a change whose event has no namespace leaves nothing" => changes::nothing_without_event,
    "a version comes back as it was published" => changes::round_trip,
    "a contract that versions share is kept once" => changes::contract_once,
    "the status of a version changes, the version does not" => changes::status,
    "description, labels, policy and archive mark of a model change" => changes::model,
    "a namespace changes under its own guard" => changes::namespace,
    "a commit raises the revision of its model by one" => guards::revision_rises,
    "a stale revision is refused, whatever the change" => guards::stale,
    "a revision that was never reached is refused" => guards::future,
    "where a model stands tells whether a snapshot is the newest" => guards::standing,
    "a revision that is given out again is another one" => guards::put_back,
    "nothing is written past the guard" => guards::uncovered,
    "names are unique where they should be" => guards::names,
    "a version number is taken whatever its build metadata" => guards::numbers,
    "an ordinal is used once" => guards::ordinals,
    "a channel takes its next revision only" => guards::next_revision,
    "a channel serves versions of its own model only" => guards::own_versions,
    "a version needs its blobs on record, by line and size" => guards::blobs,
    "versions, files, contracts, revisions and events refuse UPDATE and DELETE" => appends::refuse,
    "a row that was spoilt from outside is named" => appends::spoilt,
    "a database that is opened again has everything" => appends::reopen,
    "of sixteen publishers of one version one wins" => races::one_version,
    "sixteen publishers of different versions all get through" => races::many_versions,
    "publish and promote do not lose each other" => races::publish_and_promote,
    "revisions of a channel are dense under sixteen writers" => races::revisions,
    "events of a namespace are dense under writers of many models" => races::events,
    "a snapshot is of one moment while writers write" => races::snapshots,
    "a read that starts after a commit sees it" => races::own_writes,
    "of sixteen retries with one key one has an effect" => races::retries,
    "the first answer to a key stays" => answers::first_stays,
    "an answer is stored with its change or not at all" => answers::with_its_change,
    "a change whose key has an answer is not made again" => answers::not_again,
    "keys of others are other keys" => answers::keys,
    "pages of namespaces have no gaps and no repeats" => lists::namespaces,
    "pages of models have no gaps and no repeats" => lists::models,
    "pages of events have no gaps and no repeats" => lists::events,
    "pages of blobs have no gaps and no repeats" => lists::blobs,
    "the search finds parts of names, in pages" => lists::search,
    "what is not there is none, not an error" => records::absent,
    "a blob is recorded once, in its line" => records::blob,
    "versions whose blob is gone are found" => records::missing_blobs,
    "a blob that is damaged is asked for again, and its files are known" => records::damaged_blobs,
    "principals keep their names" => access::principals,
    "tokens are found, touched and revoked once" => access::tokens,
    "a bearer may do what roles say where they are asked for" => access::bearers,
    "an administrator has a way in, or none" => access::way_in,
    "members come and go with their namespace" => access::members,
    "principals and tokens belong to the registry" => access::uncovered,
    "readers see what they may know of" => access::readers,
    "the time of the database never goes back" => records::time,
    "parts of an upload come back by number" => uploads::parts,
    "of sixteen that open an upload all get one session" => uploads::one_session,
    "an upload is claimed by one, and rests while it is" => uploads::claims,
    "parts that were refused are gone, and their session closed" => uploads::refused,
    "a blob is recorded and its upload forgotten together" => uploads::finished,
    "an upload is discarded with its own session only" => uploads::discarded,
    "the parts of uploads count among the bytes of their namespace" => uploads::bytes,
    "an upload that has expired goes to one sweeper" => uploads::expired,
}

impl Failure {
    /// A reason, as a sentence.
    pub fn new(reason: impl fmt::Display) -> Self {
        Self(reason.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::new(error)
    }
}

/// Fails the check unless `holds`.
fn ensure(holds: bool, reason: impl fmt::Display) -> Outcome {
    if holds { Ok(()) } else { Err(Failure::new(reason)) }
}

/// Fails the check unless both are the same.
fn ensure_eq<T: PartialEq + fmt::Debug>(found: &T, expected: &T, what: &str) -> Outcome {
    ensure(found == expected, format_args!("{what}: found {found:?}, expected {expected:?}"))
}

/// Fails the check unless the store answered with a conflict.
fn ensure_conflict<T: fmt::Debug>(result: &Result<T, StoreError>, what: &str) -> Outcome {
    ensure(matches!(result, Err(StoreError::Conflict { .. })), format_args!("{what}: no conflict but {result:?}"))
}

/// What must be there.
fn found<T>(value: Option<T>, what: &str) -> Result<T, Failure> {
    value.ok_or_else(|| Failure::new(format_args!("{what} is not there")))
}
