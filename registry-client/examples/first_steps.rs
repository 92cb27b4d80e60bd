//! Publishes a model, resolves a range, and fetches the bytes:
//! `REGISTRY_URL=… REGISTRY_TOKEN=… cargo run -p registry-client --example first_steps -- model.onnx`

use std::error::Error;

use futures_util::TryStreamExt as _;
use registry_client::types::{FileRef, UploadCreate, VersionCreate};
use registry_client::{Wanted, connect, open_file};
use registry_core::digest::Digest;

/// Publishes these bytes as `acme/iris@1.0.0`.
pub(crate) async fn publish(url: &str, token: &str, bytes: Vec<u8>) -> Result<(), Box<dyn Error>> {
    let registry = connect(url, Some(token))?;
    let (sha256, size) = (Digest::of(&bytes).to_hex(), u64::try_from(bytes.len())?);
    let announced = UploadCreate::builder().sha256(&sha256).size(size).line("1".to_owned());
    let upload = registry.create_upload().namespace("acme").model("iris").body(announced).send().await?;
    if upload.state.to_string() != "complete" {
        registry.send_upload().namespace("acme").model("iris").upload(&upload.id).body(bytes).send().await?;
    }
    let file = FileRef::builder().path("model.onnx").sha256(sha256).size(size).try_into()?;
    let version = VersionCreate::builder().version("1.0.0".to_owned()).files(vec![file]);
    let published = registry.publish_version().namespace("acme").model("iris").body(version).send().await?;
    println!("published {} as {}", published.version, published.digest);
    Ok(())
}

/// Answers what a reader of `^1.0` gets.
pub(crate) async fn fetch(url: &str, token: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let registry = registry_client::connect(url, Some(token))?;
    let found = registry.resolve_version().namespace("acme").model("iris").ref_("^1.0").send().await?;
    println!("{} {}", found.version, found.digest);

    let wanted = Wanted { namespace: "acme", model: "iris", version: &found.version, path: "model.onnx", range: None };
    let stream = open_file(&registry, &wanted).await?.into_inner_stream();
    let chunks: Vec<_> = stream.try_collect().await?;
    Ok(chunks.concat())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (url, token) = (std::env::var("REGISTRY_URL")?, std::env::var("REGISTRY_TOKEN")?);
    let path = std::env::args().nth(1).ok_or("which file? Say its path")?;
    publish(&url, &token, std::fs::read(path)?).await?;
    println!("fetched {} bytes", fetch(&url, &token).await?.len());
    Ok(())
}
