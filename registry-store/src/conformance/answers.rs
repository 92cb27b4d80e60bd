//! Stored answers to requests with an idempotency key.

use std::sync::Arc;

use super::changes::{answer, key};
use super::world::World;
use super::{Bench, Outcome, ensure, ensure_conflict, ensure_eq};
use crate::change::{Change, Write};
use crate::rows::{IdempotencyKey, Model};

pub(super) async fn first_stays(bench: Arc<Bench>) -> Outcome {
    let store = &bench.store;
    ensure_eq(&store.answer(&key("k")).await?, &None, "before any")?;
    for body in ["first", "second"] {
        store.store_answer(&key("k"), &answer(body)).await?;
        ensure_eq(&store.answer(&key("k")).await?, &Some(answer("first")), body)?;
    }
    Ok(())
}

pub(super) async fn with_its_change(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let at = world.store.now().await?;
    let fresh = world.snapshot().await?.model;
    let change = |seen: &Model| Change {
        answer: Some((key("k"), answer("done"))),
        ..world.change(seen, at, Vec::<Write>::new())
    };
    ensure_conflict(&world.store.commit(change(&Model { revision: 7, ..fresh.clone() })).await, "a stale change")?;
    ensure_eq(&world.store.answer(&key("k")).await?, &None, "the answer of a change that was refused")?;
    world.store.commit(change(&fresh)).await?;
    world.store.store_answer(&key("k"), &answer("later")).await?;
    ensure_eq(&world.store.answer(&key("k")).await?, &Some(answer("done")), "the answer of the change")
}

pub(super) async fn not_again(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    world.store.store_answer(&key("k"), &answer("refused")).await?;
    let change = world.change(&world.snapshot().await?.model, world.store.now().await?, Vec::new());
    let change = Change { answer: Some((key("k"), answer("done"))), ..change };
    ensure_conflict(&world.store.commit(change).await, "a key that has an answer")?;
    ensure_eq(&world.snapshot().await?.model.revision, &1, "the revision of the model")?;
    ensure_eq(&world.store.answer(&key("k")).await?, &Some(answer("refused")), "the answer")
}

pub(super) async fn keys(bench: Arc<Bench>) -> Outcome {
    let store = &bench.store;
    let others = [
        IdempotencyKey { principal: "bob".to_owned(), ..key("k") },
        IdempotencyKey { route: "POST /namespaces".to_owned(), ..key("k") },
        key("K"),
        key("k "),
    ];
    store.store_answer(&key("k"), &answer("mine")).await?;
    for other in others {
        ensure(store.answer(&other).await?.is_none(), format_args!("{other:?} has the answer of another key"))?;
        store.store_answer(&other, &answer("theirs")).await?;
    }
    ensure_eq(&store.answer(&key("k")).await?, &Some(answer("mine")), "the answer")
}
