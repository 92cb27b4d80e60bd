//! Rollback as data: every row of `cases/rollback.json`; and its promises, for any history.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::HashMap;

use proptest::prelude::*;
use registry_core::channel::{
    ChannelHistory, ChannelPolicy, NewRevision, PromoteRequest, Promotion, Rollback, RollbackError, RollbackRequest,
    Skipped, Target, VersionFacts, clear, promote, rollback,
};
use registry_core::state::VersionState;
use registry_core::version::Version;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: u32,
    ops: Vec<String>,
    rollbacks: Vec<Expected>,
}

#[derive(Deserialize, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
struct Expected {
    version: Option<String>,
    seq: Option<u64>,
    restored_seq: Option<u64>,
    error: Option<String>,
    skipped: Option<Vec<ExpectedSkip>>,
}

#[derive(Deserialize, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
struct ExpectedSkip {
    seq: u64,
    version: String,
    reason: String,
}

/// The version of a letter: A is 1.0.0, B is 1.1.0…
fn version(letter: char) -> Version {
    format!("1.{}.0", u32::from(letter) - u32::from('A')).parse().unwrap()
}

fn letter(version: &Version) -> String {
    char::from(b'A' + u8::try_from(version.minor()).unwrap()).to_string()
}

/// One channel and the states of the versions, moved by the letters of a row.
#[derive(Default)]
struct Channel {
    history: ChannelHistory,
    yanked: HashMap<Version, VersionState>,
}

impl Channel {
    fn facts(&self) -> impl Fn(&Version) -> Option<VersionFacts> {
        |version| {
            let state = self.yanked.get(version).copied().unwrap_or_default();
            Some(VersionFacts { state, blobs_present: true, is_unsafe: false })
        }
    }

    fn append(&mut self, new: NewRevision) {
        let mut revisions = self.history.revisions().to_vec();
        revisions.push(new.revision);
        self.history = ChannelHistory::new(revisions);
    }

    fn promote(&mut self, version: Version) {
        let request = PromoteRequest { version, if_match: None, allow_major: false, mover_is_admin: false };
        // A yanked version does not pass the gates: then the channel stays where it is.
        if let Ok(Promotion::Move(new)) = promote(&self.history, &request, &ChannelPolicy::default(), self.facts()) {
            self.append(new);
        }
    }

    fn clear(&mut self) {
        if let Promotion::Move(new) = clear(&self.history, None, &ChannelPolicy::default()).unwrap() {
            self.append(new);
        }
    }

    fn yank(&mut self, version: Version) {
        self.yanked.insert(version, VersionState::Yanked);
    }

    fn ask(&self, request: &RollbackRequest) -> Result<Rollback, RollbackError> {
        rollback(&self.history, request, &ChannelPolicy::default(), self.facts())
    }

    fn roll_back(&mut self) -> Result<Rollback, RollbackError> {
        let answer = self.ask(&request())?;
        self.append(answer.new.clone());
        Ok(answer)
    }

    fn run(ops: &str) -> Self {
        let mut channel = Self::default();
        for op in ops.split(' ') {
            channel.apply(op);
        }
        channel
    }

    fn apply(&mut self, op: &str) -> Option<Result<Rollback, RollbackError>> {
        match op.chars().next().unwrap() {
            'R' => return Some(self.roll_back()),
            'X' => self.clear(),
            'y' => self.yank(version(op.chars().nth(1).unwrap())),
            letter => self.promote(version(letter)),
        }
        None
    }
}

fn request() -> RollbackRequest {
    RollbackRequest { reason: "scores are wrong".to_owned(), has_idempotency_key: true, ..RollbackRequest::default() }
}

fn skips(skipped: &[Skipped]) -> Vec<ExpectedSkip> {
    let skip = |skipped: &Skipped| ExpectedSkip {
        seq: skipped.seq,
        version: letter(&skipped.version),
        reason: skipped.reason.as_str().to_owned(),
    };
    skipped.iter().map(skip).collect()
}

fn observed(answer: &Result<Rollback, RollbackError>) -> Expected {
    match answer {
        Ok(rollback) => Expected {
            version: rollback.new.revision.version.as_ref().map(letter),
            seq: Some(rollback.new.revision.seq),
            restored_seq: rollback.new.revision.restored_seq,
            error: None,
            skipped: Some(skips(&rollback.skipped)),
        },
        Err(error) => Expected {
            version: None,
            seq: None,
            restored_seq: None,
            error: Some(error.code().to_owned()),
            skipped: match error {
                RollbackError::NoTarget { skipped } => Some(skips(skipped)),
                _ => None,
            },
        },
    }
}

#[test]
fn every_row_holds() {
    let rows: Vec<Row> = serde_json::from_str(include_str!("cases/rollback.json")).unwrap();
    assert_eq!(rows.len(), 17);
    for row in rows {
        let mut channel = Channel::default();
        let answers: Vec<_> =
            row.ops.iter().filter_map(|op| channel.apply(op)).map(|answer| observed(&answer)).collect();
        assert_eq!(answers, row.rollbacks, "row {}: {:?}", row.id, row.ops);
    }
}

#[test]
fn a_rollback_says_why_and_cannot_be_repeated_blindly() {
    let channel = Channel::run("A B");
    let code = |request: RollbackRequest| channel.ask(&request).unwrap_err().code();
    assert_eq!(code(RollbackRequest { reason: " ".to_owned(), ..request() }), "reason-required");
    assert_eq!(code(RollbackRequest { has_idempotency_key: false, ..request() }), "precondition-required");
    assert_eq!(code(RollbackRequest { if_match: Some(1), ..request() }), "stale-revision");
    assert!(channel.ask(&RollbackRequest { if_match: Some(2), has_idempotency_key: false, ..request() }).is_ok());
}

#[test]
fn the_target_is_the_one_that_was_shown() {
    let channel = Channel::run("A B C yB");
    let expecting = |letter| RollbackRequest { expected_version: Some(version(letter)), ..request() };
    assert!(channel.ask(&expecting('A')).is_ok());
    let error = channel.ask(&expecting('B')).unwrap_err();
    assert_eq!(error.code(), "rollback-target-changed");
    assert_eq!(error.to_string(), "the rollback would serve 1.0.0, not 1.1.0; look again before you confirm");
}

#[test]
fn strict_refuses_to_pass_over_a_target() {
    let error = Channel::run("A B C yB").ask(&RollbackRequest { strict: true, ..request() }).unwrap_err();
    assert_eq!(error.code(), "rollback-target-not-eligible");
    assert_eq!(error.to_string(), "the target may not be served: 1.1.0 (revision 2) is yanked");
}

#[test]
fn a_named_target_must_have_been_served_here() {
    let channel = Channel::run("A B C R yA");
    let ask = |target| channel.ask(&RollbackRequest { target, ..request() });
    let restored = |target| ask(target).unwrap().new.revision.restored_seq;
    // C is rejected, but whoever names it may have it.
    assert_eq!(restored(Target::Version(version('C'))), Some(3));
    assert_eq!(restored(Target::Revision(3)), Some(3));
    let code = |target| ask(target).unwrap_err().code();
    assert_eq!(code(Target::Version(version('D'))), "never-on-channel");
    assert_eq!(code(Target::Revision(9)), "never-on-channel");
    assert_eq!(code(Target::Version(version('B'))), "already-served");
    assert_eq!(code(Target::Revision(4)), "already-served");
    assert_eq!(code(Target::Version(version('A'))), "rollback-target-not-eligible");
}

#[test]
fn a_version_left_on_purpose_is_only_a_candidate() {
    let error = Channel::run("A B C A").ask(&request()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "1.0.0 was chosen over a higher version, so the target must be named; choose one of 1.2.0, 1.1.0"
    );
    assert!(
        Channel::run("A B C A").ask(&RollbackRequest { target: Target::Version(version('B')), ..request() }).is_ok()
    );
}

#[test]
fn the_constraint_binds_a_rollback_too() {
    let channel = Channel::run("A B C");
    let policy = ChannelPolicy { constraint: Some(">=1.2".parse().unwrap()), ..ChannelPolicy::default() };
    let error = rollback(&channel.history, &request(), &policy, channel.facts()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "there is nothing to roll back to: 1.1.0 (revision 2) is outside the constraint of the channel, \
         1.0.0 (revision 1) is outside the constraint of the channel; promote a version instead"
    );
}

/// Any sequence of promotions of six versions, rollbacks, clears and yanks.
fn operations() -> impl Strategy<Value = Vec<String>> {
    let operation = prop_oneof![
        6 => (0..6_u8).prop_map(|index| char::from(b'A' + index).to_string()),
        4 => Just("R".to_owned()),
        1 => Just("X".to_owned()),
        1 => (0..6_u8).prop_map(|index| format!("y{}", char::from(b'A' + index))),
    ];
    proptest::collection::vec(operation, 0..40)
}

proptest! {
    #[test]
    fn history_only_grows_and_is_dense(ops in operations()) {
        let mut channel = Channel::default();
        for op in &ops {
            let before = channel.history.revisions().to_vec();
            channel.apply(op);
            let after = channel.history.revisions();
            prop_assert!(after.starts_with(&before));
            prop_assert!(after.len() <= before.len() + 1);
        }
        let seqs: Vec<_> = channel.history.revisions().iter().map(|revision| revision.seq).collect();
        let dense: Vec<_> = (1..).take(seqs.len()).collect();
        prop_assert_eq!(seqs, dense);
    }

    #[test]
    fn a_target_was_head_before_and_is_eligible(ops in operations()) {
        let mut channel = Channel::run("A");
        for op in &ops {
            let history = channel.history.clone();
            if let Some(Ok(answer)) = channel.apply(op) {
                let revision = answer.new.revision;
                let version = revision.version.unwrap();
                let restored = history.head_at(revision.restored_seq.unwrap()).unwrap();
                prop_assert_eq!(restored.version.as_ref(), Some(&version));
                prop_assert_ne!(history.served(), Some(&version));
                prop_assert!(!history.rejected().contains(&version));
                prop_assert!(!channel.yanked.contains_key(&version));
                prop_assert_eq!(channel.history.served(), Some(&version));
            }
        }
    }

    #[test]
    fn repeated_rollbacks_walk_back_and_end(ops in operations()) {
        let mut channel = Channel::default();
        for op in &ops {
            channel.apply(op);
        }
        let mut left: Vec<_> = channel.history.served().cloned().into_iter().collect();
        let mut depth = u64::MAX;
        while let Ok(answer) = channel.roll_back() {
            let revision = answer.new.revision;
            let version = revision.version.unwrap();
            prop_assert!(!left.contains(&version), "ping-pong to {}", version);
            prop_assert!(revision.undo_depth_seq < depth);
            depth = revision.undo_depth_seq;
            left.push(version);
        }
        prop_assert!(left.len() <= 7);
    }
}
