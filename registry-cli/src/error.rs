//! What can go wrong, and the exit code that scripts see.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use registry_core::compat::policy::PolicyError;
use registry_core::resolve::ResolveError;
use registry_formats::FormatError;

/// The exit codes of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Code {
    /// Something that nobody thought of.
    Unexpected = 1,
    /// The call or a file is invalid.
    Invalid = 2,
    /// What was asked for is not there.
    NotFound = 5,
    /// The version number is smaller than the changes require.
    Incompatible = 7,
}

impl From<Code> for ExitCode {
    fn from(code: Code) -> Self {
        Self::from(match code {
            Code::Unexpected => 1,
            Code::Invalid => 2,
            Code::NotFound => 5,
            Code::Incompatible => 7,
        })
    }
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    /// A file or folder cannot be read.
    #[error("cannot read `{path}`: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The files are no model.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// A file of the project is not what it should be.
    #[error("{path}: {reason}")]
    Content {
        /// The file.
        path: PathBuf,
        /// What is wrong, where, and what to do.
        reason: String,
    },
    /// The policy is invalid.
    #[error("{path}: {source}")]
    Policy {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        source: PolicyError,
    },
    /// An argument is invalid.
    #[error("{0}")]
    Argument(String),
    /// The selector finds no version.
    #[error("{0}")]
    Resolve(ResolveError),
    /// The answer cannot be written.
    #[error("cannot write the answer: {0}")]
    Write(#[from] io::Error),
}

impl CliError {
    pub(crate) fn code(&self) -> Code {
        match self {
            Self::Resolve(error) if error.code() != "invalid-selector" => Code::NotFound,
            Self::Write(_) => Code::Unexpected,
            _ => Code::Invalid,
        }
    }

    /// Whether the reader of our output went away, as `head` does: no fault, and nobody is left to tell.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Write(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}
