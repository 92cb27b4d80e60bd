//! `cargo xtask schemathesis`: requests made up from the API's document, against a server that has models, and every answer
//! held to the document. By schemathesis, <https://schemathesis.io>.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::server::{Server, free_port};
use crate::{oracle, run};

/// The configuration of the tool, and what it takes for a failure that is none.
const FOLDER: &str = "registry-server/tests/schemathesis";

/// What is in the registry before a run; the configuration names it.
const FURNITURE: &[&str] = &[
    "publish examples/iris/1.0.0.onnx --model acme/iris --version 1.0.0",
    "publish examples/iris/1.0.1.onnx --model acme/iris --version 1.0.1",
    "publish examples/iris/1.1.0.onnx --model acme/iris --version 1.1.0",
    "publish examples/iris/2.0.0.onnx --model acme/iris --version 2.0.0",
    "publish examples/iris/1.0.0.onnx --model acme/scratch --version 1.0.0",
    "publish examples/iris/1.1.0.onnx --model acme/scratch --version 1.1.0",
    "promote acme/iris@1.0.0 --to production --reason first --yes",
    "promote acme/iris@1.0.1 --to production --reason second --yes",
    "promote acme/iris@1.0.0 --to staging --reason first --yes",
];

/// How many requests are made up for each operation, and again for walks over several, in the gate.
const FEW: u32 = 16;

/// And in each round of a long run.
const MANY: u32 = 100;

/// Which part of the answers must be successes: a run that gets nowhere shows nothing.
const LEAST_SUCCESS: f64 = 0.05;

/// How long to go on, and from where.
struct Plan {
    time: Option<Duration>,
    seed: u32,
}

/// One round, or as many as `--minutes` lets begin, each with a server and a seed of its own.
pub(crate) fn run(words: &[&str]) -> Result<(), String> {
    let plan = plan(words)?;
    let folder = run::root().join(FOLDER);
    let python = oracle::environment_in("venv-schemathesis", &[&folder.join("requirements.txt")])?;
    let tool = python.with_file_name("schemathesis");
    run::build_programs()?;
    let (start, mut all, mut wrong) = (Instant::now(), BTreeMap::new(), Vec::new());
    for seed in plan.seed.. {
        let examples = if plan.time.is_some() { MANY } else { FEW };
        if let Err(reason) = round(&tool, seed, examples, &mut all) {
            wrong.push(format!("seed {seed}: {reason}"));
        }
        println!("{}", told(&all, start.elapsed()));
        if plan.time.is_none_or(|time| start.elapsed() >= time) {
            break;
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

fn plan(words: &[&str]) -> Result<Plan, String> {
    let mut plan = Plan { time: None, seed: 1 };
    for pair in words.chunks(2) {
        let [name, value] = pair else { return Err(format!("{}: a number is missing", pair.concat())) };
        let number: u32 = value.parse().map_err(|error| format!("{name} {value}: {error}"))?;
        match *name {
            "--minutes" => plan.time = Some(Duration::from_secs(60 * u64::from(number))),
            "--seed" => plan.seed = number,
            other => return Err(format!("{other}: there are --minutes and --seed")),
        }
    }
    Ok(plan)
}

/// How often each status was answered.
type Statuses = BTreeMap<String, u64>;

/// A new server, asked by someone with a token and by a stranger.
fn round(tool: &Path, seed: u32, examples: u32, all: &mut Statuses) -> Result<(), String> {
    let mut server = Server::start(&run::target().join("schemathesis"), free_port(0)?)?;
    let token = server.token()?;
    let asked = furnish(&server).and_then(|()| {
        let known = ask(tool, &server, Some((&token, &own_token(&server)?)), (seed, examples));
        let unknown = ask(tool, &server, None, (seed, examples / 2));
        known.and(unknown)
    });
    if !server.is_running() {
        return Err("the server has ended; see target/schemathesis/server.log".to_owned());
    }
    let statuses = statuses(&server);
    server.stop()?;
    asked?;
    let statuses = statuses?;
    for (status, count) in &statuses {
        *all.entry(status.clone()).or_default() += count;
    }
    judged(&statuses)
}

fn furnish(server: &Server) -> Result<(), String> {
    for words in FURNITURE {
        let words: Vec<&str> = words.split(' ').collect();
        let output = server.registry(&words)?.output().map_err(|error| format!("cannot run the command: {error}"))?;
        if !output.status.success() {
            return Err(format!("{}: {}", words.join(" "), String::from_utf8_lossy(&output.stderr)));
        }
    }
    Ok(())
}

/// The id of the token that the run shows; there is no other yet.
fn own_token(server: &Server) -> Result<String, String> {
    let output = server.registry(&["token", "list", "-o", "name"])?.output();
    let output = output.map_err(|error| format!("cannot run the command: {error}"))?;
    let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if id.len() == 36 { Ok(id) } else { Err(format!("the run needs one token, and has `{id}`")) }
}

/// Runs all phases with all checks; what is found is on the standard output. A token comes with its id.
fn ask(tool: &Path, server: &Server, token: Option<(&str, &str)>, (seed, examples): (u32, u32)) -> Result<(), String> {
    let document: PathBuf = run::root().join("openapi.json");
    let mut command = Command::new(tool);
    command.current_dir(run::root().join(FOLDER)).arg("run").arg(document).args(["--url", &server.url, "--no-color"]);
    command.args(["--seed", &seed.to_string(), "--max-examples", &examples.to_string()]);
    if let Some((token, id)) = token {
        command.args(["--header", &format!("Authorization: Bearer {token}")]).env("OWN_TOKEN_ID", id);
    }
    let status = command.status().map_err(|error| format!("cannot run {}: {error}", tool.display()))?;
    let who = if token.is_some() { "with a token" } else { "without a token" };
    if status.success() { Ok(()) } else { Err(format!("schemathesis, {who}: {status}; it says above what it found")) }
}

/// What the server itself counted.
fn statuses(server: &Server) -> Result<Statuses, String> {
    let mut answer = String::new();
    let request = "GET /metrics HTTP/1.0\r\nHost: localhost\r\n\r\n";
    let asked = server.connect().and_then(|mut stream| {
        stream.write_all(request.as_bytes())?;
        stream.read_to_string(&mut answer)
    });
    asked.map_err(|error| format!("/metrics: {error}"))?;
    let mut statuses = Statuses::new();
    for line in answer.lines().filter(|line| line.starts_with("registry_http_requests_total{")) {
        let status = line.split_once("status=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(status, _)| status);
        let count = line.rsplit(' ').next().and_then(|count| count.parse::<u64>().ok());
        let (Some(status), Some(count)) = (status, count) else { return Err(format!("/metrics: {line}")) };
        *statuses.entry(status.to_owned()).or_default() += count;
    }
    Ok(statuses)
}

fn sum(statuses: &Statuses, class: &str) -> u64 {
    statuses.iter().filter(|(status, _)| status.starts_with(class)).map(|(_, count)| count).sum()
}

#[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
fn judged(statuses: &Statuses) -> Result<(), String> {
    let (successes, failures, all) = (sum(statuses, "2"), sum(statuses, "5"), sum(statuses, ""));
    if all == 0 {
        return Err("the server has counted no request".to_owned());
    }
    if failures > 0 {
        return Err(format!("the server failed {failures} times; see target/schemathesis/server.log"));
    }
    if (successes as f64) < LEAST_SUCCESS * all as f64 {
        return Err(format!(
            "only {successes} of {all} requests got anywhere: is the token still one, or a limit met?"
        ));
    }
    Ok(())
}

fn told(statuses: &Statuses, time: Duration) -> String {
    let each: Vec<String> = statuses.iter().map(|(status, count)| format!("{status}: {count}")).collect();
    format!("{} requests in {time:.0?}; {}", sum(statuses, ""), each.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_fails_or_gets_nowhere_is_told() {
        let of = |pairs: &[(&str, u64)]| pairs.iter().map(|(status, count)| ((*status).to_owned(), *count)).collect();
        assert!(judged(&of(&[("200", 20), ("404", 80)])).is_ok());
        assert!(judged(&of(&[("200", 99), ("500", 1)])).is_err_and(|reason| reason.contains("failed 1 times")));
        assert!(judged(&of(&[])).is_err_and(|reason| reason.contains("no request")));
        assert!(judged(&of(&[("200", 4), ("401", 96)])).is_err_and(|reason| reason.contains("only 4 of 100")));
    }

    #[test]
    fn words_are_read_or_said_to_be_wrong() {
        let read = plan(&["--seed", "7", "--minutes", "2"]).unwrap();
        assert_eq!((read.seed, read.time), (7, Some(Duration::from_secs(120))));
        assert!(
            plan(&["--minutes"]).is_err() && plan(&["--minutes", "x"]).is_err() && plan(&["--hours", "1"]).is_err()
        );
    }
}
