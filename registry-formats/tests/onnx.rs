//! The ONNX reader, through the public function, on files that are written field by field.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper of a test may fail the test")]

#[path = "support/onnx_writer.rs"]
mod onnx_writer;

use onnx_writer::{
    Message, attribute, entry, external, fixed, floats, graph, model, node, symbol, tensor, tensor_type, value,
};
use registry_core::contract::field::Aspect;
use registry_core::contract::{Dim, Dtype, Field, Kind};
use registry_formats::{Extraction, FormatError, NamedFile, ReadOptions, read_contract};

fn read_with(model: &Message, others: &[(&str, Vec<u8>)], digests: bool) -> Result<Extraction, FormatError> {
    let mut files = vec![NamedFile { path: "net/model.onnx", bytes: &model.0 }];
    files.extend(others.iter().map(|(path, bytes)| NamedFile { path, bytes }));
    read_contract(&files, &ReadOptions { digests })
}

fn read(model: &Message) -> Extraction {
    read_with(model, &[], false).unwrap()
}

/// Offset, expected and found of the error.
fn fault_of(answer: Result<Extraction, FormatError>) -> (u64, String, String) {
    match answer {
        Err(FormatError::Malformed { file, offset, expected, found }) if file == "net/model.onnx" => {
            (offset, expected, found)
        }
        other => panic!("{other:?}"),
    }
}

fn fault(model: &Message) -> (u64, String, String) {
    fault_of(read_with(model, &[], false))
}

fn names(extraction: &Extraction) -> Vec<&str> {
    extraction.artifact.weights.tensors.keys().map(String::as_str).collect()
}

fn input(name: &str) -> Message {
    value(name, &tensor_type(1, Some(&[fixed(2)])))
}

fn of_input(value_type: &Message) -> Field {
    read(&model(8, &graph().message(11, &value("x", value_type)))).signature.inputs["x"].clone()
}

#[test]
fn weights_are_no_inputs_before_ir_4_and_defaults_from_there_on() {
    let sparse =
        Message::new().message(1, &floats("s", &[1.0])).message(2, &tensor("", 7, &[1]).packed(7, &[3])).int(3, 9);
    let graph = graph().message(5, &floats("w", &[1.0, 2.0])).message(15, &sparse);
    let graph = ["a", "w", "s", "b"].iter().fold(graph, |graph, name| graph.message(11, &input(name)));

    let old = read(&model(3, &graph));
    let positions: Vec<_> = old.signature.inputs.iter().map(|(name, field)| (name.as_str(), field.position)).collect();
    assert_eq!(positions, [("a", Some(0)), ("b", Some(1))]);
    assert!(old.signature.inputs.values().all(|field| !field.optional));
    assert_eq!(old.artifact.weights.tensors["s"].shape, [9]);

    let new = read(&model(4, &graph));
    let optional: Vec<_> = new.signature.inputs.iter().map(|(name, field)| (name.as_str(), field.optional)).collect();
    assert_eq!(optional, [("a", false), ("b", false), ("s", true), ("w", true)]);
    assert_eq!(names(&new), ["s", "w"]);
    assert_eq!(new.signature.inputs["b"].position, Some(3));
}

#[test]
fn the_order_of_the_fields_does_not_count() {
    let body = [(11, input("x")), (11, input("w")), (5, floats("w", &[1.0])), (1, node("Add", &["x", "w"], &["y"]))];
    let forth = body.iter().fold(graph(), |graph, (number, message)| graph.message(*number, message));
    let back = body.iter().rev().fold(graph(), |graph, (number, message)| graph.message(*number, message));
    let opset = Message::new().int(2, 17);
    let reversed = Message::new().message(8, &opset).message(7, &back).text(2, "writer").int(1, 3);
    let (forth, back) = (read(&model(3, &forth)), read(&reversed));
    assert_eq!(forth.signature.inputs.keys().collect::<Vec<_>>(), back.signature.inputs.keys().collect::<Vec<_>>());
    assert_eq!(forth.artifact, back.artifact);
}

#[test]
fn axes_are_fixed_named_or_anything() {
    let shape = [fixed(3), fixed(0), fixed(-1), symbol("N"), symbol(""), symbol("?"), Message::new()];
    let field = of_input(&tensor_type(10, Some(&shape)));
    let any = Dim::any;
    let dims = [Dim::fixed(3), Dim::fixed(0), any(), Dim::symbol("N"), any(), any(), any()];
    assert_eq!(field, Field::tensor(Dtype::F16, dims).at(0));
    assert_eq!(of_input(&tensor_type(10, Some(&[]))), Field::tensor(Dtype::F16, []).at(0));
    let unknown = Field::new(Kind::Tensor { dtype: Dtype::F16, shape: None }).at(0);
    assert_eq!(of_input(&tensor_type(10, None)), unknown);
}

#[test]
fn sequences_optionals_maps_sparse_and_opaque_types_are_read() {
    let tensor = tensor_type(1, Some(&[symbol("N")]));
    let floats = Field::tensor(Dtype::F32, [Dim::symbol("N")]);
    let sequence = Message::new().message(4, &Message::new().message(1, &tensor));
    assert_eq!(of_input(&sequence).kind, Kind::List(Box::new(floats.clone())));

    let map = Message::new().message(5, &Message::new().int(1, 7).message(2, &tensor));
    assert_eq!(of_input(&map).kind, Kind::Map { key: Dtype::I64, value: Box::new(floats.clone()) });

    let optional = Message::new().message(9, &Message::new().message(1, &sequence));
    let field = of_input(&optional);
    assert!(field.nullable && matches!(field.kind, Kind::List(_)));

    let opaque = Message::new().message(7, &Message::new().text(1, "org.example").text(2, "thing"));
    assert_eq!(of_input(&opaque).kind, Kind::Opaque("org.example.thing".to_owned()));

    let sparse =
        Message::new().message(8, &Message::new().int(1, 1).message(2, &Message::new().message(1, &symbol("N"))));
    assert_eq!(of_input(&sparse), floats.at(0));
    let notices = read(&model(8, &graph().message(11, &value("x", &sparse)))).notices;
    assert_eq!(notices, ["sparse tensors are described by their dense shape"]);
}

#[test]
fn denotations_are_meanings() {
    let axes = [symbol("N").text(3, "DATA_BATCH"), fixed(3), fixed(8).text(3, "DATA_FEATURE")];
    let field = of_input(&tensor_type(1, Some(&axes)).text(6, "IMAGE"));
    assert_eq!(field.semantics[&Aspect::Denotation], "IMAGE");
    assert_eq!(field.semantics[&Aspect::Layout], "DATA_BATCH,,DATA_FEATURE");
}

#[test]
fn every_element_type_has_a_name_and_others_are_refused() {
    let mut seen = std::collections::BTreeSet::new();
    for code in 1..=28 {
        let Kind::Tensor { dtype, .. } = of_input(&tensor_type(code, None)).kind else { panic!("{code}") };
        assert!(seen.insert(dtype), "{dtype}");
    }
    for code in [0, 29, -1, i64::MAX] {
        let (_, expected, found) = fault(&model(8, &graph().message(11, &value("x", &tensor_type(code, None)))));
        assert_eq!((expected.as_str(), found), ("an element type from 1 to 28", code.to_string()));
    }
}

/// `y = If(c) { then: x = Constant, f(x) } else { initializer w }`, with payloads of the given values.
fn branches(first: f32, second: f32) -> Message {
    let constant = node("Constant", &[], &["x"]).message(5, &attribute("value", 4, 5, &floats("", &[first])));
    let shape = node("ConstantOfShape", &["x"], &["z"]).message(5, &attribute("value", 4, 5, &floats("", &[0.0])));
    let then_branch = Message::new().message(1, &constant).message(1, &shape).message(12, &input("x"));
    let else_branch = Message::new().message(5, &floats("w", &[second])).message(12, &input("w"));
    let branches = node("If", &["c"], &["y"])
        .message(5, &attribute("then_branch", 5, 6, &then_branch))
        .message(5, &attribute("else_branch", 5, 6, &else_branch));
    graph().message(11, &input("c")).message(1, &branches)
}

#[test]
fn constants_inside_branches_are_weights() {
    let one = read(&model(8, &branches(1.0, 2.0)));
    assert_eq!(names(&one), ["y/else_branch/w", "y/then_branch/x", "y/then_branch/z/value"]);
    assert!(one.artifact.weights.dtypes.contains(&Dtype::F32));
    assert_eq!(one.artifact.weights.digest, None);

    let digest = |graph: &Message| read_with(&model(8, graph), &[], true).unwrap().artifact;
    let (one, same, other) = (digest(&branches(1.0, 2.0)), digest(&branches(1.0, 2.0)), digest(&branches(1.0, 3.0)));
    assert_eq!(one, same);
    assert_eq!(one.graph, other.graph, "payloads are no part of the graph");
    assert_ne!(one.weights.digest, other.weights.digest);
}

#[test]
fn functions_and_lists_of_graphs_hold_weights() {
    let constant = node("Constant", &[], &["k"]).message(5, &attribute("value", 4, 5, &floats("t", &[1.0])));
    let body = Message::new().message(1, &constant);
    let both = Message::new().text(1, "bodies").message(11, &body).message(11, &body).int(20, 10);
    let function = Message::new().message(7, &constant).text(1, "F").text(10, "org.example").text(13, "o");
    let custom = node("Custom", &[], &[]).message(5, &both);
    let extraction = read(&model(10, &graph().message(1, &custom).message(1, &constant)).message(25, &function));
    assert_eq!(names(&extraction), ["k", "node 0/bodies/0/k", "node 0/bodies/1/k", "org.example:F:o/k"]);
}

#[test]
fn a_path_never_takes_the_place_of_a_name() {
    let graph = branches(1.0, 2.0).message(5, &floats("y/then_branch/x", &[1.0, 2.0]));
    let extraction = read(&model(8, &graph));
    assert_eq!(extraction.artifact.weights.tensors["y/then_branch/x"].shape, [2]);
    assert_eq!(extraction.artifact.weights.tensors["y/then_branch/x#2"].shape, [1]);
}

#[test]
fn the_graph_digest_is_about_what_is_computed() {
    let digest = |nodes: &[Message]| {
        let graph = nodes.iter().fold(graph(), |graph, node| graph.message(1, node));
        read(&model(8, &graph)).artifact.graph.unwrap()
    };
    let alpha = Message::new().text(1, "alpha").fixed32(2, [0, 0, 128, 63]).int(20, 1);
    let axes = Message::new().text(1, "axes").int(8, 1).int(8, -2).int(20, 7);
    let add = || node("Add", &["a", "b"], &["y"]);
    let base = digest(&[add().message(5, &alpha).message(5, &axes)]);

    let packed = Message::new().int(20, 7).packed(8, &[1, -2]).text(13, "for people").text(1, "axes");
    let same = add().text(3, "name").text(6, "for people").text(7, "ai.onnx").message(9, &entry("k", "v"));
    assert_eq!(digest(&[same.message(5, &packed).message(5, &alpha)]), base);

    let others = [
        vec![node("Sub", &["a", "b"], &["y"]).message(5, &alpha).message(5, &axes)],
        vec![node("Add", &["b", "a"], &["y"]).message(5, &alpha).message(5, &axes)],
        vec![node("Add", &["a"], &["b", "y"]).message(5, &alpha).message(5, &axes)],
        vec![add().text(7, "org.example").message(5, &alpha).message(5, &axes)],
        vec![add().message(5, &alpha)],
        vec![add().message(5, &alpha).message(5, &Message::new().text(1, "axes").packed(8, &[1, 2]).int(20, 7))],
        vec![add().message(5, &alpha).message(5, &axes), add()],
        vec![],
    ];
    for other in &others {
        assert_ne!(digest(other), base, "{other:?}");
    }
}

#[test]
fn facts_and_metadata_are_read() {
    let graph = graph();
    let model = model(9, &graph)
        .text(3, "2.1")
        .int(5, 7)
        .message(8, &Message::new().text(1, "ai.onnx.ml").int(2, 3))
        .message(14, &entry("names", "{0: 'cat'}"))
        .message(14, &entry("long", &"x".repeat(70_000)));
    let extraction = read(&model);
    let facts = extraction.artifact.onnx.unwrap();
    assert_eq!((facts.ir_version, facts.model_version, facts.producer.as_deref()), (9, Some(7), Some("writer 2.1")));
    assert_eq!(
        facts.opsets.into_iter().collect::<Vec<_>>(),
        [("ai.onnx".to_owned(), 17), ("ai.onnx.ml".to_owned(), 3)]
    );
    assert!(!facts.external_data);
    assert_eq!(extraction.artifact.format.as_deref(), Some("onnx"));
    assert_eq!(
        extraction.artifact.metadata.into_iter().collect::<Vec<_>>(),
        [("names".to_owned(), "{0: 'cat'}".to_owned())]
    );
    assert_eq!(extraction.notices, ["long metadata is left out"]);
}

#[test]
fn the_same_values_have_one_digest_wherever_they_stand() {
    let digest = |tensor: &Message, others: &[(&str, Vec<u8>)]| {
        let extraction = read_with(&model(10, &graph().message(5, tensor)), others, true).unwrap();
        extraction.artifact.weights.digest.unwrap()
    };
    let cases: [(i64, i64, Vec<u8>, Message); 12] = [
        (
            1,
            2,
            [1.5_f32, -2.0].iter().flat_map(|v| v.to_le_bytes()).collect(),
            Message::new().bytes(4, &[1.5_f32.to_le_bytes(), (-2.0_f32).to_le_bytes()].concat()),
        ),
        (1, 1, 1.5_f32.to_le_bytes().to_vec(), Message::new().fixed32(4, 1.5_f32.to_le_bytes())),
        (11, 1, 0.1_f64.to_le_bytes().to_vec(), Message::new().bytes(10, &0.1_f64.to_le_bytes())),
        (
            14,
            1,
            [1.0_f32, 2.0].iter().flat_map(|v| v.to_le_bytes()).collect(),
            Message::new().bytes(4, &[1.0_f32.to_le_bytes(), 2.0_f32.to_le_bytes()].concat()),
        ),
        (
            7,
            2,
            [-1_i64, 300].iter().flat_map(|v| v.to_le_bytes()).collect(),
            Message::new().packed(7, &[-1]).int(7, 300),
        ),
        (6, 2, [-1_i32, 300].iter().flat_map(|v| v.to_le_bytes()).collect(), Message::new().packed(5, &[-1, 300])),
        (3, 3, vec![0xff, 1, 0x80], Message::new().packed(5, &[-1, 1, -128])),
        (10, 2, vec![0x00, 0x3c, 0x00, 0xc0], Message::new().packed(5, &[0x3c00, 0xc000])),
        (16, 1, vec![0x80, 0x3f], Message::new().packed(5, &[0x3f80])),
        (9, 3, vec![1, 0, 1], Message::new().packed(5, &[1, 0, 1])),
        (12, 1, u32::MAX.to_le_bytes().to_vec(), Message::new().packed(11, &[i64::from(u32::MAX)])),
        (22, 3, vec![0x21, 0x03], Message::new().packed(5, &[0x21, 0x03])),
    ];
    for (element, count, bytes, typed) in cases {
        let header = || tensor("w", element, &[count]);
        let raw = digest(&header().bytes(9, &bytes), &[]);
        assert_eq!(digest(&header().raw(&typed.0), &[]), raw, "{element}");
        let file = [b"padding".to_vec(), bytes].concat();
        let length = (file.len() - 7).to_string();
        let entries = [("location", "w.bin"), ("offset", "7"), ("length", length.as_str())];
        let outside =
            entries.iter().fold(header(), |tensor, (key, text)| tensor.message(13, &entry(key, text))).int(14, 1);
        assert_eq!(digest(&outside, &[("net/w.bin", file)]), raw, "{element}");
    }
}

#[test]
fn texts_have_a_digest_and_must_be_as_many_as_the_shape_says() {
    let digest = |texts: &[&str]| {
        let tensor = texts.iter().fold(tensor("w", 8, &[2]), |tensor, text| tensor.text(6, text));
        read_with(&model(10, &graph().message(5, &tensor)), &[], true).map(|read| read.artifact.weights.digest)
    };
    assert_ne!(digest(&["ab", "c"]).unwrap(), digest(&["a", "bc"]).unwrap());
    assert!(digest(&["a"]).is_err());
}

#[test]
fn external_data_is_found_beside_the_model_only() {
    let with = |location: &str, entries: &[(&str, &str)], files: &[(&str, Vec<u8>)], digests| {
        let entries = [&[("location", location)], entries].concat();
        read_with(&model(10, &graph().message(5, &external("w", 2, &entries))), files, digests)
    };
    let file = || vec![("net/w.bin", vec![0_u8; 16])];
    let inside = with("w.bin", &[("offset", "8")], &file(), false).unwrap();
    assert!(inside.artifact.onnx.unwrap().external_data);
    let is_missing = |notice: &String| notice.contains("not among the files");
    assert!(!inside.notices.iter().any(is_missing));

    let unread = |notices: Vec<String>| notices.into_iter().filter(|notice| notice.contains("neither a model")).count();
    assert_eq!(unread(inside.notices), 0, "weights are read from it");

    let missing = with("v.bin", &[], &file(), false).unwrap();
    assert_eq!(unread(missing.notices.clone()), 1, "the model names another file");
    let missing: Vec<_> = missing.notices.into_iter().filter(is_missing).collect();
    assert_eq!(missing, ["weights stand in `net/v.bin`, which is not among the files"]);
    fault_of(with("v.bin", &[], &file(), true));

    for escape in ["/net/w.bin", "../net/w.bin", "a/../../w.bin", "..\\w.bin", "C:\\w.bin", "c:w.bin", "", ".", "a//b"]
    {
        for digests in [false, true] {
            let (_, expected, _) = fault_of(with(escape, &[], &file(), digests));
            assert!(expected.contains("plain relative path"), "{escape}: {expected}");
        }
    }
    assert_eq!(fault_of(with("model.onnx", &[], &file(), false)).2, "the model itself");
    for entries in [
        [("offset", "9"), ("length", "8")],
        [("offset", "18446744073709551615"), ("length", "8")],
        [("offset", "0"), ("length", "7")],
        [("offset", "-1"), ("length", "8")],
        [("offset", "x"), ("length", "8")],
    ] {
        for digests in [false, true] {
            fault_of(with("w.bin", &entries, &file(), digests));
        }
    }
}

#[test]
fn external_data_cannot_be_read_over_and_over() {
    let graph = (0..8).fold(graph(), |graph, index| {
        graph.message(5, &external(&format!("w{index}"), 2, &[("location", "w.bin"), ("length", "8")]))
    });
    let files = [("net/w.bin", vec![0_u8; 8])];
    read_with(&model(10, &graph), &files, false).unwrap();
    let (_, expected, _) = fault_of(read_with(&model(10, &graph), &files, true));
    assert!(expected.contains("4 times"), "{expected}");
}
