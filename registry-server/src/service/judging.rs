//! Puts a candidate before the rules: the one place where publish, dry run and check ask.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use registry_core::compat::{Judge, Policy, PolicyLayer, Verdict};
use registry_core::contract::Signature;
use registry_core::model::{Candidate, Published, VersionId, VersionedModel};
use registry_core::publish::{Decision, Refusal, Requested, Snapshot, bring_back, decide, possible_bases};
use registry_core::version::Version;
use registry_store::rows::VersionRecord;

use super::{Code, Failure, ModelRef, Registry, View, incomplete};

type Contract = Arc<Signature>;

/// What the rules say, and the state of the model that they said it on.
pub(crate) struct Judged {
    /// The model; none when there is none of that name.
    pub(crate) view: Option<Arc<View>>,
    /// The decision.
    pub(crate) decision: Result<Decision, Box<Refusal>>,
    /// Whether the policy that it was judged by lets unsafe files be published.
    pub(crate) allow_pickle: bool,
    /// What is to be said of a candidate that is there already.
    same: Option<Verdict>,
}

impl Judged {
    /// The verdict, whatever it leads to. Of a candidate that is there already: the verdict on its next patch, which says
    /// that nothing changed.
    pub(crate) fn verdict(&self) -> Option<&Verdict> {
        match &self.decision {
            Ok(Decision::Publish(publication)) => Some(&publication.verdict),
            Ok(Decision::Replay { .. }) => self.same.as_ref(),
            Err(refusal) => Some(&refusal.verdict),
        }
    }
}

impl Registry {
    /// Judges a candidate on what is there now.
    pub(crate) async fn judge(
        &self,
        model: ModelRef<'_>,
        (requested, candidate): (&Requested, &Arc<Candidate<Contract>>),
        now: Timestamp,
    ) -> Result<Judged, Failure> {
        let view = self.look(model).await?.map(|(view, _)| view);
        let policy = match &view {
            Some(view) => self.policy(view, now),
            None => self.policy_of_namespace(model, now).await?,
        };
        let allow_pickle = policy.allow_pickle;
        let records = view.as_ref().map_or(&[][..], |view| &view.versions);
        let mut versions = self.published(records).await?;
        let bases = possible_bases(&versions, requested);
        self.add_facts(records, &mut versions, &bases).await?;
        let revision = view.as_ref().map_or(0, |view| view.model.revision);
        let (requested, candidate) = (requested.clone(), Arc::clone(candidate));
        // Two contracts of a hundred thousand labels take a while to compare.
        let work = move || {
            let snapshot = Snapshot { revision, versions };
            let decision = decide(&snapshot, &requested, &candidate, &policy);
            let same = replayed(&decision).map(|version| verdict_on_same(&snapshot, &candidate, &policy, version));
            (decision, same)
        };
        let (decision, same) = tokio::task::spawn_blocking(work).await.map_err(|error| broken_off(&error))?;
        Ok(Judged { view, decision, allow_pickle, same })
    }

    /// Judges a version that is to be live again.
    pub(crate) async fn bring_back(
        &self,
        view: &View,
        version: &Version,
        now: Timestamp,
    ) -> Result<Result<(), Box<Refusal>>, Failure> {
        let policy = self.policy(view, now);
        let mut versions = self.published(&view.versions).await?;
        let mut compared = possible_bases(&versions, &Requested::Version(version.to_string()));
        compared.insert(version.clone());
        self.add_facts(&view.versions, &mut versions, &compared).await?;
        let version = version.clone();
        let work = move || {
            let returning = versions.iter().find(|published| *published.version() == version);
            returning.map_or(Ok(()), |returning| bring_back(&versions, returning, &policy))
        };
        tokio::task::spawn_blocking(work).await.map_err(|error| broken_off(&error))
    }

    /// The policy of a namespace, or that of the server where there is no such namespace yet.
    pub(super) async fn policy_of_namespace(&self, model: ModelRef<'_>, now: Timestamp) -> Result<Policy, Failure> {
        let namespace = self.store.namespace(model.namespace).await?;
        let layer = namespace.map_or_else(PolicyLayer::default, |namespace| namespace.policy);
        Ok(Policy::effective(&[&self.policy, &layer], now))
    }

    /// Versions as the rules see them, in the order of the rows.
    async fn published(&self, records: &[VersionRecord]) -> Result<Vec<Published<Contract>>, Failure> {
        let contracts = self.contracts(records.iter().map(|record| record.contract_digest)).await?;
        let seen = |record: &VersionRecord| {
            let payload = contracts.get(&record.contract_digest).map(Arc::clone);
            Ok(Published {
                model: VersionedModel {
                    id: VersionId::new(record.id.to_string()),
                    version: record.version.clone(),
                    payload: payload.ok_or_else(|| incomplete("contract_digest", record))?,
                    created_at: record.created_at,
                },
                state: record.status.state,
                contract_digest: record.contract_digest,
                content_digest: Some(record.content_digest),
                manifest_digest: Some(record.manifest_digest),
                facts: None,
            })
        };
        records.iter().map(seen).collect()
    }

    /// The facts beside the contract are large and lie in rows of their own; only what is compared by them needs them.
    async fn add_facts(
        &self,
        records: &[VersionRecord],
        versions: &mut [Published<Contract>],
        compared: &BTreeSet<Version>,
    ) -> Result<(), Failure> {
        for (published, record) in versions.iter_mut().zip(records) {
            if compared.contains(&record.version) {
                published.facts = Some(self.documents(record).await?.artifact);
            }
        }
        Ok(())
    }
}

fn replayed(decision: &Result<Decision, Box<Refusal>>) -> Option<&Version> {
    match decision {
        Ok(Decision::Replay { version, .. }) => Some(version),
        _ => None,
    }
}

fn verdict_on_same(
    snapshot: &Snapshot<Contract>,
    candidate: &Candidate<Contract>,
    policy: &Policy,
    version: &Version,
) -> Verdict {
    let next = registry_core::compat::Digit::Patch.next_after(version);
    Judge::new(&snapshot.versions, candidate, policy).verdict(next.as_ref().unwrap_or(version))
}

fn broken_off(error: &tokio::task::JoinError) -> Failure {
    Failure::new(Code::Internal, format!("judging the contract broke off: {error}"))
}
