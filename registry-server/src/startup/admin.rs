//! The first admin token.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use registry_store::Metadata;

use super::StartError;
use crate::service::bootstrap::make_way_in;
use crate::service::token::Secret;

const ADMIN: &str = "admin";

/// Makes the admin token of a registry that has no token at all. Answers whether it did.
///
/// The file is written before the row: a start that breaks off between the two leaves a token that the next start finds
/// and takes, instead of a registry that nobody can use.
pub(super) async fn make_and_keep(store: &dyn Metadata, path: &Path) -> Result<bool, StartError> {
    if store.has_tokens().await? {
        return Ok(false);
    }
    let unusable = |reason| StartError::Data { path: path.to_owned(), reason };
    let kept = match std::fs::read_to_string(path) {
        Ok(text) => Secret::from_text(text.trim()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(unusable(error)),
    };
    let secret = kept.map_or_else(Secret::generate, Ok).map_err(StartError::Random)?;
    keep(&secret, path).map_err(unusable)?;
    insert(store, &secret).await
}

/// Makes an admin token of a registry that no administrator has a token for, and keeps it nowhere.
pub(super) async fn make(store: &dyn Metadata) -> Result<Secret, StartError> {
    let secret = Secret::generate().map_err(StartError::Random)?;
    let inserted = insert(store, &secret).await?;
    inserted.then_some(secret).ok_or(StartError::HasTokens)
}

async fn insert(store: &dyn Metadata, secret: &Secret) -> Result<bool, StartError> {
    let admin = ADMIN.parse().map_err(StartError::Name)?;
    Ok(make_way_in(store, &admin, secret).await?)
}

/// Writes a token to a file that its owner alone may read. What was there is replaced as a file, not rewritten: it may
/// have been readable by others.
fn keep(secret: &Secret, path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{}", secret.reveal())?;
    file.sync_all()
}
