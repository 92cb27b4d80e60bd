//! Whose process it is.

use std::os::unix::fs::{MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

/// The user that Debian's package makes.
const USER: &str = "postgres";

/// The account that Postgres runs under: none but one's own, unless that is root.
#[derive(Debug)]
pub(crate) struct Account(Option<(u32, u32)>);

impl Account {
    pub(crate) fn find() -> Result<Self, String> {
        let me = std::fs::metadata("/proc/self").map_err(|error| format!("/proc/self: {error}"))?;
        if me.uid() != 0 {
            return Ok(Self(None));
        }
        Ok(Self(Some((number("-u")?, number("-g")?))))
    }

    /// Runs a command under the account.
    pub(crate) fn apply(&self, command: &mut Command) {
        if let Some((user, group)) = self.0 {
            command.uid(user).gid(group);
        }
    }

    /// Gives it a file.
    pub(crate) fn own(&self, path: &Path) -> Result<(), String> {
        let Some((user, group)) = self.0 else { return Ok(()) };
        chown(path, Some(user), Some(group)).map_err(|error| format!("{}: {error}", path.display()))
    }
}

fn number(which: &str) -> Result<u32, String> {
    let output = Command::new("id").args([which, USER]).output().map_err(|error| format!("id: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.trim().parse().map_err(|_| format!("there is no user `{USER}`: apt-get install postgresql"))
}
