//! Who may do what. There is one kind of token so far, and whoever has one may do everything.

use registry_core::digest::Digest;

use super::{Code, Failure, Registry, token};

/// Who may come in without a token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Access {
    /// Whether reads need no token: when only this machine can reach the server, judged by the address that it listens on.
    pub(crate) anonymous_reads: bool,
}

impl Registry {
    /// The principal that a token stands for.
    pub(crate) async fn authenticate(&self, secret: &str) -> Result<String, Failure> {
        let refused = |detail| Err(Failure::new(Code::Unauthenticated, detail));
        if !token::is_well_formed(secret) {
            return refused(
                "this is no token of a registry: `mrt_` and 49 characters, of which the last 6 are a checksum",
            );
        }
        let Some(token) = self.store.token(Digest::of(secret.as_bytes())).await? else {
            return refused("this registry does not know the token");
        };
        if token.revoked_at.is_some() {
            return refused("the token was revoked");
        }
        if let Some(end) = token.expires_at
            && end <= self.store.now().await?
        {
            return refused("the token has expired");
        }
        Ok(token.principal)
    }
}
