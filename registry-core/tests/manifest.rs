//! The manifest of a version: its digest, its rules, its one door.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use proptest::prelude::*;
use registry_core::contract::artifact::{Metric, Runtime, WeightTensor, Weights};
use registry_core::contract::{Artifact, Dtype, Signature};
use registry_core::digest::Digest;
use registry_core::manifest::{FileEntry, FilePath, Lineage, Manifest, ManifestContract, ManifestError};
use serde_json::{Value, json};

/// A manifest in ASCII. Its digest was computed with Python 3, whose text for it is the RFC 8785 form once whole
/// floats such as `1.0` are made integers:
/// `hashlib.sha256(json.dumps(json.loads(text), sort_keys=True, separators=(",", ":")).encode()).hexdigest()`.
const GOLDEN: &str = include_str!("fixtures/manifest.json");
const GOLDEN_DIGEST: &str = "sha256:b8b27695cbb6845e4f2bc9bba2329ff4e9372bc9ad3422fadd73e609a610fd52";
/// The same without `schema` and `lineage`.
const GOLDEN_CONTENT_DIGEST: &str = "sha256:542501fe9780648036047751890872a8e7d92d3127ea462869024f6b34bac291";

fn file(path: &str) -> FileEntry {
    FileEntry {
        path: path.parse().unwrap(),
        size: 3,
        sha256: Digest::of(b"abc"),
        media_type: "application/octet-stream".parse().unwrap(),
    }
}

fn manifest(files: Vec<FileEntry>) -> Result<Manifest, ManifestError> {
    Manifest::new(files, ManifestContract::default(), Lineage::default())
}

fn golden() -> Value {
    serde_json::from_str(GOLDEN).unwrap()
}

/// Reads the golden manifest after a change.
fn changed(change: impl FnOnce(&mut Value)) -> Result<Manifest, ManifestError> {
    let mut value = golden();
    change(&mut value);
    Manifest::from_json(value.to_string().as_bytes())
}

fn refusal(change: impl FnOnce(&mut Value)) -> String {
    changed(change).unwrap_err().to_string()
}

#[test]
fn the_digest_is_the_one_that_python_computes() {
    let manifest = Manifest::from_json(GOLDEN.as_bytes()).unwrap();
    assert_eq!(manifest.digest().to_string(), GOLDEN_DIGEST);
    assert_eq!(manifest.content_digest().to_string(), GOLDEN_CONTENT_DIGEST);
    assert_eq!(serde_json::to_value(&manifest).unwrap(), golden());
    assert_eq!(serde_json::from_str::<Manifest>(GOLDEN).unwrap(), manifest);
    assert_eq!(Manifest::from_json(&manifest.canonical_bytes()).unwrap(), manifest);
}

#[test]
fn the_order_of_files_and_keys_that_say_nothing_do_not_count() {
    let digest = Manifest::from_json(GOLDEN.as_bytes()).unwrap().digest();
    let reversed = changed(|value| value["files"].as_array_mut().unwrap().reverse()).unwrap();
    assert_eq!(reversed.digest(), digest);
    assert_eq!(reversed.files()[0].path.as_str(), "labels.json");
    let wordy = changed(|value| value["contract"]["inputs"]["image"]["optional"] = false.into()).unwrap();
    assert_eq!(wordy.digest(), digest);
}

#[test]
fn lineage_counts_for_the_version_and_not_for_its_content() {
    let before = Manifest::from_json(GOLDEN.as_bytes()).unwrap();
    let after = changed(|value| value["lineage"]["commit"] = "beef".into()).unwrap();
    assert_ne!(before.digest(), after.digest());
    assert_eq!(before.content_digest(), after.content_digest());
    let other = changed(|value| value["contract"]["license"] = "MIT".into()).unwrap();
    assert_ne!(before.content_digest(), other.content_digest());
}

#[test]
fn the_contract_holds_runtime_and_weights_and_no_evaluation() {
    let mut artifact = Artifact {
        runtime: Runtime { framework: Some("onnxruntime".to_owned()), ..Runtime::default() },
        weights: Weights {
            digest: Some(Digest::of(b"")),
            dtypes: [Dtype::F32].into(),
            tensors: [("w".to_owned(), WeightTensor { dtype: Dtype::F32, shape: vec![2, 3] })].into(),
        },
        ..Artifact::default()
    };
    let contract = |artifact: &Artifact| ManifestContract::new(&Signature::default(), artifact);
    let before = contract(&artifact);
    let table = Digest::of(br#"{"w":{"dtype":"f32","shape":[2,3]}}"#);
    assert_eq!(
        serde_json::to_value(&before).unwrap(),
        json!({
            "inputs": {}, "outputs": {},
            "runtime": {"framework": "onnxruntime"},
            "weights": {"digest": Digest::of(b""), "dtypes": ["f32"], "table": table},
        })
    );
    artifact.evaluation.metrics.insert("auc".to_owned(), Metric::Value(0.9));
    artifact.metadata.insert("note".to_owned(), "x".to_owned());
    assert_eq!(contract(&artifact), before);
    artifact.resources.memory_bytes = Some(1);
    assert_ne!(contract(&artifact), before);
    let read: ManifestContract = serde_json::from_value(serde_json::to_value(&before).unwrap()).unwrap();
    assert_eq!(read, before);
}

#[test]
fn a_version_has_1_to_10_000_files() {
    let many = |count: usize| manifest((0..count).map(|index| file(&format!("part-{index}"))).collect());
    assert!(many(10_000).is_ok());
    assert!(many(10_001).unwrap_err().to_string().contains("there are 10001 files, the limit is 10000"));
    assert!(many(0).unwrap_err().to_string().contains("there is no file"));
}

#[test]
fn no_path_stands_for_two_things() {
    let clash = |left: &str, right: &str| manifest(vec![file(left), file(right)]).map_err(|error| error.to_string());
    assert_eq!(
        clash("model.onnx", "Model.ONNX").unwrap_err(),
        "`/files/1/path`: `Model.ONNX` and `model.onnx` are one file where case is ignored; rename one of them"
    );
    assert!(clash("a", "a").unwrap_err().contains("`a` stands there twice"));
    assert!(clash("ÜBER", "über").is_err());
    assert!(clash("STRASSE", "straße").is_err());
    assert_eq!(
        clash("a/b/c", "A/B").unwrap_err(),
        "`/files/0/path`: `A/B` is a file, so it cannot be a folder of `a/b/c`; rename one of them"
    );
    assert!(clash("a/b", "a.b").is_ok());
    assert!(clash("A/b", "a/c").is_ok());
}

#[test]
fn errors_name_the_place_and_the_rule() {
    assert!(refusal(|value| value["schema"] = 2.into()).starts_with("`/schema`: the schema 2 is not known; write"));
    assert!(refusal(|value| value["extra"] = 2.into()).starts_with("`/extra`: the key is not known; a manifest has"));
    // What is published as what stands in the URL alone: a manifest cannot say it otherwise.
    for name in ["namespace", "model", "version"] {
        let named = refusal(|value| value[name] = "other".into());
        assert!(named.starts_with(&format!("`/{name}`: the key is not known; a manifest has")), "{named}");
    }
    assert!(refusal(|value| value["contract"] = 2.into()).starts_with("`/contract`: it is not an object"));
    let missing = refusal(|value| {
        value.as_object_mut().unwrap().remove("contract");
    });
    assert!(missing.starts_with("`/contract`: it is missing"), "{missing}");
    let path = refusal(|value| value["files"][1]["path"] = "../model.onnx".into());
    assert!(path.starts_with("`/files/1`: `../model.onnx` is not a file path: segment 0 is `..`"), "{path}");
    let unknown = refusal(|value| value["files"][0]["mode"] = 7.into());
    assert!(unknown.starts_with("`/files/0`: unknown field `mode`"), "{unknown}");
    let shape = refusal(|value| value["contract"]["inputs"]["image"]["shape"] = json!([-5]));
    assert!(shape.starts_with("`/contract/inputs/image`: "), "{shape}");
    let field = refusal(|value| value["contract"]["licence"] = "MIT".into());
    assert!(field.starts_with("`/contract`: unknown field `licence`"), "{field}");
    let weights = refusal(|value| value["contract"]["weights"]["tensors"] = json!({}));
    assert!(weights.starts_with("`/contract/weights`: unknown field `tensors`"), "{weights}");
    let evaluation = refusal(|value| value["contract"]["evaluation"] = json!({}));
    assert!(evaluation.contains("unknown field `evaluation`"), "{evaluation}");
}

#[test]
fn an_invalid_contract_and_a_moving_parent_are_refused() {
    let position = refusal(|value| value["contract"]["inputs"]["mask"] = json!({"dtype": "u8", "position": 0}));
    assert!(position.starts_with("`/contract/inputs/mask/position`: position 0 is already taken"), "{position}");
    let parent = refusal(|value| value["lineage"]["parent"] = "acme/fraud@^2".into());
    assert_eq!(
        parent,
        "`/lineage/parent`: `acme/fraud@^2` does not name one version; write one version, as in `acme/fraud@1.4.0`"
    );
    let all = changed(|value| {
        value["lineage"]["parent"] = "acme/fraud".into();
        value["lineage"]["run"] = "".into();
        value["files"][0]["size"] = 9_007_199_254_740_992_u64.into();
    });
    assert_eq!(all.unwrap_err().violations.len(), 3);
}

#[test]
fn numbers_that_json_readers_round_are_refused() {
    let large = refusal(|value| value["contract"]["max_batch"] = 9_007_199_254_740_993_u64.into());
    assert!(large.starts_with("`/contract/max_batch`: the integer 9007199254740993 is beyond 2^53-1"), "{large}");
    assert!(changed(|value| value["contract"]["max_batch"] = 9_007_199_254_740_991_u64.into()).is_ok());
}

#[test]
fn json_is_read_strictly() {
    let read = |text: &str| Manifest::from_json(text.as_bytes()).unwrap_err().to_string();
    let twice = GOLDEN.replacen("\"schema\": 1", "\"schema\": 1, \"schema\": 1", 1);
    assert_eq!(read(&twice), "the key `schema` stands there twice; keep one of them");
    let twice = GOLDEN.replacen("\"position\": 0", "\"position\": 0, \"position\": 1", 1);
    assert!(read(&twice).starts_with("`/contract/inputs/image`: the key `position` stands there twice"));
    assert!(serde_json::from_str::<Manifest>(&twice).is_err());
    assert!(read("{").starts_with("it is not JSON: "));
    assert!(read("[]").starts_with("it is not an object"));
    assert!(read(&format!("{GOLDEN} x")).starts_with("it is not JSON: trailing characters"));
    let deep = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    assert!(read(&deep(97)).contains("it is nested deeper than 96 levels"));
    assert!(read(&deep(1_000_000)).contains("it is nested deeper than 96 levels"));
    assert!(read(&" ".repeat((32 << 20) + 1)).contains("bytes long, the limit is"));
}

proptest! {
    #[test]
    fn an_accepted_path_stays_inside_its_folder(text in r"[a-c./\\ :A\x00\u{308}ü]{0,12}|\PC{0,20}") {
        let Ok(path) = text.parse::<FilePath>() else { return Ok(()) };
        prop_assert_eq!(path.as_str(), text);
        prop_assert!(!path.as_str().contains('\\') && !path.as_str().starts_with('/'));
        prop_assert!(path.segments().all(|segment| !matches!(segment, "" | "." | "..")));
        let joined = std::path::Path::new("/root").join(path.as_str());
        prop_assert!(joined.starts_with("/root"));
        let normal = |part: std::path::Component<'_>| matches!(part, std::path::Component::Normal(_));
        prop_assert!(std::path::Path::new(path.as_str()).components().all(normal));
    }

    #[test]
    fn folding_is_stable_and_sees_through_case(text in r"[a-zßσςΣÄäİıſ/]{1,8}") {
        let fold = |text: &str| text.parse::<FilePath>().map(|path| path.folded());
        let Ok(folded) = fold(&text) else { return Ok(()) };
        if let Ok(again) = fold(&folded) {
            prop_assert_eq!(&again, &folded);
        }
        if let Ok(lower) = fold(&text.to_lowercase()) {
            prop_assert_eq!(&lower, &folded);
        }
    }

    #[test]
    fn any_order_of_files_has_one_digest(names in proptest::collection::hash_set("[a-z]{1,6}", 1..8)) {
        let files: Vec<FileEntry> = names.iter().map(|name| file(name)).collect();
        let reversed: Vec<FileEntry> = files.iter().rev().cloned().collect();
        let (left, right) = (manifest(files).unwrap(), manifest(reversed).unwrap());
        prop_assert_eq!(left.digest(), right.digest());
        prop_assert_eq!(Manifest::from_json(&left.canonical_bytes()).unwrap(), left);
    }
}

/// Each of ten thousand files may lie in hundreds of others, and each number may stand under a key of some megabytes.
#[test]
fn what_breaks_a_rule_many_times_is_told_a_hundred_times() {
    let deep = |depth: usize, name: &str| file(&format!("{}{name}", "a/".repeat(depth)));
    let folders = (0..100).map(|depth| deep(depth, "a"));
    let files = folders.chain((0..1000).map(|number| deep(101, &number.to_string()))).collect();
    let refused = manifest(files).unwrap_err();
    assert_eq!(refused.violations.len(), 101);
    assert!(refused.to_string().ends_with("and at least 81 more"), "{refused}");

    let numbers = json!({"k".repeat(1_000_000): vec![json!([9_007_199_254_740_993_u64]); 100_000]});
    let contract: ManifestContract = serde_json::from_value(json!({
        "inputs": {"x": {"map": {"key": "string", "value": {"list": {"dtype": "u64"}}}, "default": numbers}},
    }))
    .unwrap();
    let refused = Manifest::new(vec![file("a")], contract, Lineage::default()).unwrap_err();
    let rules: Vec<&str> = refused.violations.iter().map(|violation| violation.rule.as_str()).collect();
    assert_eq!(rules.len(), 2, "{rules:?}");
    assert!(rules[0].contains("beyond 2^53-1") && rules[1].contains("there are more than these 1"), "{rules:?}");
}
