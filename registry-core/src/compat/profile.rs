//! How requests reach a model, which decides what a caller can see.

use serde::{Deserialize, Serialize};

/// The way requests and answers travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// Requests are JSON: unknown fields are ignored, and the server coerces numbers without loss.
    #[default]
    ServingJson,
    /// Requests are binary tensors: nothing is coerced, and unknown inputs are refused.
    ServingTensor,
}

impl Profile {
    /// The name as it stands in JSON and policies.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ServingJson => "serving-json",
            Self::ServingTensor => "serving-tensor",
        }
    }
}
