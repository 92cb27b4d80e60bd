//! Each step with each thing that may happen there.

use std::os::unix::process::ExitStatusExt as _;
use std::sync::Arc;

use serde_json::{Value, json};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::common::{Client, IRIS, Server, address, iris};
use crate::release::{Sending, release};
use crate::world::{World, blocking};

/// Every step that the source names, and how bytes are sent so that it is passed. Those of a claim come first: who comes
/// after them waits for ten seconds.
pub(crate) const STEPS: [(&str, Sending); 17] = [
    ("upload.claimed", Sending::InParts),
    ("upload.verified", Sending::InParts),
    ("upload.recorded", Sending::InParts),
    ("upload.dropped", Sending::InWrongParts),
    ("session.begun", Sending::InParts),
    ("session.recorded", Sending::InParts),
    ("part.storing", Sending::InParts),
    ("part.stored", Sending::InParts),
    ("part.recorded", Sending::InParts),
    ("blob.storing", Sending::AtOnce),
    ("blob.stored", Sending::AtOnce),
    ("blob.recorded", Sending::AtOnce),
    ("copy.storing", Sending::AtOnce),
    ("copy.stored", Sending::AtOnce),
    ("copy.recorded", Sending::AtOnce),
    ("commit.before", Sending::AtOnce),
    ("commit.after", Sending::AtOnce),
];

/// Steps that are passed without a request: verifying goes on by itself.
const UNATTENDED: [&str; 3] = ["upload.verified", "upload.recorded", "upload.dropped"];

/// How many cases run at a time. Most of them wait.
const AT_A_TIME: usize = 8;

/// What happens at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Error,
    Kill,
    /// It hangs, and the client goes away.
    HangAndLeave,
    /// It hangs, and the client waits for its answer.
    HangAndStay,
}

/// Tries everything, each in a world of its own. A case that fails says which it is.
pub(crate) async fn run<F: Future<Output = World> + Send + 'static>(world: fn() -> F) {
    let turns = Arc::new(Semaphore::new(AT_A_TIME));
    let mut cases = JoinSet::new();
    for (step, sending) in STEPS {
        for fault in [Fault::HangAndLeave, Fault::HangAndStay, Fault::Kill, Fault::Error] {
            if fault == Fault::HangAndStay && UNATTENDED.contains(&step) {
                continue;
            }
            let turns = Arc::clone(&turns);
            cases.spawn(async move {
                let _turn = turns.acquire().await.unwrap();
                let case = Case { world: world().await, step, sending, fault };
                let tried = tokio::spawn(case.try_it()).await;
                tried.err().map(|_it_has_said_why| (step, fault))
            });
        }
    }
    let failed: Vec<_> = cases.join_all().await.into_iter().flatten().collect();
    assert!(failed.is_empty(), "{failed:?}");
}

struct Case {
    world: World,
    step: &'static str,
    sending: Sending,
    fault: Fault,
}

impl Case {
    async fn try_it(self) {
        match self.fault {
            Fault::Error => self.fail().await,
            Fault::Kill => self.kill().await,
            Fault::HangAndLeave => self.hang_and_leave().await,
            Fault::HangAndStay => self.hang_and_stay().await,
        }
    }

    /// A server that fails says so, as it does when what it stands on fails, and can be asked again at once.
    async fn fail(self) {
        let server = self.start("1*return(error)");
        let failed = release(&server, self.sending).await.unwrap();
        if self.is_committed() {
            // The server has looked itself whether the commit was made.
            assert_eq!((failed.status, failed.header("idempotency-replayed")), (201, "true"), "{failed:?}");
        } else {
            failed.is_problem(503, "unavailable");
            assert_eq!(failed.header("retry-after"), "1");
        }
        self.assert_retry(&server).await;
    }

    async fn kill(self) {
        let server = self.start("return(kill)");
        let broken = release(&server, self.sending).await;
        assert!(broken.is_err(), "it was not reached: {broken:?}");
        let (status, _) = blocking(|| server.end());
        assert_eq!(status.signal(), Some(9), "{status}");
        let server = blocking(|| self.world.start());
        self.assert_retry(&server).await;
    }

    async fn hang_and_leave(self) {
        let mut server = self.start("1*return(hang)");
        let (client, sending) = (server.client.clone(), self.sending);
        let hanging = tokio::spawn(async move { release(&client, sending).await });
        self.wait_until_it_hangs(&mut server);
        hanging.abort();
        let other = self.other(&server);
        assert_works(&other).await;
        self.assert_retry(&other).await;
        self.let_go(server).await;
    }

    async fn hang_and_stay(self) {
        let mut server = self.start("1*return(hang)");
        let (client, sending) = (server.client.clone(), self.sending);
        let hanging = tokio::spawn(async move { release(&client, sending).await });
        self.wait_until_it_hangs(&mut server);
        let other = self.other(&server);
        assert_works(&other).await;
        self.assert_retry(&other).await;
        assert!(!hanging.is_finished(), "it does not hang");
        server.process().signal("USR1");
        let answer = hanging.await.unwrap().unwrap();
        assert_eq!((answer.status, &answer.json()["version"]), (201, &json!("2.0.0")), "{answer:?}");
        self.let_go(server).await;
    }

    /// Lets what hangs go on to its end; it changes nothing any more.
    async fn let_go(&self, server: Server) {
        let mut server = server;
        server.process().signal("USR1");
        // Then it waits for the requests under way.
        server.process().signal("TERM");
        let (status, _) = blocking(|| server.end());
        assert!(status.success(), "{status}");
        let server = blocking(|| self.world.start());
        assert_left_over(&self.world.assert_one_effect(&server).await, 0);
    }

    fn start(&self, action: &str) -> Server {
        blocking(|| self.world.start_with(&format!("{}={action}", self.step)))
    }

    /// Another server, if there can be one: else the same has to do.
    fn other(&self, server: &Server) -> Other {
        if !self.world.is_shared {
            return Other { client: server.client.clone(), _server: None };
        }
        let other = blocking(|| self.world.start());
        Other { client: other.client.clone(), _server: Some(other) }
    }

    fn wait_until_it_hangs(&self, server: &mut Server) {
        blocking(|| server.process().hear(&format!("hangs at {};", self.step)));
    }

    /// Whether the commit comes before the step.
    fn is_committed(&self) -> bool {
        self.step == "commit.after"
    }

    /// What is there is whole or none, and the same request again has its effect once.
    async fn assert_retry(&self, client: &Client) {
        assert_eq!(self.world.assert_whole_or_none(client).await, self.is_committed());
        let report = self.world.assert_retry_has_one_effect(client, self.sending).await;
        // A session whose row was not written is left to the sweeper, or to the rule of the bucket, which shows none.
        assert_left_over(&report, usize::from(self.step == "session.begun" && !self.world.is_shared));
    }
}

/// Everything that was begun is gone, but for so many sessions that nobody knows of.
fn assert_left_over(report: &Value, sessions: usize) {
    let leftovers = report["leftovers"].as_array().unwrap().len();
    assert_eq!((&report["open_uploads"], leftovers), (&json!(0), sessions), "{report}");
}

/// Who is asked while a server hangs.
struct Other {
    client: Client,
    /// Ends with this.
    _server: Option<Server>,
}

impl std::ops::Deref for Other {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

/// The registry is there for others: it is ready, it answers reads of the same model, and another model is published.
async fn assert_works(client: &Client) {
    assert_eq!(client.get("/readyz").await.status, 200);
    let served = client.get(&format!("{}/resolve", address(IRIS))).await;
    assert_eq!(served.status, 200, "{served:?}");
    let file = client.upload("acme/other", "1", "model.onnx", &iris("1.0.0")).await;
    client.publish("acme/other", &json!({"version": "1.0.0", "files": [file]})).await.ok(201);
}
