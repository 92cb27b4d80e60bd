//! `cargo xtask demo`: one line through the whole house on real models.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::run;
use crate::server::{PATIENCE, Server, binaries, free_port};

/// The port of a server without flags; when somebody else has it, a free one is taken.
const PORT: u16 = 8787;

/// What is shown: the words of a command, and the exit code that it must have.
const STEPS: &[(&str, &[&str], i32)] = &[
    (
        "Publish the first version of a classifier.",
        &["publish", "examples/iris/1.0.0.onnx", "--model", "acme/iris", "--version", "1.0.0"],
        0,
    ),
    (
        "Trained again: other weights, the same contract. The server finds the number.",
        &["publish", "examples/iris/1.0.1.onnx", "--model", "acme/iris", "--bump", "auto"],
        0,
    ),
    ("One more output.", &["publish", "examples/iris/1.1.0.onnx", "--model", "acme/iris", "--bump", "auto"], 0),
    (
        "A model that wants five measurements instead of four is no minor version. It is refused, with reasons.",
        &["publish", "examples/iris/2.0.0.onnx", "--model", "acme/iris", "--version", "1.2.0"],
        7,
    ),
    (
        "Under an honest number it goes through, in a line of its own.",
        &["publish", "examples/iris/2.0.0.onnx", "--model", "acme/iris", "--bump", "auto"],
        0,
    ),
    ("A consumer asks for a range and gets one exact version.", &["resolve", "acme/iris@^1"], 0),
    (
        "Production serves 1.0.1, then 1.1.0.",
        &["promote", "acme/iris@1.0.1", "--to", "production", "--reason", "first release", "--yes"],
        0,
    ),
    ("", &["promote", "acme/iris@1.1.0", "--to", "production", "--reason", "wants the confidence", "--yes"], 0),
    (
        "At 03:00 somebody is called. One step back:",
        &["rollback", "acme/iris", "--channel", "production", "--reason", "scores drift", "--yes"],
        0,
    ),
    ("What was in production, when, by whom, and why?", &["channel", "history", "acme/iris", "production"], 0),
    ("And everything that happened:", &["events", "--namespace", "acme"], 0),
];

/// Builds, starts a server, shows the main job and leaves the server running.
pub(crate) fn start() -> Result<(), String> {
    let folder = folder();
    if let Some(pid) = running(&folder) {
        return Err(format!("a demo is running already (process {pid}); `cargo xtask demo --stop` ends it"));
    }
    run::build_programs()?;
    let server = Server::start(&folder, free_port(PORT)?)?;
    fs::write(pid_file(&folder), server.pid().to_string()).map_err(|error| error.to_string())?;
    for (says, words, code) in STEPS {
        show(&server, says, words, *code)?;
    }
    println!("\nThe server goes on at {0}; its documentation is at {0}/docs/. Try next:\n", server.url);
    println!("  export REGISTRY_URL={}", server.url);
    println!("  export REGISTRY_TOKEN=$(cat {})", server.data().join("admin-token").display());
    println!("  export PATH={}:$PATH", binaries().display());
    println!("  registry pull 'acme/iris@^1' -d /tmp/iris");
    println!("  registry promote acme/iris@1.1.0 --to production --reason 'mended'");
    println!("\n`cargo xtask demo --stop` ends it.");
    Ok(())
}

/// Ends the server of a demo.
pub(crate) fn stop() -> Result<(), String> {
    let folder = folder();
    let Some(pid) = running(&folder) else {
        println!("no demo is running");
        return Ok(());
    };
    run::command(Command::new("kill").arg(&pid))?;
    let start = Instant::now();
    while running(&folder).is_some() {
        if start.elapsed() > PATIENCE {
            return Err(format!("process {pid} does not end"));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    fs::remove_file(pid_file(&folder)).map_err(|error| error.to_string())?;
    println!("the demo's server has ended; its data is still in {}", folder.display());
    Ok(())
}

fn folder() -> PathBuf {
    run::target().join("demo")
}

fn pid_file(folder: &Path) -> PathBuf {
    folder.join("server.pid")
}

/// The process of a server that was left running.
fn running(folder: &Path) -> Option<String> {
    let pid = fs::read_to_string(pid_file(folder)).ok()?;
    // A number may be another process by now; only one of our name counts.
    let name = fs::read_to_string(format!("/proc/{pid}/comm")).unwrap_or_default();
    let state = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    (name.starts_with("registry-serve") && !state.contains(") Z ")).then_some(pid)
}

fn show(server: &Server, says: &str, words: &[&str], code: i32) -> Result<(), String> {
    if !says.is_empty() {
        println!("\n# {says}");
    }
    println!("$ registry {}", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" "));
    let status = server.registry(words)?.status().map_err(|error| format!("cannot run the command: {error}"))?;
    if status.code() == Some(code) { Ok(()) } else { Err(format!("expected exit code {code}, got {status}")) }
}

/// A word as a shell would need it.
fn quoted(word: &str) -> String {
    if word.contains([' ', '^']) { format!("'{word}'") } else { word.to_owned() }
}
