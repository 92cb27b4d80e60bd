//! Which hosts this server answers for. A page of another site whose name is made to point here (DNS rebinding) sends its
//! own name, and is refused.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};

use actix_web::HttpRequest;
use actix_web::http::header;
use actix_web::http::uri::Authority;

use crate::service::{Code, Failure};

/// The names of the loopback interface.
const LOOPBACK: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// The allowed hosts. The port does not matter: what a browser reaches under an allowed name is this server or its proxy.
#[derive(Debug, Clone)]
pub(crate) struct Hosts(BTreeSet<String>);

impl Hosts {
    /// The loopback names, the listen address if it names an interface, and what the configuration adds.
    pub(crate) fn new(listen: SocketAddr, added: &[String]) -> Self {
        let interface = (!listen.ip().is_unspecified()).then(|| match listen.ip() {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("[{address}]"),
        });
        let added = added.iter().map(|host| host.to_ascii_lowercase());
        Self(LOOPBACK.into_iter().map(str::to_owned).chain(interface).chain(added).collect())
    }

    /// Refuses a request that names another host, or none.
    pub(crate) fn check(&self, request: &HttpRequest) -> Result<(), Failure> {
        let target = request.uri().authority().map(|authority| authority.as_str().to_owned());
        let headers = request.headers().get_all(header::HOST);
        let named =
            target.into_iter().chain(headers.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()));
        let named: Vec<String> = named.collect();
        match named.iter().find(|host| !self.allows(host)) {
            Some(stranger) => Err(refused(&format!("this server does not answer for `{stranger}`"))),
            None if named.is_empty() => Err(refused("the request names no host")),
            None => Ok(()),
        }
    }

    fn allows(&self, host: &str) -> bool {
        let authority = host.parse::<Authority>().ok().filter(|authority| !authority.as_str().contains('@'));
        authority.is_some_and(|authority| {
            let name = authority.host().to_ascii_lowercase();
            self.0.contains(name.strip_suffix('.').unwrap_or(&name))
        })
    }
}

fn refused(what: &str) -> Failure {
    Failure::new(Code::HostNotAllowed, format!("{what}; `--allowed-host` adds a name"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(listen: &str, added: &[&str]) -> Hosts {
        let added: Vec<String> = added.iter().map(|&host| host.to_owned()).collect();
        Hosts::new(listen.parse().unwrap(), &added)
    }

    #[test]
    fn loopback_names_are_allowed_with_any_port() {
        let hosts = hosts("127.0.0.1:8787", &[]);
        for host in ["localhost", "LOCALHOST:1", "127.0.0.1:8787", "[::1]:80", "localhost."] {
            assert!(hosts.allows(host), "{host}");
        }
    }

    #[test]
    fn others_are_not() {
        let hosts = hosts("0.0.0.0:8787", &["models.example.com"]);
        for host in
            ["", "evil.example", "localhost.evil.example", "0.0.0.0", "a@localhost", "localhost, evil", "::1", "é"]
        {
            assert!(!hosts.allows(host), "{host}");
        }
        assert!(hosts.allows("Models.Example.com:443"));
    }

    #[test]
    fn the_listen_address_is_allowed() {
        assert!(hosts("10.1.2.3:80", &[]).allows("10.1.2.3"));
        assert!(hosts("[fe80::1]:80", &[]).allows("[fe80::1]:80"));
    }
}
