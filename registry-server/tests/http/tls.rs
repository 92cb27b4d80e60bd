//! TLS that is ours.

use std::path::{Path, PathBuf};

use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use registry_server::config::TlsFiles;
use registry_server::startup;
use reqwest::{Certificate, Client};

use crate::common::{Installation, Process, TestServer};

/// A certificate for `localhost`, and its key.
fn certificate(folder: &Path) -> (TlsFiles, String) {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let files = TlsFiles { certificate: folder.join("chain.pem"), key: folder.join("key.pem") };
    std::fs::write(&files.certificate, cert.pem()).unwrap();
    std::fs::write(&files.key, signing_key.serialize_pem()).unwrap();
    (files, cert.pem())
}

fn trusting(pem: &str) -> Client {
    registry_store::blobs::install_tls();
    Client::builder().tls_certs_only([Certificate::from_pem(pem.as_bytes()).unwrap()]).build().unwrap()
}

#[tokio::test]
async fn a_client_that_trusts_the_certificate_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let (files, pem) = certificate(folder.path());
    let server = TestServer::start_with(|config| config.tls = Some(files)).await;
    let port = server.url.rsplit_once(':').unwrap().1;
    let url = format!("https://localhost:{port}/api/v1/namespaces");
    let answer = trusting(&pem).post(&url).bearer_auth(&server.token).json(&serde_json::json!({"name": "acme"}));
    let answer = answer.send().await.unwrap();
    assert_eq!(answer.status(), 201);
    assert_eq!(answer.headers()["strict-transport-security"], "max-age=31536000");

    let stranger = trusting(&pem).get(&url).header("Host", "evil.example").send().await.unwrap();
    assert_eq!(stranger.status(), 421);
    let (_, other) = certificate(folder.path());
    assert!(trusting(&other).get(&url).send().await.is_err(), "another certificate is not its own");
    // The connection ends at once: plain HTTP is no greeting of TLS.
    let plain = server.raw_and_cut(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
    assert!(!plain.starts_with("HTTP/"), "{plain}");
}

#[test]
fn with_tls_it_may_listen_to_others_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (files, _) = certificate(folder.path());
    let mut program = Process::start_with(&folder.path().join("data"), |command| {
        command.env("REGISTRY_LISTEN", "0.0.0.0:0");
        command.env("REGISTRY_TLS_CERT", &files.certificate).env("REGISTRY_TLS_KEY", &files.key);
    });
    assert!(program.url().starts_with("https://0.0.0.0:"));
}

#[tokio::test]
async fn what_is_wrong_with_the_files_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let (good, _) = certificate(folder.path());
    let write = |name: &str, text: String| -> PathBuf {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let with = |certificate: &Path, key: &Path| TlsFiles { certificate: certificate.to_owned(), key: key.to_owned() };
    let missing = folder.path().join("missing.pem");
    let empty = write("empty.pem", "no PEM here\n".to_owned());
    let cut = write("cut.pem", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n".to_owned());
    let other = write("other.pem", KeyPair::generate().unwrap().serialize_pem());
    for (files, file, part) in [
        (with(&missing, &good.key), &missing, "cannot read"),
        (with(&good.certificate, &missing), &missing, "cannot read"),
        (with(&empty, &good.key), &empty, "holds no certificate"),
        (with(&good.key, &good.key), &good.key, "holds no certificate"),
        (with(&good.certificate, &empty), &empty, "holds no private key"),
        (with(&good.certificate, &cut), &cut, "is no PEM file"),
        (with(&good.certificate, &other), &other, "does not belong to"),
    ] {
        let mut config = Installation::sqlite().config();
        config.tls = Some(files);
        let error = startup::build(config).await.unwrap_err().to_string();
        assert!(error.contains(&file.display().to_string()) && error.contains(part), "{error}");
        assert!(!error.contains("c2VjcmV0"), "{error}");
    }
}
