//! Why a use case failed, in words that do not know HTTP.

use registry_core::channel::Gate;
use registry_core::compat::Verdict;
use registry_store::{BlobError, StoreError};
use serde_json::{Map, Value};

macro_rules! codes {
    ($($variant:ident = $name:literal: $title:literal),+ $(,)?) => {
        /// The stable code of a failure; clients branch on it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum Code {
            $(#[doc = $title] $variant,)+
        }

        impl Code {
            /// Every code.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as it stands in a problem.
            pub(crate) fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// One line about the kind of failure.
            pub(crate) fn title(self) -> &'static str {
                match self {
                    $(Self::$variant => $title,)+
                }
            }

            /// The code with this name.
            pub(crate) fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.as_str() == name)
            }
        }
    };
}

codes! {
    InvalidPath = "invalid-path": "a part of the path is not what the route takes",
    InvalidQuery = "invalid-query": "a query parameter is not what the route takes",
    InvalidBody = "invalid-body": "the body is not the JSON that the route takes",
    InvalidHeader = "invalid-header": "a header is not what the route takes",
    InvalidName = "invalid-name": "the name is not in the grammar of names",
    InvalidVersion = "invalid-version": "the text is not a semantic version",
    InvalidSelector = "invalid-selector": "the text selects no version",
    InvalidPageToken = "invalid-page-token": "the page token was not made by this server",
    InvalidPolicy = "invalid-policy": "the policy cannot be applied",
    InvalidContract = "invalid-contract": "the contract contradicts itself",
    InvalidFiles = "invalid-files": "the list of files cannot be published",
    ContractMismatch = "contract-mismatch": "a declaration contradicts what a file says",
    UnreadableModel = "unreadable-model": "no contract can be read out of the files",
    UnsafeFormat = "unsafe-format": "files of the version run code when they are loaded, or cannot be looked into",
    BlobNotFound = "blob-not-found": "the bytes of a file were not uploaded",
    DigestMismatch = "digest-mismatch": "the bytes have another digest than announced",
    SizeMismatch = "size-mismatch": "the bytes have another size than announced",
    IdempotencyKeyReused = "idempotency-key-reused": "the key was used for another request",
    ReasonRequired = "reason-required": "the action needs a reason",
    Unauthenticated = "unauthenticated": "the request needs a valid token",
    Forbidden = "forbidden": "whoever the token stands for may not do this",
    PrincipalExists = "principal-exists": "the name belongs to a principal already",
    PrincipalNotFound = "principal-not-found": "there is no such principal",
    TokenNotFound = "token-not-found": "there is no such token",
    MemberNotFound = "member-not-found": "the namespace has no such member",
    LastAdmin = "last-admin": "nobody would administer the registry any longer",
    HostNotAllowed = "host-not-allowed": "the request names a host that this server does not answer for",
    NotFound = "not-found": "there is nothing at this address",
    NamespaceNotFound = "namespace-not-found": "there is no such namespace",
    ModelNotFound = "model-not-found": "there is no such model",
    UploadIncomplete = "upload-incomplete": "parts of the upload are missing",
    UploadComplete = "upload-complete": "the bytes of the upload are stored already",
    UploadVerifying = "upload-verifying": "the parts of the upload are being verified or removed",
    NoPartLinks = "no-part-links": "the server gives no links to its object store",
    UploadNotFound = "upload-not-found": "there is no such upload",
    FileNotFound = "file-not-found": "the version has no such file",
    VersionNotFound = "version-not-found": "there is no such version",
    BuildMismatch = "build-mismatch": "the version exists with other build metadata",
    NoMatch = "no-match": "no version lies in the range",
    NoVersions = "no-versions": "the model has no versions",
    NoStableVersion = "no-stable-version": "the model has no stable version",
    AllYanked = "all-yanked": "all stable versions are yanked",
    ChannelNotFound = "channel-not-found": "there is no such channel",
    ChannelEmpty = "channel-empty": "the channel points at no version",
    MethodNotAllowed = "method-not-allowed": "the address does not take this method",
    RequestTimeout = "request-timeout": "the request did not arrive in time",
    NamespaceExists = "namespace-exists": "the namespace is there already",
    ModelExists = "model-exists": "the model is there already",
    ModelArchived = "model-archived": "the model is archived and takes no new versions",
    VersionExists = "version-exists": "the number is taken",
    VersionTooSmall = "version-too-small": "the changes need a larger bump than the number announces",
    NothingChanged = "nothing-changed": "the files and the contract are those of the version before",
    BackportConflict = "backport-conflict": "the next version would no longer replace this one",
    ReturnConflict = "return-conflict": "the version would make a number of its line promise what is not so",
    VersionInUse = "version-in-use": "a channel points at the version or may roll back to it",
    InvalidState = "invalid-state": "the version is not in a state that allows the action",
    PromotionRefused = "promotion-refused": "the version does not pass the gates of the channel",
    RollbackNeedsTarget = "rollback-needs-target": "the version before was left on purpose, so a target must be named",
    RollbackTargetChanged = "rollback-target-changed": "the rollback would lead to another version than expected",
    RollbackTargetNotEligible = "rollback-target-not-eligible": "the rollback target cannot be served",
    NeverOnChannel = "never-on-channel": "the target was never served by the channel",
    NoRollbackTarget = "no-rollback-target": "the channel has no earlier version to roll back to",
    AlreadyServed = "already-served": "the channel serves the target already",
    VersionDisabled = "version-disabled": "the version is switched off",
    VersionDeleted = "version-deleted": "the version was deleted",
    StaleRevision = "stale-revision": "the resource changed since it was read",
    PreconditionRequired = "precondition-required": "the request must say which revision it was decided on",
    TooLarge = "too-large": "the body is larger than the route takes",
    AddressTooLong = "address-too-long": "the address is longer than the server takes",
    HeadTooLarge = "head-too-large": "the head of the request is larger than the server takes",
    UnsupportedMediaType = "unsupported-media-type": "the body has a type that the route does not take",
    RangeNotSatisfiable = "range-not-satisfiable": "the range lies outside the file",
    Internal = "internal": "something failed that should not",
    RateLimited = "rate-limited": "too many requests in a short time",
    Busy = "busy": "too many requests of one kind at a time",
    Unavailable = "unavailable": "the database or the object store does not answer",
    QuotaExceeded = "quota-exceeded": "the files of the namespace would take more than it may have",
    StorageFull = "storage-full": "the storage has no space left",
}

/// A place in the request with what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Fault {
    /// A JSON Pointer into the body, or the name of a parameter.
    pub(crate) place: String,
    /// What is wrong.
    pub(crate) reason: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hint: Option<String>,
}

/// A failed use case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Failure {
    pub(crate) code: Code,
    /// What was wrong, where, and what to do.
    pub(crate) detail: String,
    /// Single faults, where there can be several.
    pub(crate) faults: Vec<Fault>,
    /// The verdict that refuses a publish.
    pub(crate) verdict: Option<Box<Verdict>>,
    /// What else a program needs to react, by name.
    pub(crate) details: Map<String, Value>,
}

impl Failure {
    pub(crate) fn new(code: Code, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), faults: Vec::new(), verdict: None, details: Map::new() }
    }

    pub(crate) fn with_faults(self, faults: Vec<Fault>) -> Self {
        Self { faults, ..self }
    }

    pub(crate) fn with_verdict(self, verdict: Verdict) -> Self {
        Self { verdict: Some(Box::new(verdict)), ..self }
    }

    pub(crate) fn with_detail(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict { what } => {
                Self::new(Code::Busy, format!("the {what} is being changed by many at once; try again"))
            }
            StoreError::Unavailable(reason) => {
                tracing::error!(%reason, "the database does not answer");
                Self::new(Code::Unavailable, "the database does not answer; try again")
            }
            StoreError::Inconsistent { .. } | StoreError::Database(_) => {
                // What the database says stays in the log: it may name what the caller must not know.
                tracing::error!(%error, "the store failed");
                Self::new(Code::Internal, "the database refused; the log of the server says why")
            }
        }
    }
}

impl Failure {
    /// Whether somebody wanted what only others may: a permission is missing, or the gate that only admins pass is shut.
    pub(crate) fn is_denial(&self) -> bool {
        let needs_admin = Gate::UnsafeNeedsAdmin.code();
        let gates = self.details.get("gates").and_then(Value::as_array).into_iter().flatten();
        self.code == Code::Forbidden || gates.into_iter().any(|gate| gate["code"] == needs_admin)
    }
}

impl From<BlobError> for Failure {
    fn from(error: BlobError) -> Self {
        let said = error.to_string();
        match error {
            BlobError::WrongDigest { expected, actual } => Self::new(Code::DigestMismatch, said)
                .with_detail("expected", expected.to_hex())
                .with_detail("actual", actual.to_hex()),
            BlobError::WrongSize { expected, actual } => {
                Self::new(Code::SizeMismatch, said).with_detail("expected", expected).with_detail("actual", actual)
            }
            BlobError::TooLarge { limit } => Self::new(Code::TooLarge, said).with_detail("max_bytes", limit),
            BlobError::Body(source) if source.kind() == std::io::ErrorKind::TimedOut => {
                Self::new(Code::RequestTimeout, source.to_string())
            }
            BlobError::Body(_) => Self::new(Code::InvalidBody, said),
            BlobError::Range { size, .. } => Self::new(Code::RangeNotSatisfiable, said).with_detail("size", size),
            BlobError::Deleted(_) | BlobError::InUse | BlobError::Crowded => Self::new(Code::Busy, said),
            BlobError::SessionLost => Self::new(Code::UploadIncomplete, said),
            BlobError::Full { .. } => {
                tracing::error!(%said, "the blob store is full");
                Self::new(Code::StorageFull, "the storage has no space left; nothing was changed")
            }
            BlobError::NotFound(_) | BlobError::Truncated { .. } => {
                tracing::error!(%said, "the blob store lost a file");
                Self::new(Code::Internal, "a stored file is missing or cut; `admin fsck` tells which")
            }
            BlobError::Unavailable { .. } => {
                tracing::error!(%said, "the blob store does not answer");
                Self::new(Code::Unavailable, "the blob store does not answer; try again")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct_and_kebab_case() {
        for code in Code::ALL {
            assert_eq!(Code::from_name(code.as_str()), Some(*code));
            assert!(code.as_str().chars().all(|character| character.is_ascii_lowercase() || character == '-'));
        }
    }
}
