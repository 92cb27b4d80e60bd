//! Whether Postgres says anything at all.
//!
//! A call that waits may wait for a lock or for a disk, and Postgres itself ends that in time. A call to a Postgres that
//! hangs, or lies behind a line that is cut, would wait as long. So whoever has waited for a while asks on a connection of
//! its own, and when nobody answers there either, all calls are given up.

use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _};
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::error::StoreError;

/// How long a call waits before it asks, and then again. An answer that is no older is good for other calls, too.
const CALM: Duration = Duration::from_millis(250);

/// How long Postgres may take to let somebody in and to answer.
const PATIENCE: Duration = Duration::from_millis(750);

/// The code of a Postgres that is starting or stopping: it answers, and lets nobody in.
const CANNOT_CONNECT_NOW: &str = "57P03";

/// Watches calls while they wait.
#[derive(Debug)]
pub(super) struct Pulse {
    options: PgConnectOptions,
    /// Whether nobody answered when it was last asked.
    silent: AtomicBool,
    /// What was heard last, and when. One asks, and those that come meanwhile wait for what it hears.
    heard: Mutex<Option<(Instant, Result<(), String>)>>,
}

impl Pulse {
    pub(super) fn new(options: PgConnectOptions) -> Self {
        Self { options, silent: AtomicBool::new(false), heard: Mutex::new(None) }
    }

    /// The result of work, however long it takes, unless Postgres is silent meanwhile.
    pub(super) async fn attend<T>(&self, work: impl Future<Output = T>) -> Result<T, StoreError> {
        if self.silent.load(Ordering::Relaxed) {
            self.ask().await?;
        }
        let mut work = pin!(work);
        loop {
            if let Ok(done) = timeout(CALM, work.as_mut()).await {
                return Ok(done);
            }
            tokio::select! {
                done = work.as_mut() => return Ok(done),
                answer = self.ask() => answer?,
            }
        }
    }

    async fn ask(&self) -> Result<(), StoreError> {
        let mut heard = self.heard.lock().await;
        let old = |(when, _): &(Instant, _)| when.elapsed() >= CALM;
        if heard.as_ref().is_none_or(old) {
            let answer = self.knock().await;
            self.silent.store(answer.is_err(), Ordering::Relaxed);
            *heard = Some((Instant::now(), answer));
        }
        let answer = heard.as_ref().map_or(Ok(()), |(_, answer)| answer.clone());
        answer.map_err(StoreError::Unavailable)
    }

    /// A connection of its own, made anew: one that is kept belongs to the thread that made it, which may be busy.
    async fn knock(&self) -> Result<(), String> {
        let visit = async {
            let mut connection = self.options.connect().await?;
            connection.ping().await?;
            connection.close().await
        };
        match timeout(PATIENCE, visit).await {
            Ok(Ok(())) => Ok(()),
            // Whoever refuses is there. Calls that are let in go on.
            Ok(Err(sqlx::Error::Database(error))) if error.code().is_none_or(|code| code != CANNOT_CONNECT_NOW) => {
                Ok(())
            }
            Ok(Err(error)) => Err(error.to_string()),
            Err(_elapsed) => Err(format!("no answer within {} ms", PATIENCE.as_millis())),
        }
    }
}
