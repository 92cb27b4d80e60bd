//! The life of a model through the generated client, against a real server.

#[allow(dead_code, reason = "the test starts the example at its inner functions")]
#[path = "../examples/first_steps.rs"]
mod first_steps;
mod server;

use registry_client::types::{FileRef, Problem, Promote, Rollback, UploadCreate, Version, VersionCreate, builder};
use registry_client::{Client, Error, ResponseValue, Wanted, connect, open_file};
use registry_core::digest::Digest;
use server::Server;

fn iris(version: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../examples/iris/{version}.onnx", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

async fn upload(registry: &Client, path: &str, bytes: &[u8]) -> builder::FileRef {
    let (sha256, size) = (Digest::of(bytes).to_hex(), u64::try_from(bytes.len()).unwrap());
    let announced = UploadCreate::builder().sha256(&sha256).size(size).line("1".to_owned());
    let upload = registry.create_upload().namespace("acme").model("iris").body(announced).send().await.unwrap();
    let sent = registry.send_upload().namespace("acme").model("iris").upload(&upload.id).body(bytes.to_vec());
    assert_eq!(sent.send().await.unwrap().state.to_string(), "complete");
    FileRef::builder().path(path).sha256(sha256).size(size)
}

async fn publish(registry: &Client, number: &str) -> Result<ResponseValue<Version>, Error<Problem>> {
    publish_at(registry, "model.onnx", number).await
}

async fn publish_at(registry: &Client, path: &str, number: &str) -> Result<ResponseValue<Version>, Error<Problem>> {
    let file = upload(registry, path, &iris(number)).await;
    let files: Vec<FileRef> = vec![file.try_into().unwrap()];
    // What breaks callers is offered as a minor step.
    let claimed = if number == "2.0.0" { "1.2.0" } else { number };
    let version = VersionCreate::builder().version(claimed.to_owned()).upload_line("1".to_owned()).files(files);
    registry.publish_version().namespace("acme").model("iris").idempotency_key(number).body(version).send().await
}

fn refusal(error: Error<Problem>) -> Problem {
    match error {
        Error::ErrorResponse(problem) => problem.into_inner(),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_model_is_published_refused_promoted_and_rolled_back() {
    let server = Server::start();
    let registry = connect(&server.url, Some(&server.token)).unwrap();
    for number in ["1.0.0", "1.1.0"] {
        let published = publish(&registry, number).await.unwrap();
        assert_eq!((published.status().as_u16(), published.version.as_str()), (201, number));
        assert_eq!(published.verdict.as_ref().unwrap().accepted, Some(true));
    }
    let problem = refusal(publish(&registry, "2.0.0").await.unwrap_err());
    assert_eq!((problem.code.as_str(), problem.status), ("version-too-small", 409));
    let verdict = problem.verdict.unwrap();
    assert_eq!(verdict.smallest_acceptable.as_deref(), Some("2.0.0"));
    // What became of the contract, beside the rule about the number itself.
    let violation = problem.violations.iter().find(|violation| violation.required_bump == "major").unwrap();
    assert!(violation.rule.contains('.') && violation.path.starts_with('/'), "{violation:?}");
    assert!(violation.old != violation.new, "{violation:?}");

    let channel = |version: &str| {
        let body = Promote::builder().version(version.to_owned()).reason("tested".to_owned());
        registry.promote_channel().namespace("acme").model("iris").channel("production").body(body)
    };
    for version in ["1.0.0", "1.1.0"] {
        assert!(channel(version).send().await.unwrap().changed);
    }
    let stale = channel("1.0.0").if_match("\"1\"").send().await.unwrap_err();
    assert_eq!(refusal(stale).code, "stale-revision");
    let back = Rollback::builder().reason("errors".to_owned());
    let rolled = registry
        .rollback_channel()
        .namespace("acme")
        .model("iris")
        .channel("production")
        .idempotency_key("night-1")
        .body(back);
    assert_eq!(rolled.send().await.unwrap().to_version, "1.0.0");
    let history = registry.list_channel_revisions().namespace("acme").model("iris").channel("production");
    let actions: Vec<String> = history.send().await.unwrap().items.iter().map(|one| one.kind.clone()).collect();
    assert_eq!(actions, ["rollback", "promote", "promote"]);
}

#[tokio::test]
async fn bytes_come_back_whole_in_ranges_and_as_in_the_example() {
    let server = Server::start();
    let registry = connect(&server.url, Some(&server.token)).unwrap();
    let bytes = iris("1.0.0");
    first_steps::publish(&server.url, &server.token, bytes.clone()).await.unwrap();
    assert_eq!(first_steps::fetch(&server.url, &server.token).await.unwrap(), bytes);
    let wanted =
        Wanted { namespace: "acme", model: "iris", version: "latest", path: "model.onnx", range: Some(10..20) };
    let part = open_file(&registry, &wanted).await.unwrap();
    assert_eq!((part.status().as_u16(), part.content_length()), (206, Some(10)));
    let missing = open_file(&registry, &Wanted { path: "a folder/model.onnx", ..wanted }).await;
    assert!(missing.is_err_and(|error| error.to_string().contains("file-not-found")));
}

#[tokio::test]
async fn names_of_files_and_selectors_arrive_as_they_are() {
    let server = Server::start();
    let registry = connect(&server.url, Some(&server.token)).unwrap();
    let path = "a folder/b+c/50% #1 ü.onnx";
    publish_at(&registry, path, "1.0.0").await.unwrap();
    for version in ["1.0.0", ">=1.0.0, <3", "latest"] {
        let wanted = Wanted { namespace: "acme", model: "iris", version, path, range: None };
        let bytes = open_file(&registry, &wanted).await.unwrap_or_else(|error| panic!("{version}: {error}"));
        let length = u64::try_from(iris("1.0.0").len()).unwrap();
        assert_eq!(bytes.content_length(), Some(length), "{version}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_said_so() {
    let registry = connect("http://127.0.0.1:1", None).unwrap();
    let error = registry.get_meta().send().await.unwrap_err();
    assert!(matches!(error, Error::CommunicationError(_)), "{error}");
}
