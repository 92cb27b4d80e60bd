//! The program itself: what it says, what it logs, how it ends.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// How long anything here may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program, running.
struct Program {
    child: Child,
    /// Every line on standard error so far, in the order in which they came.
    said: std::sync::mpsc::Receiver<String>,
    heard: Vec<String>,
}

impl Program {
    fn start(data: &TempDir) -> Self {
        let mut command = program(data);
        let mut child = command.args(["--listen", "127.0.0.1:0"]).stderr(Stdio::piped()).spawn().unwrap();
        let (tell, said) = std::sync::mpsc::channel();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| tell.send(line)));
        Self { child, said, heard: Vec::new() }
    }

    /// Waits for a line and returns what follows `text` in it.
    fn hear(&mut self, text: &str) -> String {
        loop {
            if let Some(rest) = self.heard.iter().find_map(|line| line.split_once(text).map(|(_, rest)| rest)) {
                return rest.to_owned();
            }
            let line = self.said.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("no `{text}` in {:#?}", self.heard));
            self.heard.push(line);
        }
    }

    fn url(&mut self) -> String {
        self.hear("The registry listens on ").split_once(';').unwrap().0.to_owned()
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for the end; the exit code and all that was said.
    fn end(mut self) -> (Option<i32>, Vec<String>) {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end");
            std::thread::sleep(Duration::from_millis(5));
        };
        let rest: Vec<String> = self.said.iter().collect();
        (status.code(), [std::mem::take(&mut self.heard), rest].concat())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

fn program(data: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_registry-server"));
    command.env("REGISTRY_DATA", data.path().join("data"));
    command
}

fn run(data: &TempDir, words: &[&str]) -> Output {
    program(data).args(words).output().unwrap()
}

#[tokio::test]
async fn the_admin_token_is_shown_once_and_nothing_secret_is_logged() {
    let data = tempfile::tempdir().unwrap();
    let mut first = Program::start(&data);
    let url = first.url();
    let token = first.hear("shown only now: ");
    let request = Client::new().get(format!("{url}/api/v1/namespaces?page_size=7&page_token=c2VjcmV0"));
    let request = request.header("Cookie", "cookie-secret").header("X-Request-Id", "ask-1").bearer_auth(&token);
    assert_eq!(request.send().await.unwrap().status(), StatusCode::BAD_REQUEST);
    first.signal("TERM");
    let (code, said) = first.end();
    assert_eq!(code, Some(0), "{said:#?}");
    assert_eq!(said.iter().filter(|line| line.contains(&token)).count(), 1, "{said:#?}");
    for secret in ["c2VjcmV0", "cookie-secret"] {
        assert!(said.iter().all(|line| !line.contains(secret)), "{said:#?}");
    }
    let logged: Vec<Value> = said.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let access = logged.iter().find(|line| line["request_id"] == "ask-1").unwrap();
    assert_eq!((&access["route"], &access["status"]), (&json!("/api/v1/namespaces"), &json!(400)), "{access}");
    assert_eq!((&access["method"], &access["principal"]), (&json!("GET"), &json!("admin")), "{access}");
    assert!(access["duration_ms"].is_f64(), "{access}");

    let mut second = Program::start(&data);
    let again = Client::new().get(format!("{}/api/v1/namespaces", second.url())).bearer_auth(&token);
    assert_eq!(again.send().await.unwrap().status(), StatusCode::OK);
    second.signal("INT");
    let (code, said) = second.end();
    assert_eq!(code, Some(0), "{said:#?}");
    assert!(said.iter().all(|line| !line.contains("mrt_")), "{said:#?}");
}

/// Begins a request that makes a namespace, and leaves its body out.
async fn begin(program: &mut Program, body: &str) -> TcpStream {
    let url = program.url();
    let token = program.hear("shown only now: ");
    let mut connection = TcpStream::connect(url.trim_start_matches("http://")).await.unwrap();
    let head = format!(
        "POST /api/v1/namespaces HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes()).await.unwrap();
    // So that the request is under way, and not merely in the queue.
    tokio::time::sleep(Duration::from_millis(300)).await;
    connection
}

#[tokio::test]
async fn a_request_under_way_ends_before_the_program_does() {
    let data = tempfile::tempdir().unwrap();
    let mut program = Program::start(&data);
    let body = json!({"name": "acme"}).to_string();
    let mut connection = begin(&mut program, &body).await;
    program.signal("TERM");
    program.hear("stopping");
    connection.write_all(body.as_bytes()).await.unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    assert_eq!(program.end().0, Some(0));
}

#[tokio::test]
async fn a_second_signal_does_not_wait() {
    let data = tempfile::tempdir().unwrap();
    let mut program = Program::start(&data);
    let _under_way = begin(&mut program, "{}").await;
    program.signal("TERM");
    program.hear("stopping");
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(program.child.try_wait().unwrap(), None, "it waits for the request");
    let start = Instant::now();
    program.signal("TERM");
    assert_eq!(program.end().0, Some(0));
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
}

#[test]
fn what_cannot_be_started_is_said_in_one_line() {
    let data = tempfile::tempdir().unwrap();
    for (words, part) in [
        (&["--listen", "0.0.0.0:0"][..], "--behind-proxy"),
        (&["--config", "/no/such/file"], "/no/such/file"),
        (&["--allowed-host", "https://x"], "https://x"),
        (&["--listen", "127.0.0.1:0", "--data", "/dev/null/data"], "/dev/null/data"),
    ] {
        let output = run(&data, words);
        let said = String::from_utf8(output.stderr).unwrap();
        let errors: Vec<&str> = said.lines().filter(|line| line.starts_with("error: ")).collect();
        assert_eq!(output.status.code(), Some(1), "{words:?}: {said}");
        assert!(errors.len() == 1 && errors[0].contains(part), "{words:?}: {said}");
    }
    assert!(!data.path().join("data").exists(), "nothing was made");
    assert_eq!(run(&data, &["--no-such-flag"]).status.code(), Some(2));
    let help = String::from_utf8(run(&data, &["--help"]).stdout).unwrap();
    for word in ["--behind-proxy", "REGISTRY_LISTEN", "Examples:"] {
        assert!(help.contains(word), "{help}");
    }
}
