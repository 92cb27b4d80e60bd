//! What a publisher states: registry.toml, and how it is put into a contract that was read.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use registry_core::contract::{Artifact, Pointer, Signature, Source};
use registry_core::declared::{ContractMismatch, Declared, LabelsSource, ProjectFile, apply};
use registry_core::manifest::{FilePath, ManifestContract};
use serde_json::{Value, json};

const HEX: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// Everything that a registry.toml can say.
const FULL: &str = r#"
model = "acme/fraud"
files = ["model.onnx", "labels.json"]

[declared]
license = "Apache-2.0"
units = { "inputs.amount" = "EUR" }
labels = "labels.json"
extensible_labels = true
preprocessing = { kind = "external", sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }
postprocessing = { sha256 = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }
consumption = "endpoint"
binding = "name"
content = "closed"
stateful = "none"
streaming = false
max_batch = 32
context_length = 512
architecture = "ResNet50"
entrypoints = { predict = { takes = "tensors" }, explain = {} }
max_runtime = { opset = 21, onnxruntime = "1.20" }

[declared.runtime]
framework = "onnxruntime"
min = { onnxruntime = "1.17" }
accelerator = "cuda"

[declared.resources]
memory_bytes = 2_000_000
memory_tolerance = 0.1

[declared.inputs.amount]
optional = true
default = 0
bounds = { "0" = { min = 1, max = 32 } }

[declared.inputs.image]
shape = ["N", 3, 224, 224]
layout = "NCHW"
color_space = "RGB"
normalization = "imagenet"
denotation = "IMAGE"
alias_of = ["picture"]
nullable = true

[declared.outputs.class]
meaning = "probability"
range = { min = 0, max = 1 }
space_id = "e5"
labels = [{ id = "c", text = "cat" }, { id = "d", text = "dog" }]
deprecated = true

[declared.params.temperature]
dtype = "f32"
default = 1.0
range = { min = 0.0, max = 2.0 }

[lineage]
commit = "4f2a"
datasets = ["sha256:01"]
parent = "acme/fraud@1.0.0"

[evaluation]
metrics = { auc = 0.91, loss = { value = 0.2, tolerance = 0.01, higher_is_better = false } }
"#;

fn read_signature() -> Signature {
    serde_json::from_value(json!({
        "inputs": {
            "amount": {"position": 0, "dtype": "f32", "shape": ["N"]},
            "image": {"position": 1, "dtype": "f32", "shape": ["N", "?", "?", 224]},
        },
        "outputs": {"class": {"position": 0, "dtype": "f32", "shape": ["N", 2]}},
        "context_length": 512,
    }))
    .unwrap()
}

fn declared(toml: &str) -> Declared {
    ProjectFile::from_toml(toml).unwrap().declared
}

fn applied(toml: &str, mut signature: Signature) -> Result<(Signature, Artifact), ContractMismatch> {
    let mut artifact = Artifact::default();
    apply(&declared(toml), &mut signature, &mut artifact)?;
    Ok((signature, artifact))
}

fn mismatch(toml: &str) -> String {
    applied(toml, read_signature()).unwrap_err().to_string()
}

fn source(signature: &Signature, place: &str) -> Source {
    let place: Pointer = serde_json::from_value(place.into()).unwrap();
    signature.source_of(&place)
}

fn toml_error(toml: &str) -> String {
    ProjectFile::from_toml(toml).unwrap_err().to_string()
}

#[test]
fn a_full_registry_toml_fills_a_contract() {
    let mut project = ProjectFile::from_toml(FULL).unwrap();
    assert_eq!(project.model.as_ref().unwrap().to_string(), "acme/fraud");
    assert_eq!(project.files.iter().map(FilePath::as_str).collect::<Vec<_>>(), ["model.onnx", "labels.json"]);
    let file: FilePath = "labels.json".parse().unwrap();
    assert_eq!(project.declared.label_files().into_iter().collect::<Vec<_>>(), [&file]);
    project.declared.fill_labels(&file, br#"["cat", "dog"]"#).unwrap();
    assert!(project.declared.label_files().is_empty());

    let (mut signature, mut artifact) = (read_signature(), Artifact::default());
    project.apply(&mut signature, &mut artifact).unwrap();
    signature.validate().unwrap();
    let digest = format!("sha256:{HEX}");
    let mut contract = serde_json::to_value(ManifestContract::new(&signature, &artifact)).unwrap();
    let sources = contract.as_object_mut().unwrap().remove("sources").unwrap();
    assert_eq!(
        contract,
        json!({
            "inputs": {
                "amount": {"position": 0, "dtype": "f32", "shape": [{"size": "N", "min": 1, "max": 32}],
                           "optional": true, "default": 0, "semantics": {"units": "EUR"}},
                "image": {"position": 1, "dtype": "f32", "shape": ["N", 3, 224, 224], "nullable": true,
                          "alias_of": ["picture"],
                          "semantics": {"denotation": "IMAGE", "color_space": "RGB", "layout": "NCHW",
                                        "normalization": "imagenet"}},
            },
            "outputs": {"class": {"position": 0, "dtype": "f32", "shape": ["N", 2], "range": {"min": 0.0, "max": 1.0},
                        "semantics": {"meaning": "probability"}, "space_id": "e5", "deprecated": true,
                        "labels": [{"id": "c", "text": "cat"}, {"id": "d", "text": "dog"}]}},
            "params": {"temperature": {"dtype": "f32", "default": 1.0, "range": {"min": 0.0, "max": 2.0}}},
            "entrypoints": {"explain": {}, "predict": {"takes": "tensors"}},
            "labels": ["cat", "dog"], "extensible_labels": true,
            "assets": {"preprocessing": {"kind": "external", "sha256": digest}, "postprocessing": {"sha256": digest}},
            "binding": "name", "content": "closed", "consumption": "endpoint", "stateful": "none", "streaming": false,
            "max_batch": 32, "context_length": 512, "license": "Apache-2.0", "architecture": "ResNet50",
            "runtime": {"framework": "onnxruntime", "accelerator": "cuda", "min": {"onnxruntime": "1.17"},
                        "max": {"opset": "21", "onnxruntime": "1.20"}},
            "resources": {"memory_bytes": 2_000_000, "memory_tolerance": 0.1},
        })
    );
    let read: Vec<&String> =
        sources.as_object().unwrap().iter().filter(|(_, source)| *source == "read").map(|(place, _)| place).collect();
    assert_eq!(read, ["/inputs/amount/shape/0/size"]);
    assert_eq!(artifact.datasets.into_iter().collect::<Vec<_>>(), ["sha256:01"]);
    assert_eq!(artifact.evaluation.metrics.len(), 2);
}

#[test]
fn sources_tell_read_from_declared() {
    let toml = FULL.replace("labels = \"labels.json\"\n", "");
    let (signature, _) = applied(&toml, read_signature()).unwrap();
    for place in [
        "/license",
        "/inputs/amount/semantics/units",
        "/inputs/amount/shape/0",
        "/inputs/amount/shape/0/max",
        "/inputs/image/shape/1",
        "/outputs/class/labels/0/id",
        "/params/temperature/default",
        "/assets/preprocessing",
        "/runtime/max/opset",
        "/resources/memory_bytes",
    ] {
        assert_eq!(source(&signature, place), Source::Declared, "{place}");
    }
    // What was declared as it was read stays read.
    for place in [
        "/inputs/amount/dtype",
        "/inputs/amount/shape/0/size",
        "/inputs/image/shape/0",
        "/inputs/image/shape/3",
        "/context_length",
        "/outputs/class",
    ] {
        assert_eq!(source(&signature, place), Source::Read, "{place}");
    }
}

#[test]
fn applying_twice_changes_nothing() {
    let toml = FULL.replace("labels = \"labels.json\"\n", "");
    let (once, mut artifact) = applied(&toml, read_signature()).unwrap();
    let mut twice = once.clone();
    apply(&declared(&toml), &mut twice, &mut artifact).unwrap();
    assert_eq!(once, twice);
}

#[test]
fn contradictions_show_place_and_both_values() {
    assert_eq!(
        mismatch("[declared.inputs.amount]\ndtype = \"f64\""),
        "`/inputs/amount/dtype`: the file says \"f32\", but \"f64\" is declared; \
         remove the declaration, or correct it"
    );
    assert!(
        mismatch("[declared]\ncontext_length = 1024").starts_with("`/context_length`: the file says 512, but 1024")
    );
    assert!(
        mismatch("[declared.inputs.image]\nshape = [\"N\", 3, 224, 256]")
            .starts_with("`/inputs/image/shape/3`: the file says 224, but 256 is declared")
    );
    assert!(
        mismatch("[declared.inputs.image]\nshape = [\"N\", 3]").starts_with("`/inputs/image/shape`: the file says")
    );
    assert!(
        mismatch("[declared.outputs.class]\nbounds = { \"1\" = { min = 3 } }")
            .starts_with("`/outputs/class/shape/1`: the file says 2, but {\"min\":3} is declared")
    );
    assert!(mismatch("[declared.outputs.class]\nbounds = { \"2\" = { min = 3 } }").contains("but there are 2 axes"));
    assert!(mismatch("[declared.inputs.image]\nopaque = \"x\"").contains("\"opaque<x>\" is declared"));
}

#[test]
fn all_mismatches_come_together_and_change_nothing() {
    let toml = "[declared]\nlicense = \"MIT\"\ncontext_length = 1\n[declared.inputs.amount]\ndtype = \"i8\"";
    let (mut signature, mut artifact) = (read_signature(), Artifact::default());
    let error = apply(&declared(toml), &mut signature, &mut artifact).unwrap_err();
    assert_eq!(error.mismatches.len(), 2);
    assert_eq!(error.mismatches[0].read, json!(512));
    assert_eq!(error.mismatches[0].declared, json!(1));
    assert_eq!(signature, read_signature());
}

#[test]
fn unknown_names_are_answered_with_the_known_ones() {
    assert_eq!(
        mismatch("[declared.inputs.amuont]\noptional = true"),
        "`/inputs/amuont`: the file has no `amuont`; write one of `amount`, `image`"
    );
    assert!(mismatch("[declared]\nunits = { \"outputs.score\" = \"EUR\" }").contains("write one of `class`"));
    let none = applied("[declared]\nunits = { \"inputs.x\" = \"EUR\" }", Signature::default()).unwrap_err();
    assert!(none.to_string().contains("declare `x` with its `dtype`"), "{none}");
}

#[test]
fn two_declarations_of_one_fact_must_agree() {
    let toml = |units: &str| {
        format!("[declared]\nunits = {{ \"inputs.amount\" = \"EUR\" }}\n[declared.inputs.amount]\nunits = \"{units}\"")
    };
    assert!(applied(&toml("EUR"), read_signature()).is_ok());
    assert!(mismatch(&toml("USD")).contains("it is declared twice, as \"USD\" and as \"EUR\""));
}

#[test]
fn tables_describe_whole_fields_where_no_file_does() {
    let toml = "[declared.inputs.x]\ndtype = \"f32\"\nshape = [\"N\", 8]\nposition = 0\nunits = \"m\"\n\
                bounds = { \"0\" = { max = 4 } }\n[declared.outputs.y]\nlist = { dtype = \"string\", shape = [] }";
    let (signature, _) = applied(toml, Signature::default()).unwrap();
    let sources: Value = serde_json::to_value(&signature.sources).unwrap();
    assert_eq!(sources, json!({"/inputs/x": "declared", "/outputs/y": "declared"}));
    assert_eq!(source(&signature, "/inputs/x/shape/0/size"), Source::Declared);
    assert_eq!(signature.inputs["x"].to_string(), "f32[N (0 to 4),8]");
    assert_eq!(signature.outputs["y"].to_string(), "list<string[]>");

    let fails = |toml: &str| applied(toml, Signature::default()).unwrap_err().to_string();
    assert!(fails("[declared.inputs.x]\noptional = true").contains("no file describes it"));
    assert!(fails("[declared.inputs.x]\ndtype = \"f32\"\nopaque = \"y\"").contains("only one of"));
    assert!(fails("[declared.inputs.x]\nopaque = \"y\"\nshape = []").contains("only a tensor"));
    assert!(
        fails("[declared.inputs.x]\ndtype = \"f32\"\nbounds = { \"0\" = {} }").contains("declare the whole `shape`")
    );
    assert!(fails("[declared.params.p]\ndtype = \"f32\"").contains("write `dtype` and `default`"));
}

#[test]
fn labels_may_gain_ids_but_not_other_texts() {
    let mut signature = read_signature();
    signature.labels = serde_json::from_value(json!(["cat", "dog"])).unwrap();
    let with = |labels: &str| applied(&format!("[declared]\nlabels = {labels}"), signature.clone());
    let (same, _) = with(r#"["cat", "dog"]"#).unwrap();
    assert_eq!(source(&same, "/labels"), Source::Read);
    let (named, _) = with(r#"[{ id = "1", text = "cat" }, { id = "2", text = "dog" }]"#).unwrap();
    assert_eq!(source(&named, "/labels"), Source::Declared);
    assert!(
        with(r#"["dog", "cat"]"#).unwrap_err().to_string().starts_with("`/labels`: the file says [\"cat\",\"dog\"]")
    );
    assert!(with("\"labels.txt\"").unwrap_err().to_string().contains("the file `labels.txt` was not read"));
}

#[test]
fn a_flag_cannot_take_back_what_the_file_says() {
    let mut signature = read_signature();
    signature.inputs.get_mut("amount").unwrap().optional = true;
    let error = applied("[declared.inputs.amount]\noptional = false", signature).unwrap_err();
    assert!(error.to_string().starts_with("`/inputs/amount/optional`: the file says true, but false is declared"));
}

#[test]
fn errors_of_the_text_name_line_and_column() {
    assert_eq!(
        toml_error("model = \"acme/fraud\"\n[declared]\nlicence = \"MIT\"").split(", expected").next().unwrap(),
        "line 3, column 1: unknown field `licence`"
    );
    assert!(toml_error("model = ").starts_with("line 1, column"));
    assert!(toml_error("files = [\"../model.onnx\"]").contains("segment 0 is `..`"));
    assert!(toml_error("model = \"acme/fraud@1.0.0\"").ends_with("write `model = \"acme/fraud\"`"));
    assert!(toml_error("[declared]\nunits = { amount = \"EUR\" }").contains("write `inputs.NAME` or `outputs.NAME`"));
    assert!(toml_error("[declared]\nlabels = 3").contains("a list of labels, or the name of a file"));
    assert!(toml_error("[declared]\nentrypoints = 3").contains("a list of names, or a table"));
    assert!(toml_error("[declared]\nmax_runtime = { onnxruntime = 1.20 }").contains("a version in quotes"));
    assert!(toml_error("[declared]\npreprocessing = { kind = \"external\", sha256 = \"00\" }").contains("this has 2"));
    assert!(toml_error("[declared.inputs.x]\nbounds = { \"N\" = {} }").contains("axes are counted from 0"));
    assert_eq!(
        toml_error("[evaluation]\nmetrics = { auc = nan }"),
        "`evaluation.metrics.auc` is no finite number; leave it out: a missing end of a range is unbounded"
    );
    assert!(
        toml_error("[declared.inputs.x]\ndefault = 2026-01-01").contains("`declared.inputs.x.default` is a bare date")
    );
    assert!(toml_error(&" ".repeat((1 << 20) + 1)).contains("the limit is"));
    assert_eq!(ProjectFile::from_toml("").unwrap(), ProjectFile::default());
}

#[test]
fn the_json_body_says_the_same() {
    let declared = declared(FULL);
    let body = serde_json::to_value(&declared).unwrap();
    assert_eq!(body["labels"], "labels.json");
    assert_eq!(body["units"], json!({"inputs.amount": "EUR"}));
    assert_eq!(serde_json::from_value::<Declared>(body).unwrap(), declared);
    assert_eq!(serde_json::to_value(Declared::default()).unwrap(), json!({}));
    let names: Declared = serde_json::from_value(json!({"entrypoints": ["embed"], "labels": ["a"]})).unwrap();
    assert!(names.entrypoints.contains_key("embed"));
    assert!(matches!(names.labels, Some(LabelsSource::Inline(_))));
    assert!(serde_json::from_value::<Declared>(json!({"evaluation": {}})).is_err());
    let null: Declared = serde_json::from_value(json!({"inputs": {"x": {"default": null}}})).unwrap();
    assert_eq!(null.inputs["x"].default, Some(Value::Null));
    let empty: Declared = serde_json::from_value(json!({"license": null, "preprocessing": null})).unwrap();
    assert_eq!(empty, Declared::default());
}

/// The sources of a hundred thousand declared facts are looked up, not searched through; what cannot be taken over is told
/// a hundred times.
#[test]
fn many_declared_facts_cost_little() {
    let tables = |count: usize, table: Value| -> Declared {
        let inputs = (0..count).map(|number| (format!("x{number}"), table.clone()));
        serde_json::from_value(json!({"inputs": Value::Object(inputs.collect())})).unwrap()
    };
    let (mut signature, mut artifact) = (Signature::default(), Artifact::default());
    apply(&tables(100_000, json!({"dtype": "f32", "shape": []})), &mut signature, &mut artifact).unwrap();
    assert_eq!((signature.inputs.len(), signature.sources.len()), (100_000, 100_000));

    let mut read = read_signature();
    let refused = apply(&tables(100_000, json!({"optional": true})), &mut read, &mut artifact).unwrap_err();
    assert_eq!(refused.mismatches.len(), 101);
    let last = refused.mismatches.last().unwrap();
    assert!(last.place == Pointer::root() && last.rule.contains("more than these 100"), "{last:?}");

    let long: Declared =
        serde_json::from_value(json!({"inputs": {"x".repeat(1025): {"dtype": "f32", "shape": [1]}}})).unwrap();
    let refused = apply(&long, &mut Signature::default(), &mut artifact).unwrap_err();
    assert!(refused.to_string().contains("has 1025 bytes, the limit is 1024"), "{refused}");
}
