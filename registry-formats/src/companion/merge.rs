//! What `MLmodel` adds to the model's own file, and where the two contradict each other.

use std::collections::BTreeMap;

use registry_core::contract::signature::Binding;
use registry_core::contract::{Dim, Field, Kind, Size};

use super::mlmodel::MlModel;
use super::schema::Schema;
use crate::bundle::Extraction;
use crate::error::FormatError;
use crate::json::Quoted;

/// Adds what `MLmodel` at `path` says; `model` is the model's file.
pub(super) fn apply(
    described: MlModel,
    path: &str,
    into: &mut Extraction,
    model: Option<&str>,
) -> Result<(), FormatError> {
    let signature = &mut into.signature;
    // A graph has its own inputs and outputs; a table of weights has neither.
    let graph = model.filter(|_| !(signature.inputs.is_empty() && signature.outputs.is_empty()));
    if let Some(model) = graph {
        for (side, schema, own) in
            [("inputs", &described.inputs, &signature.inputs), ("outputs", &described.outputs, &signature.outputs)]
        {
            let Some(schema) = schema else { continue };
            Comparison { path, model, side }.compare(schema, own, &mut into.notices)?;
        }
    } else {
        let positional = [&described.inputs, &described.outputs].into_iter().flatten().any(|schema| !schema.named);
        if positional {
            signature.binding = Some(Binding::Position);
        }
        signature.inputs = described.inputs.map(|schema| schema.fields).unwrap_or_default();
        signature.outputs = described.outputs.map(|schema| schema.fields).unwrap_or_default();
    }
    for (name, param) in described.params {
        signature.params.entry(name).or_insert(param);
    }
    let runtime = &mut into.artifact.runtime;
    runtime.framework = runtime.framework.take().or(described.framework);
    for (name, version) in described.min {
        runtime.min.entry(name).or_insert(version);
    }
    into.notices.extend(described.notices);
    Ok(())
}

/// One side of the signature in `MLmodel` against the same side of the graph.
struct Comparison<'a> {
    path: &'a str,
    model: &'a str,
    side: &'static str,
}

impl Comparison<'_> {
    fn compare(
        &self,
        schema: &Schema,
        own: &BTreeMap<String, Field>,
        notices: &mut Vec<String>,
    ) -> Result<(), FormatError> {
        if !schema.tensors {
            // MLflow builds the tensors of the graph from the columns; which from which is not written down.
            notices.push(format!(
                "the {} in `{}` are columns: those of the graph in `{}` count",
                self.side, self.path, self.model
            ));
            return Ok(());
        }
        if !schema.named {
            return self.compare_unnamed(schema, own, notices);
        }
        for (name, described) in &schema.fields {
            let Some(field) = own.get(name) else {
                return Err(self.contradiction(name, described.to_string(), "that there is none".to_owned()));
            };
            self.compare_field(name, described, field)?;
        }
        let missing = own
            .iter()
            .find(|(name, field)| self.side == "inputs" && !field.is_omittable() && !schema.fields.contains_key(*name));
        match missing {
            None => Ok(()),
            Some((name, field)) => Err(self.contradiction(name, "absent".to_owned(), field.to_string())),
        }
    }

    /// Tensors without names stand for those of the graph in the order of their positions.
    fn compare_unnamed(
        &self,
        schema: &Schema,
        own: &BTreeMap<String, Field>,
        notices: &mut Vec<String>,
    ) -> Result<(), FormatError> {
        if schema.fields.len() != own.len() {
            notices.push(format!(
                "`{}` has {} {} without names, the graph in `{}` has {}: those of the graph count",
                self.path,
                schema.fields.len(),
                self.side,
                self.model,
                own.len()
            ));
            return Ok(());
        }
        let mut described: Vec<_> = schema.fields.values().collect();
        described.sort_by_key(|field| field.position);
        let mut own: Vec<_> = own.iter().collect();
        own.sort_by_key(|(_, field)| field.position);
        for (described, (name, field)) in described.into_iter().zip(own) {
            self.compare_field(name, described, field)?;
        }
        Ok(())
    }

    fn compare_field(&self, name: &str, described: &Field, own: &Field) -> Result<(), FormatError> {
        if compatible(&described.kind, &own.kind) {
            return Ok(());
        }
        Err(self.contradiction(name, described.to_string(), own.to_string()))
    }

    fn contradiction(&self, name: &str, found: String, expected: String) -> FormatError {
        FormatError::Contradiction {
            file: self.path.to_owned(),
            place: format!("{} {}", self.side.trim_end_matches('s'), Quoted(name)),
            found,
            other_file: self.model.to_owned(),
            expected,
        }
    }
}

/// Whether both can be true of one value. Where only one side knows a size, or names it, nothing contradicts.
fn compatible(described: &Kind, own: &Kind) -> bool {
    let (Kind::Tensor { dtype, shape }, Kind::Tensor { dtype: own_dtype, shape: own_shape }) = (described, own) else {
        // MLflow has no word for sequences and maps of a graph, nor for what its Python objects hold.
        return true;
    };
    dtype == own_dtype && compatible_shapes(shape.as_deref(), own_shape.as_deref())
}

fn compatible_shapes(described: Option<&[Dim]>, own: Option<&[Dim]>) -> bool {
    let (Some(described), Some(own)) = (described, own) else { return true };
    described.len() == own.len()
        && described.iter().zip(own).all(|(described, own)| match (&described.size, &own.size) {
            (Size::Fixed(described), Size::Fixed(own)) => described == own,
            _ => true,
        })
}

#[cfg(test)]
mod tests {
    use registry_core::contract::Dtype;

    use super::*;

    fn tensor(name: &str, dtype: Dtype, shape: &[Dim]) -> BTreeMap<String, Field> {
        BTreeMap::from([(name.to_owned(), Field::tensor(dtype, shape).at(0))])
    }

    fn schema(fields: BTreeMap<String, Field>) -> Schema {
        Schema { fields, tensors: true, named: true }
    }

    fn applied(inputs: Schema) -> Result<Extraction, FormatError> {
        let mut extraction = Extraction::default();
        extraction.signature.inputs = tensor("x", Dtype::F32, &[Dim::symbol("N"), Dim::fixed(4)]);
        extraction.signature.outputs = tensor("y", Dtype::F32, &[Dim::symbol("N")]);
        let described = MlModel { inputs: Some(inputs), ..MlModel::default() };
        apply(described, "MLmodel", &mut extraction, Some("model.onnx")).map(|()| extraction)
    }

    #[test]
    fn what_only_refines_is_no_contradiction_and_the_graph_wins() {
        for shape in [[Dim::any(), Dim::fixed(4)], [Dim::fixed(7), Dim::fixed(4)], [Dim::any(), Dim::any()]] {
            let extraction = applied(schema(tensor("x", Dtype::F32, &shape))).unwrap();
            assert_eq!(extraction.signature.inputs["x"].to_string(), "f32[N,4]");
            assert_eq!(extraction.signature.binding, None);
        }
        let unnamed = Schema { named: false, ..schema(tensor("input", Dtype::F32, &[Dim::any(), Dim::fixed(4)])) };
        assert_eq!(applied(unnamed).unwrap().signature.inputs.keys().collect::<Vec<_>>(), ["x"]);
        let columns = Schema { tensors: false, ..schema(tensor("age", Dtype::F64, &[])) };
        let extraction = applied(columns).unwrap();
        assert_eq!(
            extraction.notices,
            ["the inputs in `MLmodel` are columns: those of the graph in `model.onnx` count"]
        );
    }

    #[test]
    fn contradictions_name_both_sides() {
        let shape = [Dim::any(), Dim::fixed(4)];
        for (inputs, text) in [
            (tensor("x", Dtype::F64, &shape), "input `x` is f64[?,4], but model.onnx says f32[N,4]"),
            (
                tensor("x", Dtype::F32, &[Dim::any(), Dim::fixed(5)]),
                "input `x` is f32[?,5], but model.onnx says f32[N,4]",
            ),
            (tensor("x", Dtype::F32, &[Dim::any()]), "input `x` is f32[?], but model.onnx says f32[N,4]"),
            (tensor("z", Dtype::F32, &shape), "input `z` is f32[?,4], but model.onnx says that there is none"),
            (BTreeMap::new(), "input `x` is absent, but model.onnx says f32[N,4]"),
        ] {
            assert_eq!(applied(schema(inputs)).unwrap_err().to_string(), format!("MLmodel: {text}"));
        }
        let unnamed = Schema { named: false, ..schema(tensor("input", Dtype::I64, &shape)) };
        assert!(applied(unnamed).is_err());
    }
}
