//! What only SQLite can show: answers that grow old, rows replaced behind the triggers.

use registry_core::digest::Digest;
use registry_store::rows::{IdempotencyKey, StoredAnswer};
use registry_store::{Metadata as _, SqliteStore};

use super::connect;

fn key(text: &str) -> IdempotencyKey {
    IdempotencyKey { principal: "ada".to_owned(), route: "POST /models".to_owned(), key: text.to_owned() }
}

fn answer(body: &str) -> StoredAnswer {
    StoredAnswer { body_sha256: Digest::of(body.as_bytes()), status: 201, body: body.to_owned() }
}

#[tokio::test]
async fn an_answer_is_good_for_a_day() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("registry.db");
    let store = SqliteStore::open(&path).await.unwrap();
    for text in ["a", "b", "c", "d"] {
        store.store_answer(&key(text), &answer("first")).await.unwrap();
    }
    let mut connection = connect(&path).await;
    let age = "UPDATE idempotency_keys SET created_at = '2001-01-01T00:00:00.000000Z' WHERE key < 'd'";
    sqlx::query(age).execute(&mut connection).await.unwrap();

    assert_eq!(store.answer(&key("a")).await.unwrap(), None);
    store.store_answer(&key("a"), &answer("second")).await.unwrap();
    store.store_answer(&key("d"), &answer("second")).await.unwrap();
    assert_eq!(store.answer(&key("a")).await.unwrap(), Some(answer("second")));
    assert_eq!(store.answer(&key("d")).await.unwrap(), Some(answer("first")));

    // A new key sweeps out two old ones.
    store.store_answer(&key("e"), &answer("first")).await.unwrap();
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM idempotency_keys").fetch_one(&mut connection).await.unwrap();
    assert_eq!(left, 3, "a, d and e");
}
