//! The one error of this crate: it names the file, the place, what was expected and what was found.

use std::io;

/// Why a contract could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FormatError {
    /// The bytes are not what the format asks for.
    #[error("{file}: at byte {offset}: expected {expected}, found {found}")]
    Malformed {
        /// The path of the file inside the bundle.
        file: String,
        /// The offset of the first byte that is wrong.
        offset: u64,
        /// What the format asks for.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// No file of the bundle is a model that this crate can read.
    #[error("{file}: not a model file that can be read: {reason}; supported are ONNX and safetensors")]
    Unrecognized {
        /// The path of the file inside the bundle, or the list of them.
        file: String,
        /// What its first bytes look like.
        reason: String,
    },
    /// Two files of one bundle have the same path.
    #[error("{file}: two files of the model have this path; give each a path of its own")]
    PathTwice {
        /// The path.
        file: String,
    },
    /// Two files of one bundle say different things about one fact.
    #[error("{file}: {place} is {found}, but {other_file} says {expected}")]
    Contradiction {
        /// The file that was read second.
        file: String,
        /// The fact.
        place: String,
        /// What `file` says.
        found: String,
        /// The file that was read first.
        other_file: String,
        /// What `other_file` says.
        expected: String,
    },
    /// A file could not be read.
    #[error("{file}: {source}")]
    Io {
        /// The path of the file inside the bundle.
        file: String,
        /// What the source says.
        source: io::Error,
    },
}
