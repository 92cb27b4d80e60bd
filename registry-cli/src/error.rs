//! What can go wrong, and the exit code that scripts see.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use registry_core::compat::policy::PolicyError;
use registry_core::digest::Digest;
use registry_core::resolve::ResolveError;

use crate::client::problem::Problem;
use crate::client::{TokenSource, advice};

/// The exit codes of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    /// Something that nobody thought of.
    Unexpected,
    /// The call or a file is invalid.
    Invalid,
    /// The server wants a token.
    NotSignedIn,
    /// The token does not allow it.
    Forbidden,
    /// What was asked for is not there.
    NotFound,
    /// Somebody was faster, or the state does not allow it.
    Conflict,
    /// The version number is smaller than the changes require.
    Incompatible,
    /// Too many requests.
    RateLimited,
    /// The server does not answer.
    Unavailable,
    /// A digest does not hold.
    Integrity,
}

impl From<Code> for ExitCode {
    fn from(code: Code) -> Self {
        Self::from(match code {
            Code::Unexpected => 1,
            Code::Invalid => 2,
            Code::NotSignedIn => 3,
            Code::Forbidden => 4,
            Code::NotFound => 5,
            Code::Conflict => 6,
            Code::Incompatible => 7,
            Code::RateLimited => 9,
            Code::Unavailable => 10,
            Code::Integrity => 11,
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
    /// The server says no.
    #[error("{}", advice::says(.0))]
    Problem(Box<Problem>),
    /// The server cannot be reached.
    #[error("no answer from {server}: {reason}; is the server running, and is REGISTRY_URL right?")]
    Unreachable {
        /// The server.
        server: String,
        /// What the network says.
        reason: String,
    },
    /// The server was reached and then said nothing.
    #[error("{server} was silent for too long ({reason}); try again, or set REGISTRY_TIMEOUT to the seconds to wait")]
    Silent {
        /// The server.
        server: String,
        /// For what we waited.
        reason: String,
    },
    /// The object store that the server leads to cannot be reached.
    #[error("no answer from the object store that the server leads to: {reason}; can this machine reach it?")]
    StoreUnreachable {
        /// What the network says.
        reason: String,
    },
    /// The object store that the server leads to says no.
    #[error("the object store answers {status}; try again")]
    StoreRefused {
        /// Its status.
        status: u16,
    },
    /// The server wants a token.
    #[error("not signed in: {server} wants a token, and there is none for it")]
    TokenMissing {
        /// The server.
        server: String,
    },
    /// The server refuses the token.
    #[error("{server} refuses {origin}: {reason}")]
    TokenRefused {
        /// The server.
        server: String,
        /// Where the token is from.
        origin: TokenSource,
        /// What the server says.
        reason: String,
    },
    /// The server answers something that is no answer.
    #[error("{0}")]
    Answer(String),
    /// A file is not what the registry said it would be.
    #[error("`{path}` has the digest {found}, but the registry says {expected}; nothing was kept")]
    Integrity {
        /// The file.
        path: PathBuf,
        /// The digest that the registry knows.
        expected: Digest,
        /// The digest of the bytes.
        found: Digest,
    },
    /// What the registry got of a file is not the file that was meant.
    #[error("of `{path}` arrived bytes with the digest {found}, not {expected}; nothing was kept, publish again")]
    Arrived {
        /// The file.
        path: PathBuf,
        /// The digest of the file when it was announced.
        expected: Digest,
        /// The digest of what arrived, in the words of the registry.
        found: String,
    },
    /// A manifest is not the one that the digest of the version names.
    #[error(
        "the manifest of {version} has the digest {found}, but the version is named by {expected}; nothing was fetched: \
         ask who runs the registry"
    )]
    Manifest {
        /// The version: `ns/model@1.2.3`.
        version: String,
        /// The digest that names the version.
        expected: Digest,
        /// The digest of the manifest that the server sent.
        found: Digest,
    },
    /// A file is longer or shorter than its manifest says.
    #[error(
        "`{path}` has {expected} bytes in the manifest, but the server sent {got}; nothing was kept, fetch it again"
    )]
    Length {
        /// The file.
        path: PathBuf,
        /// The number of bytes in the manifest.
        expected: u64,
        /// How many came, or `more`.
        got: String,
    },
    /// A download ended in the middle.
    #[error("`{path}` broke off after {got} of {expected} bytes ({reason}); nothing was kept, fetch it again")]
    BrokenOff {
        /// The file.
        path: PathBuf,
        /// The number of bytes in the manifest.
        expected: u64,
        /// How many came.
        got: u64,
        /// What the network says.
        reason: io::Error,
    },
    /// A lock file and the registry know one number by two digests.
    #[error("{0}")]
    OtherVersion(String),
    /// A file cannot be written.
    #[error("cannot write `{path}`: {source}")]
    Save {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Somebody said no to the question.
    #[error("nothing was done")]
    Declined,
    /// The answer cannot be written.
    #[error("cannot write the answer: {0}")]
    Write(#[from] io::Error),
}

impl CliError {
    pub(crate) fn code(&self) -> Code {
        match self {
            Self::Resolve(error) if error.code() != "invalid-selector" => Code::NotFound,
            Self::Problem(problem) => problem.exit_code(),
            Self::Unreachable { .. }
            | Self::Silent { .. }
            | Self::BrokenOff { .. }
            | Self::StoreUnreachable { .. }
            | Self::StoreRefused { status: 429 | 500.. } => Code::Unavailable,
            Self::TokenMissing { .. } | Self::TokenRefused { .. } => Code::NotSignedIn,
            Self::Integrity { .. }
            | Self::Arrived { .. }
            | Self::Manifest { .. }
            | Self::Length { .. }
            | Self::OtherVersion(_) => Code::Integrity,
            Self::Write(_) | Self::Answer(_) | Self::StoreRefused { .. } => Code::Unexpected,
            _ => Code::Invalid,
        }
    }

    /// Whether the reader of our output went away, as `head` does: no fault, and nobody is left to tell.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Write(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}
