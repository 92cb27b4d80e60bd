//! Fsck finds what happened to the bytes behind the back of the registry.

use serde_json::{Value, json};

use crate::common::models::blob_key;
use crate::common::{IRIS, TestServer, iris};

/// Where fsck says that something is wrong.
const FINDINGS: [&str; 4] = ["missing", "wrong_size", "wrong_digest", "orphans"];

async fn findings(server: &TestServer, query: &str) -> (bool, [Value; 4]) {
    let report = server.post(&format!("/api/v1/admin/fsck{query}"), &json!({})).await.ok(200);
    assert_eq!(report["checked_blobs"], 3, "{report}");
    (report["clean"].as_bool().unwrap(), FINDINGS.map(|name| report[name].clone()))
}

#[tokio::test]
async fn harmed_bytes_are_named_and_come_back_when_they_are_sent_again() {
    let server = TestServer::with_iris(&["1.0.0", "1.0.1", "1.1.0"]).await;
    let [flipped, cut, lost] = ["1.0.0", "1.0.1", "1.1.0"].map(iris);
    let stored = |bytes: &[u8]| server.installation.stored("1", bytes);
    let key = |bytes: &[u8]| json!([blob_key("1", bytes)]);
    let none = || json!([]);
    assert_eq!(findings(&server, "?deep=true").await, (true, [none(), none(), none(), none()]));

    let mut other = flipped.clone();
    other[100] ^= 1;
    stored(&flipped).overwrite(other).await;
    stored(&cut).overwrite(cut[..100].to_vec()).await;
    stored(&lost).remove().await;
    let stranger = b"nobody announced it";
    stored(stranger).overwrite(stranger.to_vec()).await;
    // Only a deep look reads the bytes.
    assert_eq!(findings(&server, "").await, (false, [key(&lost), key(&cut), none(), key(stranger)]));
    let found = findings(&server, "?deep=true").await;
    assert_eq!(found, (false, [key(&lost), key(&cut), key(&flipped), key(stranger)]));

    for bytes in [&flipped, &cut, &lost] {
        server.upload(IRIS, "1", "model.onnx", bytes).await;
        assert_eq!(stored(bytes).read().await.as_ref(), Some(bytes));
    }
    assert_eq!(findings(&server, "?deep=true").await, (true, [none(), none(), none(), key(stranger)]));
}

/// A disk with a broken sector: the rest is still checked, and what stands there can be sent again.
#[cfg(unix)]
#[tokio::test]
async fn what_the_disk_cannot_read_is_named_and_the_rest_is_checked() {
    let server = TestServer::with_iris(&["1.0.0", "1.0.1", "1.1.0"]).await;
    let Some(path) = server.installation.path_of_blob("1", &iris("1.0.0")) else { return };
    std::fs::remove_file(&path).unwrap();
    // Whoever follows it gets an error of the file system, and no file that is not there.
    std::os::unix::fs::symlink(&path, &path).unwrap();
    server.installation.stored("1", &iris("1.1.0")).remove().await;
    for query in ["", "?deep=true"] {
        let report = server.post(&format!("/api/v1/admin/fsck{query}"), &json!({})).await.ok(200);
        assert_eq!(report["unreadable"], json!([blob_key("1", &iris("1.0.0"))]), "{report}");
        assert_eq!(report["missing"], json!([blob_key("1", &iris("1.1.0"))]), "{report}");
        assert_eq!((&report["clean"], &report["checked_blobs"]), (&json!(false), &json!(3)), "{report}");
        let versions: Vec<&Value> =
            report["affected"].as_array().unwrap().iter().map(|file| &file["version"]).collect();
        assert_eq!(versions, ["acme/iris@1.0.0", "acme/iris@1.1.0"], "{report}");
    }
    for version in ["1.0.0", "1.1.0"] {
        server.upload(IRIS, "1", "model.onnx", &iris(version)).await;
    }
    assert!(findings(&server, "?deep=true").await.0);
}
