//! Who is asked, and as whom.

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::{ClientBuilder, Url, redirect};

use crate::Client;

/// Why there is no client.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConnectError {
    /// The address is none.
    #[error("`{0}` is no address of a server; write one like https://registry.example.com")]
    Address(String),
    /// A token would travel in the clear.
    #[error("the token would travel in the clear to {0}: use https, or a server of this machine")]
    Insecure(String),
    /// The token cannot stand in a header.
    #[error("the token holds characters that no token has; is it the whole token, and nothing but it?")]
    Token,
    /// The machine has no TLS that works, say.
    #[error("no HTTP client can be made: {0}")]
    Http(#[from] reqwest::Error),
}

/// A client of the server at `base`, such as `https://registry.example.com`.
///
/// # Errors
/// When `base` is no address, when the token would travel in the clear (plain HTTP is for loopback only) or is none.
pub fn connect(base: &str, token: Option<&str>) -> Result<Client, ConnectError> {
    connect_with(base, token, reqwest::Client::builder())
}

/// The same with an HTTP client of your making: its limits of time, its proxy, its name. Redirects are never followed by
/// themselves, so that the token stays with the server; [`open_file`](crate::open_file) follows the one that matters.
///
/// # Errors
/// As [`connect`].
pub fn connect_with(base: &str, token: Option<&str>, builder: ClientBuilder) -> Result<Client, ConnectError> {
    let base = base.trim_end_matches('/');
    let url = Url::parse(base).map_err(|_| ConnectError::Address(base.to_owned()))?;
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
        return Err(ConnectError::Address(base.to_owned()));
    }
    let mut headers = HeaderMap::new();
    if let Some(token) = token {
        if url.scheme() == "http" && !is_loopback(&url) {
            return Err(ConnectError::Insecure(base.to_owned()));
        }
        let mut value = HeaderValue::try_from(format!("Bearer {token}")).map_err(|_| ConnectError::Token)?;
        value.set_sensitive(true);
        headers.insert(AUTHORIZATION, value);
    }
    // Without TLS nobody needs the certificates of the system, which may have none.
    let builder = if url.scheme() == "http" { builder.tls_certs_only([]) } else { builder };
    Ok(Client::new_with_client(base, without_redirects(builder.default_headers(headers))?))
}

/// The HTTP client of a builder, which follows no redirect by itself. For the links to an object store, let the builder have
/// no header with a token.
///
/// # Errors
/// When the machine has no TLS that works, such as one without certificates.
pub fn without_redirects(builder: ClientBuilder) -> reqwest::Result<reqwest::Client> {
    // Whoever installed another provider of cryptography before keeps it.
    let _installed = rustls::crypto::ring::default_provider().install_default();
    builder.redirect(redirect::Policy::none()).build()
}

/// Whether an address leads to this machine itself.
pub fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_travels_over_tls_or_inside_this_machine() {
        for base in ["https://registry.example.com/", "http://127.0.0.1:8787", "http://[::1]:8787", "http://localhost"]
        {
            assert!(connect(base, Some("mrt_x")).is_ok(), "{base}");
        }
        let insecure = connect("http://registry.example.com", Some("mrt_x"));
        assert!(matches!(insecure, Err(ConnectError::Insecure(_))), "{insecure:?}");
        assert!(connect("http://registry.example.com", None).is_ok());
        for base in ["", "registry.example.com", "ftp://registry.example.com", "unix:/run/registry"] {
            assert!(matches!(connect(base, None), Err(ConnectError::Address(_))), "{base}");
        }
        assert!(matches!(connect("http://localhost", Some("a\nb")), Err(ConnectError::Token)));
    }
}
