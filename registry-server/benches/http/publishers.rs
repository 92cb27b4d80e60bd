//! Models with versions, and those who publish more of them.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{head, rate};
use crate::large::FileRef;
use crate::server::Server;

/// The path of a model, written `acme/iris`.
pub(crate) fn address(model: &str) -> String {
    let (namespace, model) = model.split_once('/').unwrap();
    format!("/api/v1/namespaces/{namespace}/models/{model}")
}

/// Publishes patch versions. Each differs from all before by the path of a note, so the server reads each anew.
#[derive(Debug)]
pub(crate) struct Publishers<'a> {
    pub(crate) server: &'a Server,
    model: FileRef,
    note: FileRef,
    published: AtomicU64,
}

impl<'a> Publishers<'a> {
    pub(crate) fn new(server: &'a Server, folder: &Path) -> Self {
        let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/iris/1.0.0.onnx");
        let note = folder.join("note.txt");
        std::fs::write(&note, "trained again").unwrap();
        Self { server, model: FileRef::of(model), note: FileRef::of(note), published: AtomicU64::new(0) }
    }

    /// A model with so many versions: 1.0.0, 1.0.1…
    pub(crate) fn make(&self, model: &str, versions: u64) {
        for file in [&self.model, &self.note] {
            self.server.upload((&address(model), 1), file);
        }
        let first = json!({"version": "1.0.0", "files": self.files()});
        self.server.done(&self.server.post(&format!("{}/versions", address(model)), &first));
        for _ in 1..versions {
            self.server.done(&self.patch(model));
        }
    }

    /// The next patch version of a model, as a request.
    pub(crate) fn patch(&self, model: &str) -> Vec<u8> {
        let body = json!({"bump": "patch", "line": "1", "files": self.files()});
        self.server.post(&format!("{}/versions", address(model)), &body)
    }

    fn files(&self) -> [Value; 2] {
        let note = format!("notes/{}.txt", self.published.fetch_add(1, Ordering::Relaxed));
        [self.model.named("model.onnx"), self.note.named(&note)]
    }

    /// Versions a second, one connection for each model that is named.
    pub(crate) fn rate(&self, models: &[String], turn: Duration) -> f64 {
        let connections: Vec<_> = models.iter().map(|model| || self.patch(model)).collect();
        rate(self.server.address, &connections, (201, turn))
    }
}

pub(crate) fn resolve(model: &str, selector: &str) -> Vec<u8> {
    head("GET", &format!("{}/resolve?ref={selector}", address(model)), &[], 0)
}
