//! Where the servers of a run of tests keep what they know.

use std::process::Command;

/// The variable that names the place, by the one word that it may hold.
const VARIABLE: &str = "TEST_PLACE";
const SERVICES: &str = "services";

/// A kind of place. Each server has one of its own there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// SQLite and blobs in a folder.
    Folder,
    /// Postgres, under a role without more rights than a server needs, and blobs in a bucket, which clients read and write
    /// by links.
    Services,
}

impl Place {
    pub(crate) fn of_this_run() -> Self {
        match std::env::var(VARIABLE).as_deref() {
            Err(_) => Self::Folder,
            Ok(SERVICES) => Self::Services,
            Ok(other) => panic!("{VARIABLE}={other}: the only other place is `{SERVICES}`"),
        }
    }

    /// Has a program of tests run with Postgres and a bucket.
    pub(crate) fn choose_services(command: &mut Command) -> &mut Command {
        command.env(VARIABLE, SERVICES)
    }
}
