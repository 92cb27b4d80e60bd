//! The yardstick of blobs in a folder: Docker's registry, as Debian's package `docker-registry` has it.

use std::fs::{self, File};
use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::client::{Connection, Link};
use crate::large::Large;
use crate::server::{Process, free_address};

const PROGRAM: &str = "docker-registry";
const REPOSITORY: &str = "/v2/large/blobs";

/// The registry, with data of its own; it ends with this value.
#[derive(Debug)]
pub(crate) struct DockerRegistry {
    process: Process,
    address: SocketAddr,
    data: PathBuf,
}

impl DockerRegistry {
    /// None when it is not installed.
    pub(crate) fn start(folder: &Path) -> Option<Self> {
        let Ok(version) = Command::new(PROGRAM).arg("--version").output() else {
            println!("SKIPPED: `{PROGRAM}` is not installed; apt-get install {PROGRAM}");
            return None;
        };
        println!("beside {}", String::from_utf8_lossy(&version.stdout).trim());
        let (address, data) = (free_address(), folder.join("docker"));
        fs::create_dir_all(&data).unwrap();
        let settings = format!(
            "version: 0.1\nlog: {{level: error, accesslog: {{disabled: true}}}}\n\
             storage: {{filesystem: {{rootdirectory: {}}}}}\nhttp: {{addr: '{address}'}}\n",
            data.display()
        );
        let file = folder.join("docker.yml");
        fs::write(&file, settings).unwrap();
        let mut command = Command::new(PROGRAM);
        let process = Process::start(command.arg("serve").arg(file), &folder.join("docker.log"), (address, "/v2/"));
        Some(Self { process, address, data })
    }

    /// Sends a blob in one request, after the one that asks where.
    pub(crate) fn push(&self, large: &Large) {
        let mut connection = Connection::open(self.address).unwrap();
        let opened = connection.exchange(&self.link("uploads/").head("POST", &[], 0)).unwrap();
        assert_eq!(opened.status, 202);
        let url = format!("{}&digest=sha256:{}", opened.location.unwrap(), large.file.sha256.to_hex());
        let head = Link::parse(&url).head("PUT", &[("content-type", "application/octet-stream")], large.file.size);
        let stored = connection.send(&head, File::open(&large.file.path).unwrap(), large.file.size).unwrap();
        assert_eq!(stored.status, 201, "{}", String::from_utf8_lossy(&stored.body));
    }

    pub(crate) fn pull(&self, large: &Large, to: &mut impl Write) {
        let request = self.link(&format!("sha256:{}", large.file.sha256.to_hex())).head("GET", &[], 0);
        let found = Connection::open(self.address).unwrap().fetch(&request, to).unwrap();
        assert_eq!((found.status, found.length), (200, Some(large.file.size)));
    }

    fn link(&self, path: &str) -> Link {
        Link::parse(&format!("http://{}{REPOSITORY}/{path}", self.address))
    }

    /// Removes all blobs, so that the next push writes again.
    pub(crate) fn clear(&self) {
        fs::remove_dir_all(self.data.join("docker")).unwrap();
    }

    pub(crate) fn memory(&self) -> f64 {
        self.process.memory("VmHWM")
    }
}
