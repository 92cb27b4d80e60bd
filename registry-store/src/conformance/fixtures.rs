//! Contracts, versions and histories as real registries have them. Everything depends on a seed alone.

use std::collections::BTreeMap;

use registry_core::contract::artifact::{Evaluation, Metric};
use registry_core::contract::field::Label;
use registry_core::contract::{Artifact, Consumption, Contract, Dim, Dtype, Field, Signature};
use registry_core::digest::Digest;
use registry_core::hazard::{Hazard, HazardKind};
use registry_core::version::Version;
use serde_json::json;
use uuid::Uuid;

use super::Failure;
use crate::change::{NewFile, NewVersion};
use crate::rows::BlobRecord;

/// Numbers that look random and are the same in every run (splitmix64).
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The sequence of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below `bound`, which must not be 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound.max(1)
    }
}

/// A contract: of a table, a picture or a text model, by seed.
pub fn signature(seed: u64) -> Signature {
    match seed % 3 {
        0 => tabular(seed),
        1 => image(seed),
        _ => text(seed),
    }
}

fn tabular(seed: u64) -> Signature {
    let columns = 4 + seed % 24;
    let mut inputs = BTreeMap::new();
    for (position, column) in (0_u32..).zip(0..columns) {
        let dtype = if column % 5 == 4 { Dtype::String } else { Dtype::F32 };
        inputs.insert(format!("feature_{column}"), Field::tensor(dtype, [Dim::symbol("N")]).at(position));
    }
    let outputs = BTreeMap::from([("score".to_owned(), Field::tensor(Dtype::F32, [Dim::symbol("N")]))]);
    Signature { inputs, outputs, consumption: Some(Consumption::Endpoint), ..Default::default() }
}

fn image(seed: u64) -> Signature {
    let classes = 2 + seed % 100;
    let picture = [Dim::symbol("N"), Dim::fixed(3), Dim::fixed(224), Dim::fixed(224)];
    let scores = [Dim::symbol("N"), Dim::fixed(classes)];
    Signature {
        inputs: BTreeMap::from([("image".to_owned(), Field::tensor(Dtype::F32, picture))]),
        outputs: BTreeMap::from([("logits".to_owned(), Field::tensor(Dtype::F32, scores))]),
        labels: Some((0..classes).map(|class| Label::Text(format!("class {class}"))).collect()),
        ..Default::default()
    }
}

fn text(seed: u64) -> Signature {
    let ids = || Field::tensor(Dtype::I64, [Dim::symbol("batch"), Dim::symbol("sequence")]);
    let vector = [Dim::symbol("batch"), Dim::fixed(128 + 64 * (seed % 10))];
    Signature {
        inputs: BTreeMap::from([("input_ids".to_owned(), ids()), ("attention_mask".to_owned(), ids().at(1))]),
        outputs: BTreeMap::from([("embedding".to_owned(), Field::tensor(Dtype::F32, vector))]),
        context_length: Some(512),
        license: Some("Apache-2.0".to_owned()),
        ..Default::default()
    }
}

/// The numbers of a model with `count` versions, as they were published: mostly patches, some of them backports,
/// pre-releases before a minor, build metadata, and rarely a new line.
///
/// # Errors
/// Never, unless the grammar of versions changes.
pub fn history(count: u64, seed: u64) -> Result<Vec<Version>, Failure> {
    let mut random = Random::new(seed);
    let mut tips = vec![(0, 1, 0)];
    let mut versions: Vec<Version> = Vec::new();
    while u64::try_from(versions.len())? < count {
        let Some(&(major, minor, patch)) = tips.last() else { break };
        let number = match random.below(20) {
            0 => (major + 1, 0, 0),
            1..=4 => (major, minor + 1, 0),
            _ => (major, minor, patch + 1),
        };
        let (major, minor, patch) = number;
        if random.below(4) == 0 {
            versions.push(format!("{major}.{minor}.{patch}-rc.1").parse()?);
        }
        let build = if random.below(10) == 0 { "+cu12" } else { "" };
        versions.push(format!("{major}.{minor}.{patch}{build}").parse()?);
        tips.push(number);
    }
    versions.truncate(usize::try_from(count)?);
    Ok(versions)
}

/// A version with documents, a contract by `seed` and two files: one of its own, one that every version has.
///
/// # Errors
/// Never, unless the grammar of paths changes.
pub fn new_version(model: Uuid, version: Version, ordinal: u64, seed: u64) -> Result<NewVersion, Failure> {
    let contract = signature(seed);
    let line = version.line();
    let files = vec![
        file("model.onnx", format!("weights of {model} {version}").as_bytes(), line)?,
        file("config/labels.json", b"[]", line)?,
    ];
    let manifest = json!({
        "schema": 1,
        "files": files.iter().map(|file| json!({"path": file.path, "size": file.size, "sha256": file.sha256.to_hex()}))
            .collect::<Vec<_>>(),
        "contract": contract.canonical(),
        "lineage": {"commit": "4c6c18d", "run": version.to_string()},
    });
    let digest = |part: &str| Digest::of(format!("{part} of {model} {version}").as_bytes());
    Ok(NewVersion {
        id: Uuid::new_v4(),
        model,
        ordinal,
        manifest_digest: digest("manifest"),
        content_digest: digest("content"),
        contract_digest: contract.digest(),
        contract,
        extractor: "onnx/1".to_owned(),
        manifest,
        verdict: json!({"accepted": true, "required": "patch", "changes": []}),
        artifact: artifact(),
        hazards: vec![Hazard {
            path: format!("{model}.bin!data.pkl"),
            kind: HazardKind::Pickle,
            imports: vec!["posix.system".to_owned()],
            reason: "a Python pickle".to_owned(),
        }],
        files,
        description: format!("version {version}, “gut genug”"),
        labels: BTreeMap::from([("team".to_owned(), "risk".to_owned())]),
        created_by: "ci@acme".to_owned(),
        version,
    })
}

/// Facts with numbers that only survive when they are written and read exactly.
fn artifact() -> Artifact {
    let metrics = [("auc", 0.912_345_678_901_234_5), ("loss", 1.0e-17), ("gain", 0.1 + 0.2), ("drift", 1e23)];
    let metrics = metrics.into_iter().map(|(name, value)| (name.to_owned(), Metric::Value(value)));
    Artifact {
        format: Some("onnx".to_owned()),
        content: Some(Digest::of(b"content")),
        evaluation: Evaluation { metrics: metrics.collect(), golden: None },
        ..Default::default()
    }
}

fn file(path: &str, bytes: &[u8], line: registry_core::version::Line) -> Result<NewFile, Failure> {
    Ok(NewFile {
        path: path.parse()?,
        size: u64::try_from(bytes.len())?,
        sha256: Digest::of(bytes),
        media_type: "application/octet-stream".to_owned(),
        line,
    })
}

/// The blobs that the files of a version name.
pub fn blobs_of<'a>(
    version: &'a NewVersion,
    namespace: &'a registry_core::name::NamespaceName,
    model: &'a registry_core::name::ModelName,
) -> impl Iterator<Item = BlobRecord> + 'a {
    version.files.iter().map(|file| BlobRecord {
        namespace: namespace.clone(),
        model: model.clone(),
        line: file.line,
        sha256: file.sha256,
        size: file.size,
    })
}
