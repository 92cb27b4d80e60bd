//! Channels on a real database: the decisions are those of `registry_core`, so these stories are about what is recorded,
//! what is answered, and what happens when many move one channel at once.

mod world;

use std::collections::{BTreeMap, BTreeSet};

use registry_core::channel::RevisionKind;
use registry_core::compat::PolicyLayer;
use registry_core::state::VersionState;
use serde_json::json;

use self::world::{World, anybody, because, promotion, retrying};
use super::*;
use crate::api::channel::{Clear, Promote, Rollback};
use crate::service::access::Visitor;
use crate::service::search::search;

#[tokio::test]
async fn a_channel_is_promoted_rolled_back_and_remembered() {
    let world = World::new(&["1.0.0", "1.0.1"]).await;
    let first = world.promote("1.0.0").await.unwrap();
    assert_eq!((&first["changed"], &first["revision"]), (&json!(true), &json!(1)));
    assert_eq!(first.get("from_version"), None);
    let then = world.registry.store.now().await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(5)).await;

    let second = world.promote("1.0.1").await.unwrap();
    assert_eq!(second["from_version"], "1.0.0");
    assert_eq!(second["channel"]["version"], "1.0.1");
    assert_eq!(second["direction"], "forward");
    assert_eq!(second["bump"], "patch");

    let done = world.rollback("k").await.unwrap();
    assert_eq!(
        (&done["to_version"], &done["revision"], &done["restored_seq"]),
        (&json!("1.0.0"), &json!(3), &json!(1))
    );
    assert_eq!(done["channel"]["reason"], "it is bad");

    let history = world.history().await;
    assert_eq!(history.iter().map(|revision| revision.seq).collect::<Vec<_>>(), [3, 2, 1]);
    let was = channel(&world.registry, &world.path, Some(then)).await.unwrap();
    assert_eq!((was.revision, was.version.unwrap().to_string()), (1, "1.0.0".to_owned()));
    let before = channel(&world.registry, &world.path, Some(Timestamp::UNIX_EPOCH)).await.unwrap();
    assert_eq!((before.revision, before.version), (0, None));
}

#[tokio::test]
async fn promoting_what_is_served_changes_nothing() {
    let world = World::new(&["1.0.0"]).await;
    world.promote("1.0.0").await.unwrap();
    let again = world.promote("1.0.0").await.unwrap();
    assert_eq!((&again["changed"], &again["revision"]), (&json!(false), &json!(1)));
    assert_eq!((world.history().await.len(), world.events().await.len()), (1, 1));
}

#[tokio::test]
async fn a_dry_run_answers_the_plan_and_writes_nothing() {
    let world = World::new(&["1.0.0", "1.0.1"]).await;
    world.promote("1.0.0").await.unwrap();
    let caller = retrying("k");
    let dry = ChannelCall { dry_run: true, ..world.call(&caller) };
    let mut plan = promote(&world.registry, dry, &promotion("1.0.1")).await.unwrap().body;
    assert_eq!((world.history().await.len(), world.events().await.len()), (1, 1));
    assert_eq!(world.registry.replay(&caller).await.unwrap(), None);
    let mut done = world.promote("1.0.1").await.unwrap();
    for body in [&mut plan, &mut done] {
        body["channel"]["updated_at"].take();
    }
    assert_eq!(plan, done);

    let target = rollback_target(&world.registry, &world.path, &Wanted::default()).await.unwrap();
    let planned = rollback(&world.registry, dry, &because("why")).await.unwrap().body;
    let cleared = clear(&world.registry, dry, &Clear::default()).await.unwrap().body;
    assert_eq!((world.history().await.len(), world.events().await.len()), (2, 2));
    assert_eq!(cleared["revision"], 3);
    assert_eq!(target.etag.as_deref(), Some("\"2\""));
    for key in ["from_version", "to_version", "restored_seq", "skipped"] {
        assert_eq!(target.body[key], planned[key], "{key}");
    }
}

#[tokio::test]
async fn what_consumers_lose_is_told_and_recorded() {
    let world = World::new(&["1.0.0"]).await;
    world.publish("1.1.0", &["score", "confidence"]).await;
    world.promote("1.0.0").await.unwrap();
    let up = world.promote("1.1.0").await.unwrap();
    assert_eq!((&up["bump"], &up["consumer_change"]), (&json!("minor"), &json!("optional")));
    let down = world.rollback("k").await.unwrap();
    assert_eq!(down["lost"], json!(["output `confidence` disappears for consumers of 1.1.0"]));
    let compat = world.history().await[0].compat.clone().unwrap();
    assert_eq!((compat.required_bump.as_str(), compat.lost.len()), ("major", 1));
    let data = world.events().await[2]["data"].clone();
    assert_eq!((&data["bump"], &data["policy_digest"]), (&json!("major"), &json!(compat.policy_digest)));
}

#[tokio::test]
async fn every_change_is_an_event() {
    let world = World::new(&["1.0.0", "1.0.1"]).await;
    world.promote("1.0.0").await.unwrap();
    world.promote("1.0.1").await.unwrap();
    world.rollback("k").await.unwrap();
    clear(&world.registry, world.call(&anybody()), &Clear { reason: Some(" ".to_owned()) }).await.unwrap();
    let policy = api::channel::ChannelPolicy { allow_major: true, ..Default::default() };
    put_policy(&world.registry, world.call(&anybody()), &policy).await.unwrap();
    put_policy(&world.registry, world.call(&anybody()), &policy).await.unwrap();
    let events = world.events().await;
    let kinds: Vec<_> = events.iter().map(|event| event["type"].as_str().unwrap()).collect();
    let expected = ["promoted", "promoted", "rolled_back", "cleared", "policy_updated"];
    assert_eq!(kinds, expected.map(|name| format!("registry.channel.{name}.v1")));
    let seqs: Vec<_> = events.iter().map(|event| event["data"]["seq"].as_u64().unwrap()).collect();
    assert_eq!(seqs, [1, 2, 3, 4, 5]);
    let back = &events[2];
    assert_eq!(back["subject"], "acme/iris@1.0.0");
    let data = &back["data"];
    assert_eq!(data["actor"], json!({"kind": "user", "id": "admin", "token_id": uuid::Uuid::nil()}));
    assert_eq!(data["request"], json!({"id": "r-1", "idempotency_key": "k"}));
    assert_eq!((&data["from_version"], &data["to_version"]), (&json!("1.0.1"), &json!("1.0.0")));
    assert_eq!((&data["from_seq"], &data["to_seq"]), (&json!(2), &json!(3)));
    assert_eq!((&data["reason"], &data["outcome"]), (&json!("it is bad"), &json!("success")));
    assert_eq!((&data["before"]["version"], &data["after"]["version"]), (&json!("1.0.1"), &json!("1.0.0")));
    assert_eq!((&events[3]["subject"], events[3]["data"].get("reason")), (&json!("acme/iris"), None));
    assert_eq!(events[4]["data"]["after"], json!(policy));
}

#[tokio::test]
async fn refusals_have_their_codes() {
    let world = World::new(&["1.0.0", "1.1.0", "2.0.0"]).await;
    let registry = &world.registry;
    let keyed = retrying("refused");
    let code = |result: Result<Answer, Failure>| result.map(|_| ()).unwrap_err().code;
    let back = async |wanted: &Rollback| rollback(registry, world.call(&keyed), wanted).await;
    assert_eq!(code(back(&because("x")).await), Code::ChannelNotFound);
    assert_eq!(code(clear(registry, world.call(&keyed), &Clear::default()).await), Code::ChannelNotFound);
    let gates = world.promote("9.0.0").await.unwrap_err();
    assert_eq!(gates.code, Code::PromotionRefused);
    assert_eq!(gates.details["gates"][0]["code"], "version-not-found");
    world.promote("1.0.0").await.unwrap();
    assert_eq!(world.promote("1.0.0+cu12").await.unwrap_err().code, Code::BuildMismatch);
    assert_eq!(world.promote("2.0.0").await.unwrap_err().code, Code::PromotionRefused);
    assert_eq!(code(back(&because("x")).await), Code::NoRollbackTarget);
    assert_eq!(code(back(&because(" ")).await), Code::ReasonRequired);
    let bare = rollback(registry, world.call(&anybody()), &because("x")).await;
    assert_eq!(code(bare), Code::PreconditionRequired);
    world.promote("1.1.0").await.unwrap();
    let stale = ChannelCall { if_match: Some(1), ..world.call(&keyed) };
    let failure = rollback(registry, stale, &because("x")).await.unwrap_err();
    assert_eq!((failure.code, &failure.details["revision"]), (Code::StaleRevision, &json!(2)));
    let never = Rollback { to_version: Some("2.0.0".parse().unwrap()), ..because("x") };
    assert_eq!(code(back(&never).await), Code::NeverOnChannel);
    let served = Rollback { to_revision: Some(2), ..because("x") };
    assert_eq!(code(back(&served).await), Code::AlreadyServed);
    let other = Rollback { expected_version: Some("1.1.0".parse().unwrap()), ..because("x") };
    assert_eq!(code(back(&other).await), Code::RollbackTargetChanged);
    let both = Rollback { to_revision: Some(1), ..never.clone() };
    assert_eq!(code(back(&both).await), Code::InvalidBody);
    world.set_state("1.0.0", VersionState::Yanked).await;
    let skipped = back(&because("x")).await.unwrap_err();
    assert_eq!(skipped.details["skipped"], json!([{"seq": 1, "version": "1.0.0", "reason": "yanked"}]));
    let strict = Rollback { strict: true, ..because("x") };
    assert_eq!(code(back(&strict).await), Code::RollbackTargetNotEligible);
    world.set_state("1.0.0", VersionState::Active).await;
    world.promote("1.0.0").await.unwrap();
    let needs = back(&because("x")).await.unwrap_err();
    assert_eq!((needs.code, &needs.details["candidates"]), (Code::RollbackNeedsTarget, &json!(["1.1.0"])));
}

#[tokio::test]
async fn a_policy_makes_the_channel_and_binds_it() {
    let world = World::new(&["1.0.0", "2.0.0"]).await;
    let wanted: api::channel::ChannelPolicy =
        serde_json::from_value(json!({"constraint": "^1", "require_if_match": true})).unwrap();
    let made = put_policy(&world.registry, world.call(&anybody()), &wanted).await.unwrap();
    assert_eq!((&made.body["revision"], made.etag.as_deref()), (&json!(0), Some("\"0\"")));
    assert_eq!(world.promote("1.0.0").await.unwrap_err().code, Code::PreconditionRequired);
    let caller = anybody();
    let seen = |revision| ChannelCall { if_match: Some(revision), ..world.call(&caller) };
    promote(&world.registry, seen(0), &promotion("1.0.0")).await.unwrap();
    let major = Promote { allow_major: true, ..promotion("2.0.0") };
    let refused = promote(&world.registry, seen(1), &major).await.unwrap_err();
    assert_eq!(refused.details["gates"][0]["code"], "outside-constraint");
    assert_eq!(put_policy(&world.registry, seen(0), &wanted).await.unwrap_err().code, Code::StaleRevision);
    let without = put_policy(&world.registry, world.call(&caller), &wanted).await;
    assert_eq!(without.unwrap_err().code, Code::PreconditionRequired);
    let none = serde_json::from_value(json!({"constraint": ">2.0.0, <1.0.0"})).unwrap();
    assert_eq!(put_policy(&world.registry, seen(1), &none).await.unwrap_err().code, Code::InvalidPolicy);
}

#[tokio::test]
async fn a_cleared_channel_is_restored() {
    let world = World::new(&["1.0.0"]).await;
    world.promote("1.0.0").await.unwrap();
    let cleared = clear(&world.registry, world.call(&anybody()), &Clear::default()).await.unwrap();
    assert_eq!((&cleared.body["changed"], cleared.body.get("to_version")), (&json!(true), None));
    let again = clear(&world.registry, world.call(&anybody()), &Clear::default()).await.unwrap();
    assert_eq!(again.body["changed"], false);
    let restored = world.rollback("k").await.unwrap();
    assert_eq!((&restored["to_version"], restored.get("from_version")), (&json!("1.0.0"), None));
}

#[tokio::test]
async fn lists_are_paged() {
    let world = World::new(&["1.0.0", "1.0.1"]).await;
    world.promote("1.0.0").await.unwrap();
    world.promote("1.0.1").await.unwrap();
    let staging = ChannelPath { channel: "staging".parse().unwrap(), ..world.path.clone() };
    let caller = anybody();
    let call = ChannelCall { path: &staging, ..world.call(&caller) };
    promote(&world.registry, call, &promotion("1.0.1")).await.unwrap();
    let model = (&world.path.namespace, &world.path.model);
    let first = channels(&world.registry, model, None, 1).await.unwrap();
    assert_eq!((first.rows[0].name.as_str(), first.more), ("production", true));
    let second = channels(&world.registry, model, Some(&first.rows[0].name), 1).await.unwrap();
    assert_eq!((second.rows[0].name.as_str(), second.more), ("staging", false));
    let newest = revisions(&world.registry, &world.path, None, 1).await.unwrap();
    assert_eq!((newest.rows[0].seq, newest.more), (2, true));
    let oldest = revisions(&world.registry, &world.path, Some(2), 1).await.unwrap();
    assert_eq!((oldest.rows[0].seq, oldest.more), (1, false));
    let hits = search(&world.registry, &Visitor::Stranger, "IRI", None, 10).await.unwrap();
    assert_eq!(hits.rows[0].latest.as_ref().unwrap().to_string(), "1.0.1");
    assert_eq!(search(&world.registry, &Visitor::Stranger, " ", None, 10).await.unwrap_err().code, Code::InvalidQuery);
}

#[tokio::test]
async fn a_version_without_its_bytes_is_not_served_again() {
    let world = World::new(&["1.0.0", "2.0.0"]).await;
    world.promote("1.0.0").await.unwrap();
    let major = Promote { allow_major: true, ..promotion("2.0.0") };
    promote(&world.registry, world.call(&anybody()), &major).await.unwrap();
    world.registry.blobs.delete(&world.blob(&"1.0.0".parse().unwrap())).await.unwrap();
    let gates = world.promote("1.0.0").await.unwrap_err();
    assert_eq!(gates.code, Code::PromotionRefused);
    assert_eq!(gates.details["gates"][0]["code"], "blobs-missing");
    let nothing = world.rollback("k").await.unwrap_err();
    assert_eq!(nothing.code, Code::NoRollbackTarget);
    assert_eq!(nothing.details["skipped"], json!([{"seq": 1, "version": "1.0.0", "reason": "blobs-missing"}]));
}

/// Two servers share what the database holds and nothing else.
#[tokio::test]
async fn what_another_server_does_is_seen_at_once() {
    let world = World::new(&["1.0.0", "1.0.1"]).await;
    let Registry { store, blobs, .. } = &world.registry;
    let other = Registry::new(Arc::clone(store), Arc::clone(blobs), PolicyLayer::default());
    for version in ["1.0.0", "1.0.1", "1.0.0"] {
        let before = channel(&other, &world.path, None).await.ok().map_or(0, |channel| channel.revision);
        world.promote(version).await.unwrap();
        let after = channel(&other, &world.path, None).await.unwrap();
        assert_eq!((after.revision, after.version.unwrap().to_string()), (before + 1, version.to_owned()));
    }
    world.set_state("1.0.1", VersionState::Yanked).await;
    let refused = promote(&other, world.call(&anybody()), &promotion("1.0.1")).await.unwrap_err();
    assert_eq!(refused.code, Code::PromotionRefused);
    assert_eq!(
        search(&other, &Visitor::Stranger, "iris", None, 1).await.unwrap().rows[0].latest,
        Some("1.0.0".parse().unwrap())
    );
}

/// 8 promote and 8 roll back at once, again and again: revisions are dense, none is lost, every success has one of its
/// own, and what was answered is what is recorded.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn promotions_and_rollbacks_at_once_lose_nothing() {
    const ROUNDS: usize = 12;
    const SIDE: usize = 8;
    let world = Arc::new(World::new(&["1.0.0", "1.0.1", "1.0.2", "1.0.3"]).await);
    let mut answered = BTreeMap::new();
    for (version, seq) in ["1.0.0", "1.0.1", "1.0.2", "1.0.3"].into_iter().zip(1..) {
        world.promote(version).await.unwrap();
        answered.insert(seq, version.to_owned());
    }
    for round in 0..ROUNDS {
        let mut racers = tokio::task::JoinSet::new();
        for racer in 0..SIDE {
            let here = Arc::clone(&world);
            racers.spawn(async move { here.promote(&format!("1.0.{}", (racer + round) % 4)).await });
            let here = Arc::clone(&world);
            racers.spawn(async move { here.race_back(round, racer).await });
        }
        while let Some(result) = racers.join_next().await {
            match result.unwrap() {
                Ok(body) if body["changed"] != json!(false) => {
                    let seq = body["revision"].as_u64().unwrap();
                    let version = body["to_version"].as_str().unwrap().to_owned();
                    assert_eq!(answered.insert(seq, version), None, "revision {seq} was answered twice");
                }
                Ok(_) => {}
                Err(failure) => assert!(is_lawful(failure.code), "{failure:?}"),
            }
        }
    }
    let history = world.history().await;
    for kind in [RevisionKind::Promote, RevisionKind::Rollback] {
        let won = history.iter().filter(|revision| revision.kind == kind).count();
        assert!(won >= SIDE, "only {won} of {} were a {kind:?}: the two sides did not race", history.len());
    }
    let recorded: BTreeMap<_, _> = history
        .into_iter()
        .map(|revision| (revision.seq, revision.version.map(|version| version.to_string()).unwrap_or_default()))
        .collect();
    assert_eq!(answered, recorded);
    assert_eq!(
        recorded.keys().copied().collect::<Vec<_>>(),
        (1..=u64::try_from(recorded.len()).unwrap()).collect::<Vec<_>>()
    );
    let head = channel(&world.registry, &world.path, None).await.unwrap();
    assert_eq!(recorded.last_key_value(), Some((&head.revision, &head.version.unwrap().to_string())));
    assert_events_are_dense(&world, recorded.len()).await;
}

fn is_lawful(code: Code) -> bool {
    matches!(code, Code::NoRollbackTarget | Code::RollbackNeedsTarget | Code::AlreadyServed | Code::Busy)
}

async fn assert_events_are_dense(world: &World, revisions: usize) {
    let events = world.events().await;
    let seqs: Vec<_> = events.iter().map(|event| event["data"]["seq"].as_u64().unwrap()).collect();
    assert_eq!(seqs, (1..=u64::try_from(revisions).unwrap()).collect::<Vec<_>>());
    let ids: BTreeSet<_> = events.iter().map(|event| event["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), revisions);
}

/// The same request many times at once, as impatient clients send it: one effect, one answer.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_key_at_once_has_one_effect() {
    let world = Arc::new(World::new(&["1.0.0", "1.0.1", "1.0.2"]).await);
    for version in ["1.0.0", "1.0.1", "1.0.2"] {
        world.promote(version).await.unwrap();
    }
    let mut retries = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let here = Arc::clone(&world);
        retries.spawn(async move { here.rollback("same").await });
    }
    let answers: BTreeSet<String> =
        retries.join_all().await.into_iter().map(|body| body.unwrap().to_string()).collect();
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert_eq!(world.history().await.len(), 4);
}
