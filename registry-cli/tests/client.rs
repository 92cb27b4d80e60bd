//! How the command line speaks to a server: what is sent again and what is not, how long it waits, and which token it
//! sends.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

#[path = "support/fake_server.rs"]
mod fake_server;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use fake_server::{FakeServer, answer, be_silent, talk};
use serde_json::json;

/// A server that is busy for so many requests.
fn busy(times: usize, status: u16, headers: &'static str) -> FakeServer {
    let count = AtomicUsize::new(0);
    FakeServer::start(move |_, stream| {
        if count.fetch_add(1, Ordering::SeqCst) < times {
            answer(stream, status, headers, b"{}");
        } else {
            answer(stream, 200, "", b"{}");
        }
    })
}

fn api(server: &FakeServer, method: &str) -> (Option<i32>, usize) {
    let folder = tempfile::tempdir().unwrap();
    let output = server.run(folder.path(), &["api", method, "/api/v1/x"]);
    (output.status.code(), server.seen().len())
}

#[test]
fn what_is_safe_is_sent_again() {
    for method in ["GET", "HEAD", "POST"] {
        assert_eq!(api(&busy(2, 503, ""), method), (Some(0), 3), "{method}");
        assert_eq!(api(&busy(9, 503, ""), method), (Some(10), 4), "{method}");
        assert_eq!(api(&busy(1, 429, ""), method), (Some(0), 2), "{method}");
    }
}

#[test]
fn what_may_have_an_effect_is_sent_once() {
    for method in ["PUT", "PATCH", "DELETE"] {
        assert_eq!(api(&busy(1, 503, ""), method), (Some(10), 1), "{method}");
        let broken = FakeServer::start(|_, _| {});
        assert_eq!(api(&broken, method), (Some(10), 1), "{method}");
    }
}

#[test]
fn the_server_says_how_long_to_wait() {
    let start = Instant::now();
    assert_eq!(api(&busy(1, 429, "Retry-After: 1\r\n"), "GET"), (Some(0), 2));
    assert!(start.elapsed() >= Duration::from_secs(1));

    // Nobody waits an hour for a command.
    let folder = tempfile::tempdir().unwrap();
    let server = busy(1, 429, "Retry-After: 3600\r\n");
    let output = server.run(folder.path(), &["api", "GET", "/api/v1/x"]);
    assert_eq!((output.status.code(), server.seen().len()), (Some(9), 1));
    assert!(talk(&output).contains("3600 s"), "{}", talk(&output));
}

#[test]
fn a_silent_server_is_left_after_a_while() {
    let folder = tempfile::tempdir().unwrap();
    let server = FakeServer::start(|_, stream| be_silent(stream));
    let mut command = server.command(folder.path(), &["api", "GET", "/api/v1/meta"]);
    let output = command.env("REGISTRY_TIMEOUT", "1").output().unwrap();
    assert_eq!((output.status.code(), server.seen().len()), (Some(10), 1), "{}", talk(&output));
    assert!(talk(&output).contains("was silent for too long"), "{}", talk(&output));
    let output = command.env("REGISTRY_TIMEOUT", "soon").output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", talk(&output));
}

#[test]
fn what_cannot_be_sent_is_a_fault_of_the_call() {
    let folder = tempfile::tempdir().unwrap();
    let server = busy(0, 200, "");
    let call = ["model", "list", "acme"];
    for token in ["mrt_a\nb", "mrt_a\n", "mrt_a b", "mrt_ä"] {
        let output = server.command(folder.path(), &call).env("REGISTRY_TOKEN", token).output().unwrap();
        let said = talk(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("REGISTRY_TOKEN") && said.contains(&server.url()), "{said}");
        assert!(!said.contains("mrt_"), "{said}");
    }
    for url in ["http://127.0.0.1:99999", "http://127.0.0.1/ x", "http://127.0.0.1:1\n", "nothing"] {
        let output = server.command(folder.path(), &call).env("REGISTRY_URL", url).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{url:?}: {}", talk(&output));
    }
    assert!(server.seen().is_empty());
}

#[test]
fn a_token_that_is_refused_is_named_by_where_it_is_from() {
    let folder = tempfile::tempdir().unwrap();
    let detail = br#"{"status": 401, "code": "unauthenticated", "detail": "the token has expired"}"#;
    let server = FakeServer::start(move |_, stream| answer(stream, 401, "", detail));
    let run = |token: Option<&str>| {
        let mut command = server.command(folder.path(), &["model", "list", "acme"]);
        let output = command.envs(token.map(|token| ("REGISTRY_TOKEN", token))).output().unwrap();
        assert_eq!(output.status.code(), Some(3), "{}", talk(&output));
        talk(&output).lines().next().unwrap().to_owned()
    };
    let url = server.url();
    assert_eq!(run(Some("mrt_x")), format!("error: {url} refuses the token in REGISTRY_TOKEN: the token has expired"));
    assert_eq!(run(None), format!("error: not signed in: {url} wants a token, and there is none for it"));
    std::fs::create_dir(folder.path().join("config")).unwrap();
    let contexts = format!("current = \"home\"\n[contexts.home]\nurl = \"{url}\"\ntoken = \"mrt_y\"\n");
    std::fs::write(folder.path().join("config/contexts.toml"), contexts).unwrap();
    assert_eq!(run(None), format!("error: {url} refuses the token of the context `home`: the token has expired"));
}

/// A token as a server shows it.
fn token(expires_at: &str) -> serde_json::Value {
    json!({
        "id": "01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e", "principal": "ada", "description": "", "expires_at": expires_at,
        "created_at": "2026-01-01T00:00:00Z", "created_by": "admin",
    })
}

/// Whoever asks, as a server shows them.
fn me(expires_at: &str) -> String {
    let ada = json!({
        "name": "ada", "kind": "user", "description": "", "created_at": "2026-01-01T00:00:00Z", "created_by": "admin",
    });
    let me = json!({"principal": ada, "token": token(expires_at), "administrator": false, "memberships": []});
    me.to_string()
}

#[test]
fn a_token_that_ends_within_a_week_is_warned_of() {
    for (expires, warned) in [("2026-01-01T00:00:00Z", true), ("2126-01-01T00:00:00Z", false)] {
        let folder = tempfile::tempdir().unwrap();
        let server = FakeServer::start(move |_, stream| answer(stream, 200, "", me(expires).as_bytes()));
        for call in [&["login"][..], &["whoami"]] {
            let output = server.command(folder.path(), call).env("REGISTRY_TOKEN", "mrt_secret").output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{}", talk(&output));
            assert_eq!(talk(&output).contains(&format!("the token expires {expires}")), warned, "{}", talk(&output));
        }
    }
}

/// The answer with the secret may be lost on the way, and that to the retry has none.
#[test]
fn a_token_without_its_secret_is_to_be_revoked() {
    let folder = tempfile::tempdir().unwrap();
    let lost = AtomicUsize::new(0);
    let server = FakeServer::start(move |_, stream| {
        if lost.fetch_add(1, Ordering::SeqCst) > 0 {
            answer(stream, 201, "", token("2126-01-01T00:00:00Z").to_string().as_bytes());
        }
    });
    for call in [&["token", "create"][..], &["token", "create", "-o", "json"]] {
        let output = server.command(folder.path(), call).env("REGISTRY_TOKEN", "mrt_secret").output().unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{}", talk(&output));
        let advice = "`registry token revoke 01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e`";
        assert!(talk(&output).contains(advice), "{}", talk(&output));
    }
}

#[test]
fn a_secret_is_printed_alone_and_is_no_id() {
    let folder = tempfile::tempdir().unwrap();
    let mut made = token("2126-01-01T00:00:00Z");
    made["secret"] = json!("mrt_new");
    let server = FakeServer::start(move |_, stream| answer(stream, 201, "", made.to_string().as_bytes()));
    let run = |call: &[&str]| server.command(folder.path(), call).env("REGISTRY_TOKEN", "mrt_old").output().unwrap();
    let made = run(&["token", "create"]);
    assert_eq!(String::from_utf8(made.stdout.clone()).unwrap(), "mrt_new\n");
    assert!(!talk(&made).contains("mrt_"), "{}", talk(&made));
    let seen = server.seen().len();
    for id in ["mrt_old", "x", ""] {
        let refused = run(&["token", "revoke", id]);
        assert_eq!((refused.status.code(), server.seen().len()), (Some(2), seen), "{}", talk(&refused));
        assert!(talk(&refused).contains("`registry token list`") && !talk(&refused).contains("mrt_"));
    }
}

#[cfg(unix)]
#[test]
fn a_saved_token_is_for_its_server_however_its_address_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let detail = br#"{"status": 401, "code": "unauthenticated", "detail": "the token has expired"}"#;
    let server = FakeServer::start(move |_, stream| answer(stream, 401, "", detail));
    let contexts = format!("current = \"home\"\n[contexts.home]\nurl = \"{}\"\ntoken = \"mrt_y\"\n", server.url());
    std::fs::create_dir(folder.path().join("config")).unwrap();
    std::fs::write(folder.path().join("config/contexts.toml"), contexts).unwrap();
    for url in [server.url(), format!("{}/", server.url()), server.url().replace("http:", "HTTP:")] {
        let output = server.run(folder.path(), &["model", "list", "acme", "--url", &url]);
        assert!(talk(&output).contains("refuses the token of the context `home`"), "{url}: {}", talk(&output));
    }
}

/// A pipeline that did not get its secret must not act as whoever has logged in on its machine.
#[test]
fn an_empty_token_is_not_replaced_by_a_saved_one() {
    let folder = tempfile::tempdir().unwrap();
    let server = FakeServer::start(|_, stream| answer(stream, 200, "", b"{}"));
    let run = || server.command(folder.path(), &["model", "list", "acme"]).env("REGISTRY_TOKEN", "").output().unwrap();
    run();
    assert_eq!(server.seen().len(), 1, "where nobody has logged in, it is a request without a token");
    let contexts = format!("current = \"home\"\n[contexts.home]\nurl = \"{}\"\ntoken = \"mrt_y\"\n", server.url());
    std::fs::create_dir(folder.path().join("config")).unwrap();
    std::fs::write(folder.path().join("config/contexts.toml"), contexts).unwrap();
    let output = run();
    assert_eq!(output.status.code(), Some(2), "{}", talk(&output));
    assert!(talk(&output).contains("unset it to use the token of the context `home`"), "{}", talk(&output));
    assert_eq!(server.seen().len(), 1);
}

#[test]
fn a_secret_beside_a_model_is_not_published() {
    let folder = tempfile::tempdir().unwrap();
    let server = FakeServer::start(|_, stream| answer(stream, 200, "", b"{}"));
    let model = folder.path().join("model");
    std::fs::create_dir(&model).unwrap();
    std::fs::copy(format!("{EXAMPLES}/1.0.0.onnx"), model.join("model.onnx")).unwrap();
    let secrets = [
        ("server.pem", format!("-----BEGIN {}-----\n", "PRIVATE KEY")),
        ("ci.token", format!("mrt_{}\n", "a1".repeat(25))),
    ];
    for (name, secret) in secrets {
        std::fs::write(model.join(name), secret).unwrap();
        for command in ["publish", "check"] {
            let call = [command, model.to_str().unwrap(), "--model", "acme/iris", "--version", "1.0.0"];
            let output = server.command(folder.path(), &call).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{}", talk(&output));
            assert!(talk(&output).contains(name) && !talk(&output).contains("a1a1"), "{}", talk(&output));
        }
        std::fs::remove_file(model.join(name)).unwrap();
    }
    assert!(server.seen().is_empty());
}

#[test]
fn who_has_nothing_yet_is_told_how_to_begin() {
    let folder = tempfile::tempdir().unwrap();
    let server = FakeServer::start(|_, stream| answer(stream, 200, "", b"{}"));
    let says = |arguments: &[&str], part: &str| {
        let output = server.command(folder.path(), arguments).stdin(std::process::Stdio::null()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", talk(&output));
        assert!(talk(&output).contains(part), "{}", talk(&output));
    };
    says(&["context", "use", "home"], "there is no context `home`; there is none yet: `registry login` makes one");
    says(&["login"], "there is no token: say --token-file FILE, set REGISTRY_TOKEN, or paste it");
    assert!(server.seen().is_empty());
}

#[test]
fn a_saved_token_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config");
    std::fs::create_dir(&config).unwrap();
    // What somebody else left under a name that could be guessed is not written to.
    for name in ["contexts.new", "contexts.toml"] {
        std::fs::write(config.join(name), "").unwrap();
        std::fs::set_permissions(config.join(name), std::fs::Permissions::from_mode(0o644)).unwrap();
    }
    let server = FakeServer::start(move |_, stream| answer(stream, 200, "", me("2126-01-01T00:00:00Z").as_bytes()));
    let output = server.command(folder.path(), &["login"]).env("REGISTRY_TOKEN", "mrt_secret").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", talk(&output));
    let saved = config.join("contexts.toml");
    assert_eq!(saved.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert!(std::fs::read_to_string(&saved).unwrap().contains("mrt_secret"));
    assert_eq!(std::fs::read_to_string(config.join("contexts.new")).unwrap(), "");
    assert_eq!(std::fs::read_dir(&config).unwrap().count(), 2);
}

const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/iris");

/// A verdict as a server sends it, on publishing `new` as 1.1.0 after `old`.
fn verdict(old: &str, new: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = [old, new].map(|name| format!("{EXAMPLES}/{name}.onnx"));
    let offline = ["check", "--from", "1.0.0", "--as", "1.1.0", &old, &new, "-o", "json"];
    busy(0, 200, "").run(folder.path(), &offline).stdout
}

#[test]
fn a_dry_run_sends_no_bytes() {
    for (old, new, code) in [("1.0.0", "1.1.0", 0), ("1.0.0", "1.0.0", 6), ("1.0.0", "2.0.0", 7)] {
        let folder = tempfile::tempdir().unwrap();
        let verdict = verdict(old, new);
        let server = FakeServer::start(move |_, stream| answer(stream, 200, "", &verdict));
        let model = format!("{EXAMPLES}/{new}.onnx");
        let arguments = ["publish", &model, "--model", "acme/iris", "--version", "1.1.0", "--dry-run"];
        let output = server.run(folder.path(), &arguments);
        assert_eq!(server.seen(), ["POST /api/v1/namespaces/acme/models/iris/compatibility-checks"]);
        assert_eq!(output.status.code(), Some(code), "{}", talk(&output));
        assert!(talk(&output).contains("nothing is uploaded"), "{}", talk(&output));
    }
}

/// An upload as a server announces it, which may say that its content is to be sent elsewhere.
fn upload(url: &str) -> Vec<u8> {
    let upload = json!({
        "id": "1-9-abc", "state": "pending", "sha256": "abc", "size": 9, "line": "1", "url": url,
        "part_size": 16_777_216, "part_count": 1, "part_links": false,
    });
    upload.to_string().into_bytes()
}

fn version() -> Vec<u8> {
    let version = json!({
        "namespace": "acme", "model": "iris", "version": "1.1.0", "ordinal": 1, "line": "1", "state": "active",
        "digest": "sha256:1", "contract_digest": "sha256:2", "content_digest": "sha256:3", "description": "",
        "labels": {}, "created_at": "2026-01-01T00:00:00Z", "created_by": "admin", "channels": [],
    });
    version.to_string().into_bytes()
}

const CONTENT: &str = "PUT /api/v1/namespaces/acme/models/iris/uploads/1-9-abc/content";

#[test]
fn files_and_token_go_to_no_other_server() {
    let folder = tempfile::tempdir().unwrap();
    let other = busy(0, 200, "");
    let upload = upload(&format!("@{}/x", other.url().replace("http://", "")));
    let verdict = verdict("1.0.0", "1.1.0");
    let server = FakeServer::start(move |request, stream| {
        let uploads = request.ends_with("/uploads") || request.starts_with("PUT ");
        let body = if uploads {
            upload.clone()
        } else if request.ends_with("/versions") {
            version()
        } else {
            verdict.clone()
        };
        answer(stream, 200, "", &body);
    });
    let model = format!("{EXAMPLES}/1.1.0.onnx");
    let output = server.run(folder.path(), &["publish", &model, "--model", "acme/iris", "--version", "1.1.0"]);
    assert_eq!(output.status.code(), Some(0), "{}", talk(&output));
    assert!(other.seen().is_empty() && server.seen().contains(&CONTENT.to_owned()), "{:?}", server.seen());
}

/// A token follows no redirect either, and what it leads to is not the answer.
#[test]
fn a_redirect_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let other = busy(0, 200, "");
    for status in [301, 302, 307, 308] {
        let link: &'static str = format!("Location: {}/x\r\n", other.url()).leak();
        let server = FakeServer::start(move |_, stream| answer(stream, status, link, b""));
        for call in [&["api", "GET", "/api/v1/x"][..], &["model", "list", "acme"], &["model", "create", "acme/x"]] {
            let output = server.command(folder.path(), call).env("REGISTRY_TOKEN", "mrt_x").output().unwrap();
            assert_eq!(output.status.code(), Some(1), "{call:?}: {}", talk(&output));
            assert!(talk(&output).contains(&format!("answers {status}")), "{}", talk(&output));
        }
    }
    assert!(other.seen().is_empty());
}

#[test]
fn an_upload_is_sent_again() {
    let folder = tempfile::tempdir().unwrap();
    let verdict = verdict("1.0.0", "1.1.0");
    let puts = AtomicUsize::new(0);
    let server = FakeServer::start(move |request, stream| match request.split(' ').next() {
        Some("PUT") if puts.fetch_add(1, Ordering::SeqCst) == 0 => answer(stream, 503, "", b""),
        Some("PUT") => answer(stream, 200, "", &upload("/up")),
        _ if request.ends_with("/uploads") => answer(stream, 201, "", &upload("/up")),
        _ if request.ends_with("/versions") => answer(stream, 201, "", &version()),
        _ => answer(stream, 200, "", &verdict),
    });
    let model = format!("{EXAMPLES}/1.1.0.onnx");
    let output = server.run(folder.path(), &["publish", &model, "--model", "acme/iris", "--version", "1.1.0"]);
    assert_eq!(output.status.code(), Some(0), "{}", talk(&output));
    assert_eq!(server.seen().iter().filter(|request| *request == CONTENT).count(), 2);
}

#[test]
fn an_upload_that_nobody_takes_is_left_after_a_while() {
    let folder = tempfile::tempdir().unwrap();
    let verdict = verdict("1.0.0", "1.1.0");
    let server = FakeServer::start(move |request, stream| match request.split(' ').next() {
        Some("PUT") => be_silent(stream),
        _ if request.ends_with("/uploads") => answer(stream, 201, "", &upload("/up")),
        _ => answer(stream, 200, "", &verdict),
    });
    let model = format!("{EXAMPLES}/1.1.0.onnx");
    let mut command = server.command(folder.path(), &["publish", &model, "--model", "acme/iris"]);
    let output = command.env("REGISTRY_TIMEOUT", "1").output().unwrap();
    assert_eq!(output.status.code(), Some(10), "{}", talk(&output));
    assert!(talk(&output).contains("was silent for too long (10 s)"), "{}", talk(&output));
    assert_eq!(server.seen().last().unwrap(), CONTENT);
}

/// A model of one tensor of so many bytes, `a.safetensors` in a folder.
fn model_of(weights: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let header = json!({"w": {"dtype": "U8", "shape": [weights], "data_offsets": [0, weights]}}).to_string();
    let length = u64::try_from(header.len()).unwrap().to_le_bytes();
    let file = [&length, header.as_bytes(), &vec![0; weights]].concat();
    std::fs::write(folder.path().join("a.safetensors"), file).unwrap();
    folder
}

/// Publishes a file in parts to a server that refuses the first one with this code, and then says that the upload has
/// these states; how often it was asked for them.
fn overtaken(code: &'static str, part_links: bool, states: &'static [&'static str]) -> (Option<i32>, String, usize) {
    let folder = model_of(65 << 20);
    let verdict = verdict("1.0.0", "1.1.0");
    let asked = AtomicUsize::new(0);
    let upload = move |state: &str| {
        let mut upload: serde_json::Value = serde_json::from_slice(&upload("/up")).unwrap();
        for (name, value) in [("state", json!(state)), ("part_links", json!(part_links)), ("part_count", json!(5))] {
            upload[name] = value;
        }
        upload.to_string().into_bytes()
    };
    let refusal = json!({"status": 409, "code": code, "detail": "somebody was faster"}).to_string();
    let server = FakeServer::start(move |request, stream| match request {
        _ if request.ends_with("/part-links") || request.contains("/parts/") => {
            answer(stream, 409, "", refusal.as_bytes());
        }
        _ if request.starts_with("GET ") && request.contains("/uploads/") => {
            let state = states.get(asked.fetch_add(1, Ordering::SeqCst)).or(states.last()).unwrap();
            answer(stream, 200, "", &upload(state));
        }
        _ if request.ends_with("/uploads") => answer(stream, 201, "", &upload("pending")),
        _ if request.ends_with("/versions") => answer(stream, 201, "", &version()),
        _ => answer(stream, 200, "", &verdict),
    });
    let output = server.run(folder.path(), &["publish", "a.safetensors", "--model", "acme/iris"]);
    let asked = server.seen().iter().filter(|seen| seen.starts_with("GET ") && seen.contains("/uploads/")).count();
    (output.status.code(), talk(&output), asked)
}

#[test]
fn a_file_that_somebody_else_completes_meanwhile_is_published_all_the_same() {
    let cases: [(_, _, &[&str]); 3] = [
        ("upload-complete", true, &["complete"]),
        ("upload-verifying", false, &["verifying", "complete"]),
        ("upload-incomplete", false, &["pending", "complete"]),
    ];
    for (code, part_links, states) in cases {
        let (status, said, asked) = overtaken(code, part_links, states);
        assert_eq!((status, asked), (Some(0), states.len()), "{code}: {said}");
    }
    // Whoever says so for ever is not asked for ever.
    let (status, said, asked) = overtaken("upload-complete", true, &["pending"]);
    assert_eq!((status, asked), (Some(6), 5), "{said}");
    assert!(said.contains("somebody was faster"), "{said}");
}

/// Twenty-four MiB, half a second each: longer than anybody waits for an answer.
#[test]
fn an_upload_that_keeps_going_is_never_cut() {
    let folder = model_of(24 << 20);
    let verdict = verdict("1.0.0", "1.1.0");
    let server =
        FakeServer::paced(Duration::from_millis(500), move |request, stream| match request.split(' ').next() {
            Some("PUT") => answer(stream, 200, "", &upload("/up")),
            _ if request.ends_with("/uploads") => answer(stream, 201, "", &upload("/up")),
            _ if request.ends_with("/versions") => answer(stream, 201, "", &version()),
            _ => answer(stream, 200, "", &verdict),
        });
    let start = Instant::now();
    let mut command = server.command(folder.path(), &["publish", "a.safetensors", "--model", "acme/iris"]);
    let output = command.env("REGISTRY_TIMEOUT", "1").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", talk(&output));
    assert!(start.elapsed() > Duration::from_secs(11), "it was too quick to prove anything");
    assert_eq!(server.seen().iter().filter(|request| *request == CONTENT).count(), 1);
}

#[test]
fn what_is_no_answer_is_said_to_be_none() {
    let folder = tempfile::tempdir().unwrap();
    let cases: [(u16, &[u8], i32, &str); 4] = [
        (200, b"<html>welcome</html>", 1, "is it a registry?"),
        (200, br#"{"items": [{"name": 1}]}"#, 1, "is the server newer?"),
        (418, b"<html>tea</html>", 1, "the server answered 418, and no problem that says why"),
        (404, br#"{"detail": "no such door", "errors": "no list"}"#, 5, "no such door"),
    ];
    for (status, body, code, part) in cases {
        let server = FakeServer::start(move |_, stream| answer(stream, status, "", body));
        let output = server.run(folder.path(), &["model", "list", "acme"]);
        assert_eq!((output.status.code(), server.seen().len()), (Some(code), 1), "{}", talk(&output));
        assert!(talk(&output).contains(part), "{}", talk(&output));
    }
}
