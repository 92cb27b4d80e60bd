//! The certificate and the key that the server speaks TLS with.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::pki_types::pem::{self, PemObject as _};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::ServerConfig;
use tokio_rustls::TlsAcceptor;

use crate::config::TlsFiles;

/// Why the server cannot speak TLS.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read.
    #[error("cannot read `{}` for TLS: {reason}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
    /// A file is no PEM, or a broken one.
    #[error("`{}` is no PEM file: {reason}", path.display())]
    Pem {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// There is no certificate in the file.
    #[error("`{}` holds no certificate: `--tls-cert` takes a PEM file with `BEGIN CERTIFICATE`", .0.display())]
    NoCertificate(PathBuf),
    /// There is no key in the file.
    #[error("`{}` holds no private key: `--tls-key` takes a PEM file with `BEGIN PRIVATE KEY`, not encrypted", .0.display())]
    NoKey(PathBuf),
    /// The two are not for each other.
    #[error("the key `{}` does not belong to the first certificate in `{}`", key.display(), certificate.display())]
    Mismatch {
        /// The file of the certificate.
        certificate: PathBuf,
        /// The file of the key.
        key: PathBuf,
    },
    /// They cannot be used otherwise.
    #[error("`{}` and `{}` cannot be used for TLS: {reason}", certificate.display(), key.display())]
    Unusable {
        /// The file of the certificate.
        certificate: PathBuf,
        /// The file of the key.
        key: PathBuf,
        /// Why.
        reason: rustls::Error,
    },
}

/// TLS 1.2 and 1.3 with this certificate, for HTTP/1.1.
///
/// # Errors
/// When a file cannot be read or holds something else, or the key is not the certificate's.
pub(super) fn acceptor(files: &TlsFiles) -> Result<TlsAcceptor, TlsError> {
    let TlsFiles { certificate, key } = files;
    let chain =
        pem::PemObject::pem_slice_iter(&read(certificate)?).collect::<Result<Vec<CertificateDer<'static>>, _>>();
    let chain = chain.map_err(|error| broken(certificate, &error))?;
    if chain.is_empty() {
        return Err(TlsError::NoCertificate(certificate.clone()));
    }
    let secret = PrivateKeyDer::from_pem_slice(&read(key)?).map_err(|error| match error {
        pem::Error::NoItemsFound => TlsError::NoKey(key.clone()),
        error => broken(key, &error),
    })?;
    let refused = |reason| {
        let (certificate, key) = (certificate.clone(), key.clone());
        match reason {
            rustls::Error::InconsistentKeys(_) => TlsError::Mismatch { certificate, key },
            reason => TlsError::Unusable { certificate, key, reason },
        }
    };
    let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(refused)?;
    let mut config = builder.with_no_client_auth().with_single_cert(chain, secret).map_err(refused)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

fn read(path: &Path) -> Result<Vec<u8>, TlsError> {
    std::fs::read(path).map_err(|reason| TlsError::Read { path: path.to_owned(), reason })
}

/// Without the bytes that were found: they may be of a key.
fn broken(path: &Path, error: &pem::Error) -> TlsError {
    let reason = match error {
        pem::Error::MissingSectionEnd { .. } => "a section has no end".to_owned(),
        pem::Error::IllegalSectionStart { .. } => "a section begins in no way that PEM knows".to_owned(),
        other => other.to_string(),
    };
    TlsError::Pem { path: path.to_owned(), reason }
}
