//! The address of a server, which must be one that a token may travel to.

use registry_client::is_loopback;
use registry_client::reqwest::Url;

use crate::error::CliError;

/// What an address looks like.
const LIKE: &str = "is no address of a server; write `https://registry.example`";

/// The address as it stands in front of every path.
pub(super) fn checked(given: &str) -> Result<String, CliError> {
    let refused = |reason: &str| CliError::Argument(format!("`{given}` {reason}"));
    let base = given.trim_end_matches('/');
    // Where browsers mend an address, this may be another one than was meant.
    if base.contains(|character: char| character.is_whitespace() || character.is_control() || character == '\\') {
        return Err(refused(LIKE));
    }
    let (_, behind) = base.split_once("://").ok_or_else(|| refused(LIKE))?;
    let authority = behind.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(refused("names a user; the token says who you are"));
    }
    let port = authority.rsplit_once(':').filter(|(host, _)| !host.is_empty()).map(|(_, port)| port);
    let is_port = |port: &str| port.parse::<u16>().is_ok_and(|port| port > 0) || port.ends_with(']');
    if port.is_some_and(|port| !is_port(port)) {
        return Err(refused("has no port after its `:`; a port is a number from 1 to 65535"));
    }
    if base.contains(['?', '#']) {
        return Err(refused("is more than the address of a server; leave out what stands behind `?` or `#`"));
    }
    let url = Url::parse(base).map_err(|_| refused(LIKE))?;
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
        return Err(refused(LIKE));
    }
    if url.scheme() == "http" && !is_loopback(&url) {
        return Err(refused("is plain HTTP beyond this machine; use https, or a tunnel to it"));
    }
    Ok(base.to_owned())
}

/// Whether two addresses are one server: a slash at the end, the case of the host and a port that goes without saying do not
/// count.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let read = |address: &str| Url::parse(address.trim_end_matches('/')).ok();
    one == other || read(one).is_some_and(|one| read(other) == Some(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_loopback_only() {
        for base in ["http://127.0.0.1:8787", "http://localhost", "http://[::1]:80", "https://registry.example/"] {
            assert!(checked(base).is_ok(), "{base}");
        }
        let foreign = [
            "http://registry.example",
            "HTTP://registry.example",
            "http://10.0.0.1:8787",
            "http://127.0.0.1.example",
            "http://localhost:80@registry.example/",
            "http://127.0.0.1:1@registry.example",
            "ftp://127.0.0.1",
            "registry.example",
            "127.0.0.1:8787",
            "",
        ];
        for base in foreign {
            assert!(checked(base).is_err(), "{base}");
        }
    }

    #[test]
    fn one_server_may_be_written_in_many_ways() {
        for other in ["https://registry.example/", "https://Registry.example", "https://registry.example:443//"] {
            assert!(is_same("https://registry.example", other), "{other}");
        }
        for other in ["http://registry.example", "https://registry.example:8443", "https://registry.example/a", "x"] {
            assert!(!is_same("https://registry.example", other), "{other}");
        }
        assert!(is_same("https://registry.example/a", "https://registry.example/a/"));
    }

    #[test]
    fn what_is_no_address_is_refused_before_anything_is_sent() {
        for base in [
            "http://127.0.0.1:99999",
            "http://127.0.0.1:",
            "http://127.0.0.1:0",
            "http://127.0.0.1:x",
            "http://[::1",
            "http://127.0.0.1/ /",
            "http://127.0.0.1\n",
            "http://127.0.0.1?a=b",
            "http://127.0.0.1/#top",
            "https://",
        ] {
            assert!(checked(base).is_err(), "{base:?}");
        }
        assert_eq!(checked("https://registry.example/models/").unwrap(), "https://registry.example/models");
    }
}
