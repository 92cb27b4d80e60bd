//! The yardstick of a bucket: `curl`, which signs its requests to the store itself.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::large::Large;
use crate::transfer::{CONNECTIONS, checksum};

/// What is signed is the checksum of a part, not its bytes.
const UNSIGNED: &str = "header = \"x-amz-content-sha256: UNSIGNED-PAYLOAD\"";

/// A bucket, as the environment names it.
#[derive(Debug)]
pub(crate) struct Curl {
    /// Where the objects of this run lie.
    prefix: String,
    /// The options of every request, as in a file of `--config`.
    options: String,
    /// For the parts, and for what is read.
    folder: PathBuf,
}

impl Curl {
    /// None when `curl` is not installed. `url` is `s3://bucket/prefix`.
    pub(crate) fn find(url: &str, folder: &Path, large: &Large) -> Option<Self> {
        if Command::new("curl").arg("--version").output().is_err() {
            println!("SKIPPED: `curl` is not installed");
            return None;
        }
        let variable = |name| std::env::var(name).unwrap();
        let user = format!("{}:{}", variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"));
        let provider = format!("aws:amz:{}:s3", variable("AWS_REGION"));
        let options = format!("aws-sigv4 = \"{provider}\"\nuser = \"{user}\"\nfail-with-body\nsilent\n");
        let prefix = format!("{}/{}", variable("AWS_ENDPOINT"), url.strip_prefix("s3://").unwrap());
        let curl = Self { prefix, options, folder: folder.join("curl") };
        fs::create_dir(&curl.folder).unwrap();
        curl.cut(large);
        Some(curl)
    }

    /// `curl` sends whole files only.
    fn cut(&self, large: &Large) {
        let mut file = File::open(&large.file.path).unwrap();
        for part in &large.parts {
            let mut bytes = Vec::new();
            part.reader(&mut file).take(part.length).read_to_end(&mut bytes).unwrap();
            fs::write(self.part(part.number), bytes).unwrap();
        }
    }

    fn part(&self, number: usize) -> PathBuf {
        self.folder.join(format!("part-{number}"))
    }

    /// A multipart upload with the checksums that our server asks for, so the store does the same work.
    pub(crate) fn put(&self, name: &str, large: &Large) {
        let object = format!("{}/{name}", self.prefix);
        let begin = ["request = POST", "header = \"x-amz-checksum-algorithm: SHA256\""].map(str::to_owned);
        let begun = self.run(&[self.request(&format!("{object}?uploads="), &begin)]);
        let upload = between(&begun, "<UploadId>", "</UploadId>").to_owned();
        let sent = self.run(&self.parts(&object, &upload, large));
        let mut body = "<CompleteMultipartUpload>".to_owned();
        for part in &large.parts {
            let etag = between(&sent, &format!("\nPART {} ", part.number), "\n");
            let (number, sha256) = (part.number, checksum(part));
            write!(body, "<Part><PartNumber>{number}</PartNumber><ETag>{etag}</ETag>").unwrap();
            write!(body, "<ChecksumSHA256>{sha256}</ChecksumSHA256></Part>").unwrap();
        }
        let file = self.folder.join("complete.xml");
        fs::write(&file, body + "</CompleteMultipartUpload>").unwrap();
        let complete = [UNSIGNED.to_owned(), format!("data-binary = \"@{}\"", file.display())];
        self.run(&[self.request(&format!("{object}?uploadId={upload}"), &complete)]);
    }

    fn parts(&self, object: &str, upload: &str, large: &Large) -> Vec<String> {
        let part = |part: &crate::large::Part| {
            let url = format!("{object}?partNumber={}&uploadId={upload}", part.number);
            let lines = [
                format!("upload-file = \"{}\"", self.part(part.number).display()),
                UNSIGNED.to_owned(),
                format!("header = \"x-amz-checksum-sha256: {}\"", checksum(part)),
                format!(r#"write-out = "\nPART {} %header{{etag}}\n""#, part.number),
            ];
            self.request(&url, &lines)
        };
        large.parts.iter().map(part).collect()
    }

    /// Reads an object over one connection.
    pub(crate) fn get(&self, name: &str, to: &Path) {
        let output = [format!("output = \"{}\"", to.display())];
        self.run(&[self.request(&format!("{}/{name}", self.prefix), &output)]);
    }

    /// Reads an object in ranges, each into a file of its own in a new folder.
    pub(crate) fn get_ranges(&self, name: &str, large: &Large, to: &Path) {
        fs::create_dir(to).unwrap();
        let request = |part: &crate::large::Part| {
            let output = format!("output = \"{}\"", to.join(part.number.to_string()).display());
            self.request(&format!("{}/{name}", self.prefix), &[output, format!("header = \"Range: {}\"", part.range())])
        };
        self.run(&large.parts.iter().map(request).collect::<Vec<_>>());
        let size: u64 = fs::read_dir(to).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).sum();
        assert_eq!(size, large.file.size);
    }

    fn request(&self, url: &str, lines: &[String]) -> String {
        format!("url = \"{url}\"\n{}{}\n", self.options, lines.join("\n"))
    }

    /// Runs requests, several at a time, and answers what was written.
    fn run(&self, requests: &[String]) -> String {
        let config = self.folder.join("config");
        fs::write(&config, requests.join("next\n")).unwrap();
        let mut command = Command::new("curl");
        command.args(["--disable", "--parallel", "--parallel-immediate", "--parallel-max"]);
        let Output { status, stdout, stderr } =
            command.arg(CONNECTIONS.to_string()).arg("--config").arg(config).output().unwrap();
        let written = String::from_utf8_lossy(&stdout).into_owned();
        assert!(status.success(), "curl: {status}: {} {written}", String::from_utf8_lossy(&stderr));
        written
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let found = text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
    found.unwrap_or_else(|| panic!("`{before}` is not in {text}")).0
}
