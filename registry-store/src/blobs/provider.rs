//! From a URL to an object store: the one place that knows the providers.

use std::ffi::OsString;
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3Builder, Checksum};
use object_store::azure::MicrosoftAzureBuilder;
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::multipart::MultipartStore;
use object_store::prefix::PrefixStore;
use object_store::signer::Signer;
use object_store::{BackoffConfig, ClientOptions, ObjectStore, ObjectStoreScheme, RetryConfig};
use url::Url;

/// How long a connection may take to be made.
const CONNECT: Duration = Duration::from_secs(5);
/// How long a store may say nothing in the middle of an answer. A whole transfer has no limit: it is as long as the file.
const SILENCE: Duration = Duration::from_secs(30);
/// For how long a request that fails is tried again. Whoever waits for the answer should hear of a store that is down.
const RETRIES: Duration = Duration::from_secs(10);

/// Why a store does not open.
#[derive(Debug, thiserror::Error)]
#[error("`{url}` cannot be used for blobs: {reason}")]
pub struct OpenError {
    /// The URL as given.
    pub url: String,
    /// What is wrong with it, or with the environment.
    pub reason: String,
}

/// Chooses the cryptography of TLS for this process. Whoever makes a client of HTTP must have done it.
pub fn install_tls() {
    // A second install is refused, and the first is as good.
    let _installed = rustls::crypto::ring::default_provider().install_default();
}

/// A builder with the settings of the environment and these beside them, which are named in the same way.
///
/// The client is ours, with what the environment says of it on top.
macro_rules! configured {
    ($builder:ty, $prefix:literal, $url:expr, $settings:expr) => {{
        // Not `vars`, which panics over a value that is no UTF-8.
        let text = |(name, value): (OsString, OsString)| name.into_string().ok().zip(value.into_string().ok());
        let named = std::env::vars_os()
            .filter_map(text)
            .chain($settings.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        named.filter(|(name, _)| name.starts_with($prefix)).fold(
            <$builder>::from_env().with_client_options(client()).with_retry(retries()).with_url($url),
            |builder, (name, value)| match name.to_ascii_lowercase().parse() {
                Ok(key) => builder.with_config(key, value),
                Err(_) => builder,
            },
        )
    }};
}

/// A store that is open.
pub(super) struct Opened {
    pub(super) store: Arc<dyn ObjectStore>,
    pub(super) multipart: Arc<dyn MultipartStore>,
    /// What signs links to it, where that is known to work.
    pub(super) signer: Option<Arc<dyn Signer>>,
}

/// Opens the store that a URL names, below the prefix that it names.
pub(super) fn open(text: &str, settings: &[(&str, String)]) -> Result<Opened, OpenError> {
    let refused = |reason: String| OpenError { url: text.to_owned(), reason };
    let unbuilt = |error: object_store::Error| refused(error.to_string());
    let url: Url = text.parse().map_err(|error: url::ParseError| refused(error.to_string()))?;
    install_tls();
    let (scheme, prefix) = ObjectStoreScheme::parse(&url).map_err(|_| refused(unknown(&url)))?;
    match scheme {
        ObjectStoreScheme::AmazonS3 => {
            let builder = configured!(AmazonS3Builder, "AWS_", text, settings);
            // A SHA-256 goes with each body, and S3 compares it with what arrives.
            let store = builder.with_checksum_algorithm(Checksum::SHA256).build().map_err(unbuilt)?;
            let store = Arc::new(PrefixStore::new(store, prefix));
            let signer = Arc::<PrefixStore<_>>::clone(&store);
            let multipart = Arc::<PrefixStore<_>>::clone(&store);
            Ok(Opened { signer: Some(signer), multipart, store })
        }
        ObjectStoreScheme::GoogleCloudStorage => {
            let store = configured!(GoogleCloudStorageBuilder, "GOOGLE_", text, settings).build().map_err(unbuilt)?;
            Ok(unsigned(PrefixStore::new(store, prefix)))
        }
        ObjectStoreScheme::MicrosoftAzure => {
            let store = configured!(MicrosoftAzureBuilder, "AZURE_", text, settings).build().map_err(unbuilt)?;
            Ok(unsigned(PrefixStore::new(store, prefix)))
        }
        _ => Err(refused(unknown(&url))),
    }
}

fn unsigned<S: ObjectStore + MultipartStore>(store: S) -> Opened {
    let store = Arc::new(store);
    Opened { multipart: Arc::<S>::clone(&store), store, signer: None }
}

fn client() -> ClientOptions {
    ClientOptions::new().with_timeout_disabled().with_connect_timeout(CONNECT).with_read_timeout(SILENCE)
}

fn retries() -> RetryConfig {
    RetryConfig { backoff: BackoffConfig::default(), max_retries: 5, retry_timeout: RETRIES }
}

fn unknown(url: &Url) -> String {
    format!("`{}` is no scheme of a store; use file://, s3://, gs:// or az://", url.scheme())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_store_is_named() {
        for (url, reason) in [
            ("bucket", "relative URL without a base"),
            ("ftp://bucket/x", "`ftp` is no scheme of a store"),
            ("https://models.example.com/x", "`https` is no scheme of a store"),
        ] {
            let error = open(url, &[]).err().unwrap();
            assert!(error.to_string().contains(reason), "{error}");
            assert!(error.to_string().starts_with(&format!("`{url}` cannot be used for blobs: ")), "{error}");
        }
    }

    #[test]
    fn every_provider_opens_without_asking_it() {
        for url in ["s3://bucket/models", "s3://bucket", "gs://bucket/models"] {
            assert!(open(url, &[]).is_ok(), "{url}");
        }
    }
}
