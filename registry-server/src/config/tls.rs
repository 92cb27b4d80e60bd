//! The files that TLS needs.

use std::path::PathBuf;

use super::ConfigError;

/// What the server speaks TLS with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsFiles {
    /// The certificate, and those that lead to it.
    pub certificate: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

impl TlsFiles {
    /// Both or neither.
    pub(super) fn of(certificate: Option<PathBuf>, key: Option<PathBuf>) -> Result<Option<Self>, ConfigError> {
        match (certificate, key) {
            (None, None) => Ok(None),
            (Some(certificate), Some(key)) => Ok(Some(Self { certificate, key })),
            (None, Some(_)) => Err(ConfigError::HalfTls("cert")),
            (Some(_), None) => Err(ConfigError::HalfTls("key")),
        }
    }
}
