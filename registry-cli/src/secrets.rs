//! Secrets that lie beside a model: a folder is published as it is, and everybody who may read the model reads its files.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::error::CliError;

/// The largest file that is looked at: keys and tokens are small, and stand in small files.
const MAX_SIZE: u64 = 64 << 10;
/// The beginning of a token of a registry, and how many letters and digits follow it at least.
const TOKEN: &str = "mrt_";
const TOKEN_LENGTH: usize = 40;
/// How a private key begins in PEM (RFC 7468), whatever its kind.
const PEM: &str = "-----BEGIN ";
const PRIVATE: &str = "PRIVATE KEY-----";

/// Refuses a file that holds a secret.
pub(crate) fn refuse(path: &Path, file: File) -> Result<(), CliError> {
    let failed = |source| CliError::Read { path: path.to_owned(), source };
    if file.metadata().map_err(failed)?.len() > MAX_SIZE {
        return Ok(());
    }
    let mut bytes = Vec::new();
    file.take(MAX_SIZE).read_to_end(&mut bytes).map_err(failed)?;
    let Some(what) = secret_in(&String::from_utf8_lossy(&bytes)) else { return Ok(()) };
    let reason = format!(
        "this holds {what}, and everybody who may read the model could read it; move it elsewhere, or name the files of the \
         model, here or as `files` in registry.toml"
    );
    Err(CliError::Content { path: path.to_owned(), reason })
}

fn secret_in(text: &str) -> Option<&'static str> {
    let is_key = |line: &str| line.trim_start().starts_with(PEM) && line.trim_end().ends_with(PRIVATE);
    if text.lines().any(is_key) {
        return Some("a private key");
    }
    let follows = |rest: &str| rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    text.split(TOKEN).skip(1).any(|rest| follows(rest) >= TOKEN_LENGTH).then_some("a token of a registry")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_tokens_are_secrets_and_words_about_them_are_not() {
        let token = format!("export REGISTRY_TOKEN={TOKEN}{}\n", "a1".repeat(25));
        assert_eq!(secret_in(&token), Some("a token of a registry"));
        for kind in ["", "RSA ", "EC ", "ENCRYPTED ", "OPENSSH "] {
            let key = format!("# mine\n{PEM}{kind}{PRIVATE}\nMIIE\n");
            assert_eq!(secret_in(&key), Some("a private key"), "{kind}");
        }
        for text in ["", "tokens begin with mrt_", "mrt_short", "-----BEGIN CERTIFICATE-----\n", "a PRIVATE KEY-----"] {
            assert_eq!(secret_in(text), None, "{text}");
        }
    }
}
