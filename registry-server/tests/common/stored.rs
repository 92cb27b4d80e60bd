//! The blobs of an installation as they lie in its store, past the registry: to look at them, and to harm them.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::signer::{SignedUrlOptions, Signer as _};
use object_store::{Error, ObjectStore, ObjectStoreExt as _};
use reqwest::Method;

use super::Installation;
use super::models::blob_key;

/// Where a folder and a bucket keep the parts of uploads.
const FOLDER_STAGING: &str = "blobs/.staging";
const BUCKET_STAGING: &str = ".staging/uploads";
/// How long the link of a look is valid.
const LOOK: Duration = Duration::from_mins(1);

/// A file of `acme/iris`, in the folder of a line.
pub(crate) struct Stored {
    store: Arc<dyn ObjectStore>,
    path: Path,
}

impl Installation {
    /// The file of `acme/iris` with these bytes, as it lies in the folder of a line; or would.
    pub(crate) fn stored(&self, line: &str, bytes: &[u8]) -> Stored {
        let store: Arc<dyn ObjectStore> = match self.bucket() {
            Some((bucket, prefix)) => Arc::new(PrefixStore::new(bucket, prefix)),
            None => Arc::new(LocalFileSystem::new_with_prefix(self.data.path().join("blobs")).unwrap()),
        };
        Stored { store, path: Path::from(blob_key(line, bytes)) }
    }

    /// Where that file lies on a disk; none in a bucket.
    pub(crate) fn path_of_blob(&self, line: &str, bytes: &[u8]) -> Option<PathBuf> {
        self.bucket().is_none().then(|| self.data.path().join("blobs").join(blob_key(line, bytes)))
    }

    /// How many uploads in parts lie in staging.
    pub(crate) async fn staged(&self) -> usize {
        let Some((bucket, prefix)) = self.bucket() else {
            return self.data.path().join(FOLDER_STAGING).read_dir().unwrap().count();
        };
        let staging = format!("{prefix}/{BUCKET_STAGING}");
        let joined = bucket.list(Some(&Path::from(staging.as_str()))).count().await;
        joined + open_multiparts(&bucket, &staging).await
    }

    fn bucket(&self) -> Option<(AmazonS3, String)> {
        let url = self.blobs_url()?;
        let (_, prefix) = url.strip_prefix("s3://").unwrap().split_once('/').unwrap();
        Some((AmazonS3Builder::from_env().with_url(url).build().unwrap(), prefix.to_owned()))
    }
}

/// No object yet, so no listing of objects shows them.
async fn open_multiparts(bucket: &AmazonS3, prefix: &str) -> usize {
    let options = SignedUrlOptions::new().with_query([("uploads", ""), ("prefix", prefix)]);
    let url = bucket.signed_url_opts(Method::GET, &Path::default(), LOOK, &options).await.unwrap();
    let answer = reqwest::get(url).await.unwrap().error_for_status().unwrap();
    answer.text().await.unwrap().matches("<UploadId>").count()
}

impl Stored {
    /// The bytes; none when there is no such file.
    pub(crate) async fn read(&self) -> Option<Vec<u8>> {
        match self.store.get(&self.path).await {
            Ok(found) => Some(found.bytes().await.unwrap().to_vec()),
            Err(Error::NotFound { .. }) => None,
            Err(error) => panic!("{}: {error}", self.path),
        }
    }

    pub(crate) async fn overwrite(&self, bytes: Vec<u8>) {
        self.store.put(&self.path, bytes.into()).await.unwrap();
    }

    pub(crate) async fn remove(&self) {
        self.store.delete(&self.path).await.unwrap();
    }
}
