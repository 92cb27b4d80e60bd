//! Whether the registry can work.

use std::time::{Duration, Instant};

use tokio::sync::Mutex;

use super::{Code, Failure, Registry};

/// How long the word of the blobs is taken for true. To ask them costs a write, and anybody may ask the server.
const FRESH: Duration = Duration::from_secs(2);

/// What the blobs said when they were last asked: when, and whether they answered.
#[derive(Debug, Default)]
pub(crate) struct Pulse(Mutex<Option<(Instant, bool)>>);

impl Registry {
    /// What this server stands on: its database, and its store of blobs.
    pub(crate) fn features(&self) -> Vec<&'static str> {
        vec![self.store.engine(), self.blobs.backend()]
    }

    /// Whether database and blobs answer, and new bytes have room.
    pub(crate) async fn ready(&self) -> Result<(), Failure> {
        self.disks.check(0)?;
        self.store.ping().await?;
        // One asks, and those that come meanwhile wait for what it hears.
        let mut pulse = self.pulse.0.lock().await;
        let known = pulse.filter(|(asked, _)| asked.elapsed() < FRESH).map(|(_, answered)| answered);
        let answers = match known {
            Some(answers) => answers,
            None => self.ask_blobs().await,
        };
        if known.is_none() {
            *pulse = Some((Instant::now(), answers));
        }
        let silent = || Failure::new(Code::Unavailable, "the object store does not answer; try again");
        answers.then_some(()).ok_or_else(silent)
    }

    async fn ask_blobs(&self) -> bool {
        let asked = self.blobs.ping().await;
        if let Err(error) = &asked {
            tracing::error!(%error, "the blobs do not answer");
        }
        asked.is_ok()
    }
}
