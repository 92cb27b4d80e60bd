//! What is unsafe about a file: content that runs code when it is loaded, or that nobody can look into.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What makes a file unsafe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HazardKind {
    /// A Python pickle: loading it imports and calls what it names.
    Pickle,
    /// A NumPy array of Python objects, which are a pickle.
    NumpyObjects,
    /// A Keras layer whose function is Python bytecode inside the file.
    KerasLambda,
    /// An operation of a TensorFlow graph that reads or writes files where the model runs.
    TensorflowFileOp,
    /// Something that packs other files and cannot be looked into.
    Opaque,
}

impl HazardKind {
    /// Every kind.
    pub const ALL: &'static [Self] =
        &[Self::Pickle, Self::NumpyObjects, Self::KerasLambda, Self::TensorflowFileOp, Self::Opaque];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pickle => "pickle",
            Self::NumpyObjects => "numpy-objects",
            Self::KerasLambda => "keras-lambda",
            Self::TensorflowFileOp => "tensorflow-file-op",
            Self::Opaque => "opaque",
        }
    }

    /// What to publish instead.
    pub fn alternative(self) -> &'static str {
        match self {
            Self::Pickle => "save weights as safetensors, or the model as ONNX or GGUF, which hold data and no code",
            Self::NumpyObjects => {
                "convert the array to a numeric or string dtype and save it with \
                 `numpy.save(..., allow_pickle=False)`, or as safetensors"
            }
            Self::KerasLambda => {
                "replace the Lambda layer by a registered layer of your own package, or export the model as ONNX"
            }
            Self::TensorflowFileOp => {
                "remove the operation from the graph and feed what it reads as an input, or export the model as ONNX"
            }
            Self::Opaque => {
                "publish the files themselves, unpacked: safetensors, ONNX or GGUF, with the companions beside them"
            }
        }
    }
}

impl fmt::Display for HazardKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One unsafe thing that was found in the files of a version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Hazard {
    /// The path of the file in the version and, behind each `!`, the path inside that file.
    pub path: String,
    /// What it is.
    pub kind: HazardKind,
    /// For pickles, what loading them imports, as `module.name`; the first 32 at most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub imports: Vec<String>,
    /// What was found, in words.
    pub reason: String,
}

impl Hazard {
    /// The path of the file of the version in which it stands.
    pub fn file(&self) -> &str {
        self.path.split('!').next().unwrap_or_default()
    }
}

impl fmt::Display for Hazard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.path, self.reason)
    }
}

/// Everything that was found in one line: `model.bin!data.pkl (pickle), b.7z (opaque)`.
pub fn summary(hazards: &[Hazard]) -> String {
    const SHOWN: usize = 5;
    let mut shown: Vec<String> =
        hazards.iter().take(SHOWN).map(|hazard| format!("{} ({})", hazard.path, hazard.kind)).collect();
    if hazards.len() > SHOWN {
        shown.push(format!("and {} more", hazards.len() - SHOWN));
    }
    shown.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_wire() {
        for kind in HazardKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
            assert!(!kind.alternative().is_empty());
        }
    }

    #[test]
    fn a_summary_names_the_first_and_counts_the_rest() {
        let hazard = |path: &str| Hazard {
            path: path.to_owned(),
            kind: HazardKind::Pickle,
            imports: Vec::new(),
            reason: "a pickle".to_owned(),
        };
        let many: Vec<Hazard> = ["a!b", "c", "d", "e", "f", "g"].map(hazard).to_vec();
        assert_eq!(summary(&many), "a!b (pickle), c (pickle), d (pickle), e (pickle), f (pickle), and 1 more");
        assert_eq!(many.iter().map(Hazard::file).next(), Some("a"));
    }
}
